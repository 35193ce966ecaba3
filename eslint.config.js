import tseslint from 'typescript-eslint';

const noClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Take the time from the context: one clock decides deadlines.' },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: 'Take the time from the context: one clock decides deadlines.' },
];
const always = [
  { selector: "JSXAttribute[name.name='style']", message: 'The content security policy drops inline styles: use a class or a CSS file.' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'What people wrote is text: let React escape it.' },
  { selector: "CallExpression[callee.property.name='transaction'][arguments.0.async=true]", message: 'better-sqlite3 cannot hold an async transaction: use db.tx.' },
];
const noDefault = [{ selector: 'ExportDefaultDeclaration', message: 'Export by name: the name is then the same everywhere.' }];

export default tseslint.config(
  { ignores: ['build/**', 'data/**', 'node_modules/**', 'coverage/**', 'public/**', '.cache/**'] },
  ...tseslint.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...always, ...noDefault, ...noClock],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'remix', message: 'The package is an empty shell that throws.' }],
          patterns: [{ regex: '^\\.\\./\\.\\.', message: 'Further than the next folder: write ~/ or #db/.' }],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  {
    // drizzle-kit reads the tables and does not know the short names.
    files: ['db/**'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // The one place where PostgreSQL's own transaction is meant.
    files: ['db/open.server.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noDefault, ...noClock] },
  },
  {
    // The places that own a clock: the edge of a request, the process and its jobs.
    files: ['app/access/context*', 'app/access/session.server.ts', 'app/http/portal.server.ts', 'app/jobs/**', 'app/islands/**', 'db/seed/**'],
    rules: { 'no-restricted-syntax': ['error', ...always, ...noDefault] },
  },
  {
    files: ['app/islands/**'],
    rules: { 'no-restricted-syntax': ['error', ...always] },
  },
  {
    files: ['app/routes/**', 'app/root.tsx', 'app/routes.ts', 'app/entry.*'],
    rules: { 'no-restricted-syntax': ['error', ...always, ...noClock] },
  },
  {
    files: ['server.ts', '*.config.{ts,js}', 'scripts/**', 'bench/**', 'tests/**'],
    rules: { 'no-restricted-syntax': ['error', ...always.slice(0, 2)] },
  },
  {
    files: ['tests/**', 'bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.cjs'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
