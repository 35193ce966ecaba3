import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { RouteConfigEntry } from '@remix-run/route-config';
import type { Actor, Person } from '~/access/actor';
import type { RouteAccess } from '~/access/declare';
import { may, policy, type Action } from '~/access/policy';
import routes from '~/routes';
import { whoMayDoWhat } from '../../scripts/who-may-do-what';

const flat = (entries: readonly RouteConfigEntry[]): RouteConfigEntry[] => entries.flatMap((entry) => [entry, ...flat(entry.children ?? [])]);
const site = flat((await routes) as RouteConfigEntry[]).map(({ file, path }) => ({ file, path: path ?? '' }));
const modules = await Promise.all(site.map(async ({ file }) => ({ file, module: (await import(`../../app/${file}`)) as { handle?: RouteAccess; loader?: unknown; action?: unknown } })));

describe('the site map', () => {
  test.each(site)('$file exists', ({ file }) => expect(existsSync(`app/${file}`)).toBe(true));

  test.each(modules)('$file declares who may see it and do what', ({ module }) => {
    expect(Object.keys(policy)).toContain(module.handle?.see);
    for (const action of Object.values(module.handle?.do ?? {})) expect(Object.keys(policy)).toContain(action);
  });

  test.each(modules)('$file has no way in that is not declared', ({ file, module }) => {
    const source = readFileSync(`app/${file}`, 'utf8');
    const machine = file.startsWith('routes/api/') || file.endsWith('.ts');
    if (module.loader && !machine) expect(source).toMatch(/export const loader = load\(handle,/);
    if (module.action && !machine) expect(source).toMatch(/export const action = act\(handle,/);
    if (!module.action) expect(Object.keys(module.handle?.do ?? {})).toEqual([]);
  });
});

const person = (more: Partial<Person>): Actor => ({ kind: 'person', id: 'me', name: 'Me', email: 'me@example.org', lang: 'pl', roles: [], memberships: [], ...more });
const of = (organisationId: string, role: 'owner' | 'editor' | 'viewer', signatory = false) => person({ memberships: [{ organisationId, role, signatory }] });

const actors = {
  anonymous: { kind: 'anonymous' } as Actor,
  resident: person({}),
  viewer: of('ours', 'viewer'),
  editor: of('ours', 'editor'),
  signatory: of('ours', 'viewer', true),
  owner: of('ours', 'owner'),
  stranger: of('theirs', 'owner', true),
  officer: person({ roles: ['officer'] }),
  head: person({ roles: ['head'] }),
  finance: person({ roles: ['finance'] }),
  auditor: person({ roles: ['auditor'] }),
  admin: person({ roles: ['admin'] }),
  committee: person({ roles: ['committee_member'] }),
};
type Who = keyof typeof actors;

// Written from the rules of the programme, not from the policy: who may do it to a thing of the organisation "ours".
const expected: Partial<Record<Action, Who[]>> = {
  'public.read': Object.keys(actors) as Who[],
  'organisation.register': (Object.keys(actors) as Who[]).filter((who) => who !== 'anonymous'),
  'organisation.edit': ['editor', 'owner'],
  'organisation.submit': ['owner'],
  'organisation.invite': ['owner'],
  'organisation.verify': ['officer', 'head'],
  'organisation.askRegister': ['officer', 'head'],
  'organisation.importFile': ['officer'],
  'organisation.undoImport': ['officer', 'head'],
  'search.save': Object.keys(actors) as Who[],
  'search.tell': [],
  'organisation.confirm': ['editor', 'owner'],
  'organisation.changeRole': ['owner'],
  'organisation.leave': ['viewer', 'editor', 'signatory', 'owner'],
  'organisation.setAside': ['officer', 'head'],
  'organisation.merge': ['officer', 'head'],
  'change.request': ['owner'],
  'change.decide': ['officer', 'head'],
  'claim.decide': ['officer', 'head'],
  'suggestion.make': Object.keys(actors) as Who[],
  'suggestion.answer': ['officer', 'head'],
  'handOver.propose': ['officer'],
  'handOver.confirm': ['officer', 'head'],
  'patronage.propose': ['editor', 'owner'],
  'patronage.answer': ['signatory', 'owner'],
  'call.draft': ['officer'],
  'call.approve': ['head'],
  'application.edit': ['editor', 'owner'],
  'application.submit': ['signatory'],
  'application.checkFormally': ['officer'],
  'application.confirmFormally': ['officer', 'head'],
  'review.write': ['committee'],
  'decision.record': ['head'],
  'award.answer': ['signatory'],
  'agreement.signForOrganisation': ['signatory'],
  'agreement.signForCity': ['head'],
  'payment.order': ['officer', 'finance'],
  'payment.confirm': ['head', 'finance'],
  'report.edit': ['editor', 'owner'],
  'report.submit': ['signatory'],
  'report.review': ['officer'],
  'report.accept': ['head'],
  'localInitiative.edit': ['editor', 'owner'],
  'localInitiative.submit': ['signatory'],
  'localInitiative.review': ['officer'],
  'localInitiative.decide': ['head'],
  'localInitiative.recordAgreement': ['officer', 'head'],
  'audit.read': ['head', 'auditor', 'admin'],
  'person.grantRole': ['admin'],
};
const subject = { organisationId: 'ours', committee: ['me'], cleared: [] as string[] };

describe('who may do what', () => {
  const cells = Object.entries(expected).flatMap(([action, who]) => (Object.keys(actors) as Who[]).map((name) => ({ action: action as Action, name, allowed: who.includes(name) })));
  test.each(cells)('$name, $action: $allowed', ({ action, name, allowed }) => {
    const thing = action === 'review.write' ? { ...subject, cleared: name === 'committee' ? ['me'] : [] } : subject;
    expect(may(actors[name], action, thing)).toBe(allowed);
  });

  test('a committee member with a conflict may not score', () => expect(may(actors.committee, 'review.write', subject)).toBe(false));

  test('what is not handed in is hidden from the City', () => {
    expect(may(actors.officer, 'application.read', { organisationId: 'ours', handedIn: false })).toBe(false);
    expect(may(actors.officer, 'application.read', { organisationId: 'ours', handedIn: true })).toBe(true);
  });
});

test('docs/who-may-do-what.md is what the policy table says', () => {
  expect(readFileSync('docs/who-may-do-what.md', 'utf8')).toBe(whoMayDoWhat());
});
