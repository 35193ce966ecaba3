import { expect, test } from 'vitest';
import { anonymous } from '~/access/actor';
import { may } from '~/access/policy';
import { cityRoles } from '~/access/roles';
import { verified, afresh } from '../modules/organisations/entries';
import { eachEngine, portal } from '../support/portal';
import { site, visit, type Sent } from './support';
import { everything } from './witness';

const filled = (path: string, intent = 'x') => path.replace(':lang', 'pl').replace(/:(section|part)/, intent).replace(/:\w+/g, 'nie-ma-takiego').replace('*', 'nie-ma');
const ways = site.flatMap(({ path, module }) => Object.entries(module.handle.do).map(([intent, action]) => ({ path: filled(path, intent), intent, action })));
const withId = (path: string) => path.includes('nie-ma-takiego');
// Names that forms have, with what no form asks for in them.
const nonsense: Sent = {
  version: '-1', organisationId: 'x'.repeat(400), personId: ['a', 'b'], 'title.pl': 'x', 'titles[0]': 'x', 'scores[0].points': '1e9', 'instalments[499].amount': '-5', amount: 'NaN',
  'closesOn.day': '31', 'closesOn.month': '2', 'closesOn.year': '0', name: '\u0000\u202e', 'a[0][0].b': 'x', '__proto__.x': 'y', lang: 'xx', proposal: 'maybe', checklist: 'x',
};
// Buttons without a question, which anybody signed in may press.
const harmless = new Set(['theme set', 'sign-out signOut', 'account signOutEverywhere', 'calendar make', 'calendar revoke']);
// A link from a letter says nothing about itself until its button is pressed; a file is unknown to strangers; an upload lacks its signature.
const secret = /^\/(pl\/(confirm|reset|invitations|receipts)|r)\/nie-ma/;
const hidden = /^\/(files|ingest)\//;
const named = (path: string, intent: string) => `${path.replace(/^\/pl\//, '')} ${intent}`;

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { owner } = await verified(p, officer);
    // One person with every role there is: nothing is refused only because of who asks.
    const all = await p.person({ roles: [...cityRoles], memberships: owner.memberships.map((membership) => ({ ...membership, signatory: true })) });
    return { p, all: await afresh(p, all) };
  }

  test('an empty or nonsensical form for something that is not there is refused, never a fault, on every route', async () => {
    const { p, all } = await scene();
    const before = await everything(p);
    const odd: string[] = [];
    for (const { path, intent } of ways) {
      if (harmless.has(named(path, intent))) continue;
      for (const form of [{ intent }, { intent, ...nonsense }]) {
        const { status } = await visit(p, path, { person: all, form }).catch((error: unknown) => ({ status: String(error) }));
        if (!(typeof status === 'number' && status >= 400 && status < 500)) odd.push(`${named(path, intent)}: ${status}`);
      }
    }
    expect(odd).toEqual([]);
    expect(await everything(p)).toBe(before);
    expect(ways.length).toBeGreaterThan(70);
  });

  test('unknown intents, other methods, foreign bodies and nobody at all are told so on every route', async () => {
    const { p, all } = await scene();
    const odd: string[] = [];
    for (const { path, intent, action } of ways) {
      if (path.startsWith('/api/') || path.startsWith('/ingest/')) continue;
      const unknown = (await visit(p, path, { person: all, form: { intent: `${intent}X` } })).status;
      const put = (await visit(p, path, { person: all, form: { intent }, method: 'PUT' })).status;
      if (unknown !== 400 || put !== 405) odd.push(`${named(path, intent)}: ${unknown} ${put}`);
      if (may(anonymous, action)) continue;
      const nobody = await visit(p, path, { form: { intent } });
      if (nobody.location !== `/pl/sign-in?next=${encodeURIComponent(path)}`) odd.push(`${named(path, intent)}: nobody ${nobody.status} ${nobody.location}`);
    }
    expect(odd).toEqual([]);
  });

  test('a page about something that is not there is not found, and what is not public asks who you are', async () => {
    const { p, all } = await scene();
    const odd: string[] = [];
    for (const { path: pattern, module } of site) {
      const path = filled(pattern);
      if (!module.loader || path === '/' || pattern === '/*') continue;
      const { status } = await visit(p, path, { person: all }).catch((error: unknown) => ({ status: String(error) }));
      if (typeof status !== 'number' || status >= 500 || (withId(path) && !secret.test(path) && status !== 404 && !(hidden.test(path) && status === 403))) odd.push(`${path}: ${status}`);
      if (may(anonymous, module.handle.see) || hidden.test(path)) continue;
      const nobody = await visit(p, path);
      if (nobody.location !== `/pl/sign-in?next=${encodeURIComponent(path)}`) odd.push(`${path}: nobody ${nobody.status} ${nobody.location}`);
    }
    expect(odd).toEqual([]);
  });
});
