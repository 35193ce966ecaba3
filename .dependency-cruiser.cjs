// The directions of imports (docs/decisions, README): generated from two ordered lists, so that a new
// module or layer is one word at its place.

/** In the order of the life of a grant: a module uses those before it, never those after. */
const modules = [
  'audit', 'notifications', 'identity', 'files', 'receipts', 'programme', 'registers', 'organisations', 'consultations', 'calls',
  'applications', 'panels', 'reviews', 'decisions', 'small-grants', 'local-initiatives', 'proposals', 'agreements', 'payments', 'reports',
  'monitoring', 'evaluation', 'desk', 'open-data',
];

/** What each layer of app/ and db/ may import besides itself; the reason is shown when it imports something else. */
const layers = [
  { name: 'shared', at: 'app/shared', uses: [], because: 'shared words (money, time, ids) mean the same everywhere, so they lean on nothing' },
  { name: 'i18n', at: 'app/i18n', uses: ['app/shared'], because: 'sentences must be readable without the programme behind them' },
  { name: 'ui', at: 'app/ui', uses: ['app/i18n', 'app/shared', 'app/http/(idempotency|form-state|forms?-state)'], because: 'the design system knows nothing of grants' },
  { name: 'db', at: 'db', uses: ['app/shared', 'app/i18n/(messages|codes)', 'app/access/roles', 'app/modules/[^/]+/content', 'app/modules/[^/]+/content-of-\\w+'], because: 'tables are below the programme: only the seed runs commands', except: ['db/seed'] },
  { name: 'access', at: 'app/access', uses: ['app/shared', 'app/i18n', 'db', 'app/modules/[^/]+/rules', 'app/modules/identity/actor'], because: 'who may do what is decided without pages and without commands' },
  { name: 'http', at: 'app/http', uses: ['app/access', 'app/i18n', 'app/shared', 'app/modules', 'app/ui', 'db'], because: 'requests are turned into commands here; pages are above' },
  { name: 'modules', at: 'app/modules', uses: ['app/access', 'app/shared', 'app/i18n', 'app/ui', 'app/http/(config|files|uploads)', 'db'], because: 'the programme does not know the web around it' },
  { name: 'jobs', at: 'app/jobs', uses: ['app/modules', 'app/access', 'app/shared', 'app/i18n', 'app/http/(config|request-log)', 'db'], because: 'what runs after the response uses commands, never pages' },
  { name: 'islands', at: 'app/islands', uses: ['app/shared', 'app/modules/[^/]+/(rules|forms|readability)'], because: 'what the browser runs may compute, and never carries the server with it' },
];

const inside = (paths) => paths.map((path) => (/[/.)]$/.test(path) ? `^${path}` : `^${path}([/.]|$)`));
const ours = ['^app/', '^db/'];
const typesOnly = { dependencyTypesNot: ['type-only'] };

const layerRules = layers.map(({ name, at, uses, because, except = [] }) => ({
  name: `${name}-imports-downward`,
  comment: `${because}.`,
  severity: 'error',
  from: { path: inside([at]), pathNot: inside(except) },
  to: {
    path: ours,
    pathNot: [...inside([at, ...uses])],
    // The codes of refusals are known from the catalogue; a type leaves nothing behind at run time.
    ...(name === 'shared' ? typesOnly : {}),
  },
}));

const orderRules = modules.slice(0, -1).map((name, index) => ({
  name: `${name}-comes-before`,
  comment: `${name} comes before ${modules[index + 1]} and the rest in the life of a grant, so it cannot know them.`,
  severity: 'error',
  from: { path: `^app/modules/${name}/` },
  to: { path: `^app/modules/(${modules.slice(index + 1).join('|')})/` },
}));

const pure = '^app/modules/[^/]+/(rules|forms|content|lists|legal-forms)[^/]*\\.ts$';

module.exports = {
  forbidden: [
    ...layerRules,
    ...orderRules,
    {
      name: 'only-known-modules',
      comment: 'A module has its place in the ordered list before it has its first file.',
      severity: 'error',
      from: {},
      to: { path: '^app/modules/', pathNot: `^app/modules/(${modules.join('|')})/` },
    },
    {
      name: 'pages-do-not-query',
      comment: 'A page asks a module; the tables are the module\'s own.',
      severity: 'error',
      from: { path: ['^app/routes/', '^app/ui/', '^app/root', '^app/modules/[^/]+/components/'] },
      to: { path: ['^db/', '(^|/)node_modules/(drizzle-orm|better-sqlite3|pg)/'] },
    },
    {
      name: 'rules-are-values-in-values-out',
      comment: 'Rules and forms decide from what they are given, so they reach neither tables, nor pages, nor the clock of a server.',
      severity: 'error',
      from: { path: [pure, '^app/shared/'] },
      to: {
        pathNot: [pure, '^app/shared/', '(^|/)node_modules/(zod|temporal-polyfill)/', '^(node:)?crypto$', '^app/access/(roles|actor)', '^app/i18n/(messages|codes)'],
        ...typesOnly,
      },
    },
    {
      name: 'nothing-imports-a-page',
      comment: 'What two pages need belongs to a module or to the design system.',
      severity: 'error',
      from: { path: ours, pathNot: ['^app/routes\\.ts$'] },
      to: { path: '^app/routes/' },
    },
    {
      name: 'lucia-in-one-file',
      comment: 'Lucia is no longer developed; one file knows it, so that it can be replaced.',
      severity: 'error',
      from: { pathNot: '^app/access/session\\.server\\.ts$' },
      to: { path: '(^|/)node_modules/lucia/' },
    },
    {
      name: 'uploadthing-in-one-folder',
      comment: 'Only the folder that speaks HTTP knows UploadThing.',
      severity: 'error',
      from: { path: ours, pathNot: ['^app/http/', '^app/islands/'] },
      to: { path: '(^|/)node_modules/(uploadthing|@uploadthing)/' },
    },
    {
      name: 'the-remix-package-is-empty',
      comment: 'The package `remix` is an empty shell that throws when it is imported.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)node_modules/remix/' },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea, or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'imports-exist',
      comment: 'An import that leads nowhere fails at run time.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['(^|/)build/', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};
