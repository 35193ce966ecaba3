import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { anonymous, system, type Actor } from '~/access/actor';
import type { Lang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { closeDueCalls, draftCall } from '~/modules/calls/commands.server';
import * as officeCall from '~/routes/office/call';
import * as callEdit from '~/routes/office/call-edit';
import * as callNew from '~/routes/office/call-new';
import * as officeCalls from '~/routes/office/calls';
import * as publicCall from '~/routes/public/call';
import * as publicCalls from '~/routes/public/calls';
import { announced, approved, callInput } from '../../support/call';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

const shown = vi.hoisted(() => ({ person: undefined as unknown, data: undefined as unknown }));
vi.mock('~/access/session.server', () => ({ readSession: () => Promise.resolve({ person: shown.person }) }));
vi.mock('@remix-run/react', async (original) => ({ ...(await original<object>()), useLoaderData: () => shown.data }));

type Page = { loader: (asked: never) => Promise<Response>; default: () => ReactElement };
type Visit = { actor?: Actor; lang?: Lang; now?: Date; query?: string };

/** The page as this person gets it: the status, and the words on it. */
async function visit(p: Portal, page: unknown, params: Record<string, string>, { actor = anonymous, lang = 'pl', now = monday, query = '' }: Visit = {}) {
  const { loader, default: Body } = page as Page;
  shown.person = actor.kind === 'person' ? actor : null;
  const asked = { request: new Request(`http://portal.test/${lang}/x${query}`), params: { lang, ...params }, context: { db: p.db, origin: 'http://portal.test', ip: '', now: () => now } };
  try {
    const response = await loader(asked as never);
    shown.data = await response.json();
    return { status: response.status, html: renderToStaticMarkup(<LangProvider lang={lang}><Body /></LangProvider>).replaceAll('\u00a0', ' ') };
  } catch (error) {
    if (error instanceof Response) return { status: error.status, html: '' };
    throw error;
  }
}

eachEngine((engine) => {
  test('anyone reads who may apply, how much and until when, and where to begin', async () => {
    const p = await portal(engine);
    const { slug } = await announced(p);
    const { html } = await visit(p, publicCall, { slug });
    for (const words of ['fundacja', 'od 5 000,00 zł do 50 000,00 zł', '31 marca 2026, 15:00:00 czasu krakowskiego', 'za 29 dni', `/pl/apply/${slug}`, 'co najmniej 60 ze 100 punktów', 'Biuletyn Informacji Publicznej'])
      expect(html).toContain(words);
  });

  test('in another language the call speaks it where it can, and marks what stays Polish', async () => {
    const p = await portal(engine);
    const { slug } = await announced(p);
    const english = await visit(p, publicCall, { slug }, { lang: 'en' });
    expect(english.html).toContain('<h1 lang="en">Integration of residents</h1>');
    expect(english.html).toContain('The Polish version of the announcement is binding');
    expect((await visit(p, publicCall, { slug }, { lang: 'uk' })).html).toContain('<h1 lang="pl">');
  });

  test('at the deadline the way in is gone, even before the portal noticed it', async () => {
    const p = await portal(engine);
    const { slug } = await announced(p);
    const before = await visit(p, publicCall, { slug }, { now: new Date('2026-03-31T12:59:59.999Z') });
    expect(before.html).toContain(`/pl/apply/${slug}`);
    const after = await visit(p, publicCall, { slug }, { now: new Date('2026-03-31T13:00:00Z') });
    expect(after.html).not.toContain('/pl/apply/');
    expect(after.html).toContain('zakończony przyjmowaniem ofert');
  });

  test('the list shows open calls first and can be narrowed; what is not public is not there', async () => {
    const p = await portal(engine);
    const early = await announced(p, { input: { title: 'Wcześniejszy' } });
    await closeDueCalls(p.as(system, { now: new Date('2026-03-31T13:00:00Z') }));
    await announced(p, { input: { title: 'Późniejszy' }, closesAt: new Date('2026-04-20T13:00:00Z') });
    const hidden = await approved(p, { input: { title: 'Niejawny' } });
    const now = new Date('2026-04-14T10:00:00Z');
    const all = (await visit(p, publicCalls, {}, { now })).html;
    expect(all.indexOf('Późniejszy')).toBeLessThan(all.indexOf('Wcześniejszy'));
    expect(all).toContain('niedługo koniec');
    expect(all).not.toContain('Niejawny');
    expect((await visit(p, publicCall, { slug: hidden.slug })).status).toBe(404);
    const open = (await visit(p, publicCalls, {}, { now, query: '?state=open' })).html;
    expect([open.includes('Późniejszy'), open.includes(early.slug)]).toEqual([true, false]);
  });

  test('the desk says what stops publication, with the way to each field', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id } = await draftCall(p.as(officer), callInput({ previousTasks: undefined, threshold: 60, maxShare: 10_000 }));
    const { html } = await visit(p, officeCall, { id }, { actor: officer });
    expect(html).toContain(`/pl/office/calls/${id}/edit#f-previousTasks`);
    expect(html).toContain(`/pl/office/calls/${id}/edit#f-maxShare`);
    expect(html).not.toContain('value="send"');
    const edit = (await visit(p, callEdit, { id }, { actor: officer })).html;
    for (const field of ['f-previousTasks', 'f-maxShare', 'f-criteria']) expect(edit).toContain(`id="${field}"`);
    expect((await visit(p, callNew, {}, { actor: officer })).html).toContain('name="criteria[6].max"');
    expect((await visit(p, officeCalls, {}, { actor: officer })).html).toContain('projekt ogłoszenia');
  });

  test('the desk offers each person only their own step, and nothing to strangers', async () => {
    const p = await portal(engine);
    const { callId: id, officer, head } = await approved(p);
    const resident = await p.person();
    const mine = (await visit(p, officeCall, { id }, { actor: officer })).html;
    expect([mine.includes('value="publication"'), mine.includes('value="return"')]).toEqual([true, false]);
    const theirs = (await visit(p, officeCall, { id }, { actor: head })).html;
    expect([theirs.includes('value="publication"'), theirs.includes('value="return"')]).toEqual([false, true]);
    expect((await visit(p, officeCall, { id }, { actor: resident })).status).toBe(403);
    expect((await visit(p, officeCall, { id })).status).toBe(302);
    expect((await visit(p, callEdit, { id }, { actor: officer })).status).toBe(409);
  });
});
