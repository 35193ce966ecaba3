// Prints the policy table as docs/who-may-do-what.md; a test keeps the file true.
import type { Actor, Person } from '~/access/actor';
import { may, policy, type Action, type Subject } from '~/access/policy';
import { cityRoles } from '~/access/roles';

const person = (more: Partial<Person>): Actor => ({ kind: 'person', id: 'me', name: '', email: '', lang: 'pl', roles: [], memberships: [], ...more });
const inOrganisation = (role: 'owner' | 'editor' | 'viewer', signatory = false) => person({ memberships: [{ organisationId: 'own', role, signatory }] });

const columns: [string, Actor, Subject?][] = [
  ['anyone', { kind: 'anonymous' }],
  ['signed in', person({})],
  ['own organisation: viewer', inOrganisation('viewer')],
  ['editor', inOrganisation('editor')],
  ['owner', inOrganisation('owner')],
  ['signatory', inOrganisation('viewer', true)],
  ['helper of one offer', person({}), { helpers: ['me'] }],
  ['mentor of one offer', person({}), { mentors: ['me'] }],
  ...cityRoles.map((role): [string, Actor] => [role, person({ roles: [role] })]),
];

/** The policy table as people read it: rows are actions, columns are who asks. */
export function whoMayDoWhat(): string {
  const subject = { organisationId: 'own', personId: 'me', public: true, handedIn: true, committee: ['me'], cleared: ['me'] };
  const rows = (Object.keys(policy) as Action[]).map((action) => `| \`${action}\` | ${columns.map(([, actor, more]) => (may(actor, action, { ...subject, ...more }) ? '●' : '')).join(' | ')} |`);
  return [
    '# Who may do what',
    '',
    'Made from `app/access/policy.ts` by `npm run policy`. A dot: may do it to their own thing, or to a public or handed-in one; for the',
    'committee, to offers of a call whose committee they sit in, having declared no conflict. Four-eyes rules and states come on top.',
    '',
    `| action | ${columns.map(([name]) => name).join(' | ')} |`,
    `| --- |${columns.map(() => ' :-: |').join('')}`,
    ...rows,
    '',
  ].join('\n');
}
