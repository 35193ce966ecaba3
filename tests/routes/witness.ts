import { expect } from 'vitest';
import { offerSections } from '~/modules/applications/content';
import { newToken } from '~/shared/ids';
import type { Portal } from '../support/portal';
import { visit, type Sent } from './support';
import type { Posting, Witness } from './walker';

/** Every row of every table but sessions, the counts of tries and the portal's own upload key, as one text. */
export async function everything({ db }: Portal): Promise<string> {
  const { sessions: _sessions, throttles: _throttles, uploadSecrets: _key, ...tables } = db.t as unknown as Record<string, never>;
  const rows: string[] = [];
  for (const [name, table] of Object.entries(tables)) {
    if (!isTable(table)) continue;
    const found = (await db.read.select().from(table)) as unknown[];
    rows.push(...found.map((row) => `${name} ${JSON.stringify(row)}`).sort());
  }
  return rows.join('\n');
}

const isTable = (thing: unknown) => typeof thing === 'object' && thing !== null && Symbol.for('drizzle:IsDrizzleTable') in thing;

const endless = 'ż'.repeat(30_000);
// What may be kept unfinished, so that blank boxes are no mistake there.
const unfinished = new Set<string>([...offerSections, 'results', 'actions', 'expenses', 'sources', 'additional', 'answer']);

/** Sends every form of a walk wrongly in many ways before it is sent rightly, and again afterwards; nothing may change but by the right one. Drafts may be kept blank. */
export function mistrust(p: Portal, stranger: { id: string }, drafts: readonly string[] = []) {
  const counts = { forms: 0, fields: 0, strangers: 0, replays: 0, stale: 0 };
  const found: string[] = [];
  const wrong = (what: string, posting: Posting, said: unknown) => void found.push(`${posting.path.replace(/[0-9a-z]{26}/g, ':id')} ${posting.intent}: ${what} ${JSON.stringify(said)}`);
  const send = (posting: Posting, sent: Sent, cookie = posting.cookie) => visit(p, posting.path, { cookie, now: posting.now, form: sent, multipart: posting.form.multipart });

  async function eachField(posting: Posting): Promise<void> {
    const typed = posting.form.controls.filter(({ name, type }) => !name.startsWith('_') && name !== 'intent' && ['text', 'email', 'tel', 'url', 'password', 'textarea', 'select', 'radio'].includes(type));
    // A list in a row that is otherwise empty says nothing: the row is passed over.
    const inEmptyRow = ({ name, tag }: (typeof typed)[number]) => tag === 'select' && name.includes(']') && typed.every((other) => other.tag === 'select' || other.name.split(']')[0] !== name.split(']')[0] || !posting.sent[other.name]);
    for (const name of new Set(typed.filter((control) => !inEmptyRow(control)).map((control) => control.name))) {
      const { status, state, html } = await send(posting, { ...posting.sent, [name]: endless, _key: newToken() });
      counts.fields += 1;
      const said = state?.errors.map(({ path }) => path) ?? [];
      if (status !== 422) wrong(`${name} too long`, posting, [status, said]);
      else if (!said.some((path) => name === path || name.startsWith(`${path}.`))) wrong(`${name} too long, said elsewhere`, posting, said);
      else if (state?.errors.some(({ message }) => message.length < 5)) wrong(`${name} without a sentence`, posting, said);
      else {
        const lost = Object.entries(posting.sent).filter(([kept, value]) => kept !== name && !/^_|password|intent/i.test(kept) && typeof value === 'string' && value.length > 3 && !html.includes(inHtml(value)));
        if (lost.length > 0) wrong(`${name} too long, lost`, posting, lost);
      }
    }
    if (typed.length > 0 && !unfinished.has(posting.intent) && !drafts.includes(posting.intent)) {
      const blank = Object.fromEntries(Object.entries(posting.sent).map(([name, value]) => [name, typed.some((control) => control.name === name) ? '' : value]));
      const { status } = await send(posting, { ...blank, _key: newToken() });
      if (status !== 422) wrong('blank', posting, status);
    }
  }

  const witness: Witness = {
    async before(posting) {
      counts.forms += 1;
      const before = await everything(p);
      const unknown = await send(posting, { ...posting.sent, intent: 'nieznane' });
      if (unknown.status !== 400) wrong('unknown intent', posting, unknown.status);
      const put = await visit(p, posting.path, { cookie: posting.cookie, now: posting.now, form: posting.sent, method: 'PUT' });
      if (put.status !== 405) wrong('PUT', posting, put.status);
      const forAnyone = /^\/\w\w\/(sign-up|sign-in|confirm|consultations)\b/.test(posting.path);
      if (!forAnyone) {
        const nobody = await send(posting, posting.sent, '');
        if (nobody.status !== 302 || nobody.location !== `${posting.path.slice(0, 3)}/sign-in?next=${encodeURIComponent(posting.path.split('?')[0] ?? '')}`) wrong('anonymous', posting, [nobody.status, nobody.location]);
      }
      const forAnySignedIn = /^\/\w\w\/(register$|invitations\/|local-initiatives\/new$)/.test(posting.path);
      if (!forAnyone && !forAnySignedIn) {
        counts.strangers += 1;
        const other = await visit(p, posting.path, { person: stranger, now: posting.now, form: posting.sent, multipart: posting.form.multipart });
        if (![403, 404].includes(other.status)) wrong('stranger', posting, other.status);
      }
      await eachField(posting);
      if ((await everything(p)) !== before) wrong('refused, and yet something was written', posting, '');
    },
    async after(posting, first) {
      const before = await everything(p);
      const again = await send(posting, posting.sent);
      counts.replays += 1;
      // A letter's link is a way in once: sent again it opens nothing, and gives no second session.
      const spent = posting.path.includes('/confirm/') && posting.path.split('/').length === 4 && again.status === 409;
      if (!spent && (again.status !== 303 || again.location !== first.location)) wrong('replayed', posting, [again.status, again.location, first.location]);
      if (posting.sent.version !== undefined) {
        const later = await send(posting, { ...posting.sent, _key: newToken() });
        counts.stale += 1;
        // Handing in twice is no mistake: the second click gets the first receipt.
        const handedIn = posting.intent === 'submit' && later.location === first.location;
        // What two people write in an offer is merged by field; the same words again change nothing.
        const merged = posting.path.includes('/applications/') && posting.path.includes('/section/') && later.status === 303;
        if (later.status !== 409 && !handedIn && !merged) wrong('stale', posting, later.status);
      }
      if ((await everything(p)) !== before) wrong('sent again, and something was written', posting, '');
    },
  };
  return { witness, counts, found, check: () => expect(found).toEqual([]) };
}

const inHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#x27;').replaceAll('\u00a0', ' ');
