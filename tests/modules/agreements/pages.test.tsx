import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { anonymous, type Actor } from '~/access/actor';
import { prepareAgreement, releaseForSigning } from '~/modules/agreements/commands.server';
import { readConfig } from '~/http/config.server';
import { orderInstalment, scheduleRepayment } from '~/modules/payments/commands.server';
import { listInstalments } from '~/modules/payments/queries.server';
import * as giving from '~/routes/api/open-data';
import * as ownAgreement from '~/routes/applicant/agreement';
import * as officeAgreement from '~/routes/office/agreement';
import * as newAgreement from '~/routes/office/agreement-new';
import * as officeAgreements from '~/routes/office/agreements';
import * as initiativePage from '~/routes/public/initiative';
import * as initiativesPage from '~/routes/public/initiatives';
import { activeAgreement } from '../../support/agreement';
import { acceptedAward, clerk, terms } from '../../support/award';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

const shown = vi.hoisted(() => ({ person: undefined as unknown, data: undefined as unknown }));
vi.mock('~/access/session.server', () => ({ readSession: () => Promise.resolve({ person: shown.person }) }));
vi.mock('@remix-run/react', async (original) => ({ ...(await original<object>()), useLoaderData: () => shown.data }));

type Page = { loader: (asked: never) => Promise<Response>; default?: () => ReactElement };

/** The page as this person gets it: the status, and the words on it. */
async function open(p: Portal, page: unknown, actor: Actor, params: Record<string, string> = {}, query = '') {
  const { loader, default: Body } = page as Page;
  shown.person = actor.kind === 'person' ? actor : undefined;
  const request = new Request(`http://portal.test/pl/x${query}`);
  try {
    const response = await loader({ request, params: { lang: 'pl', ...params }, context: { db: p.db, origin: 'http://portal.test', ip: '', now: () => monday, config: readConfig({}) } } as never);
    if (!Body) return { status: response.status, html: await response.text(), headers: response.headers };
    shown.data = await response.json();
    return { status: response.status, html: renderToStaticMarkup(<Body />), headers: response.headers };
  } catch (error) {
    if (error instanceof Response) return { status: error.status, html: '', headers: error.headers };
    throw error;
  }
}

eachEngine((engine) => {
  test('the officer prepares from the list, and the organisation reads the agreement only when it is released', async () => {
    const p = await portal(engine);
    const award = await acceptedAward(p);
    const other = await acceptedAward(p);
    const officer = await clerk(p, 'officer');
    expect((await open(p, officeAgreements, officer)).html).toContain(`/office/awards/${award.awardId}/agreement`);
    const form = await open(p, newAgreement, officer, { id: award.awardId });
    expect(form.html).toContain('name="instalments[0].dueOn.day"');
    expect(form.html).toContain('20000,00');
    expect((await open(p, newAgreement, award.signatory, { id: award.awardId })).status).toBe(403);

    const { id } = await prepareAgreement(p.as(officer), award.awardId, terms());
    expect((await open(p, officeAgreement, officer, { id })).html).toContain('value="release"');
    expect((await open(p, ownAgreement, award.signatory, { id })).status).toBe(404);
    await releaseForSigning(p.as(officer), id);
    const own = await open(p, ownAgreement, award.signatory, { id });
    expect(own.html).toContain('value="sign"');
    expect(own.html).toContain('dwadzieścia tysięcy');
    expect((await open(p, ownAgreement, other.signatory, { id })).status).toBe(403);
    expect((await open(p, officeAgreement, award.signatory, { id })).status).toBe(403);
  });

  test('each clerk is offered only the payment that is theirs to make', async () => {
    const p = await portal(engine);
    const { agreementId, officer, head } = await activeAgreement(p);
    const finance = await clerk(p, 'finance');
    const [first] = await listInstalments(p.db.read, agreementId);
    await orderInstalment(p.as(finance), first?.id ?? '');
    await p.db.tx((tx) => scheduleRepayment(tx, p.as(officer), { agreementId, amount: 500, reason: 'unspent', dueOn: '2026-12-15' }));
    const page = async (person: Actor) => (await open(p, officeAgreement, person, { id: agreementId })).html;
    expect(await page(finance)).not.toContain('value="confirm"');
    expect(await page(head)).toContain('value="confirm"');
    expect(await page(head)).toContain('value="returned"');
    expect(await page(officer)).not.toContain('value="returned"');
  });

  test('everybody reads the funded initiatives by year, one by one, and as open data', async () => {
    const p = await portal(engine);
    expect((await open(p, initiativesPage, anonymous)).html).toContain('Nie ma tu jeszcze inicjatyw');
    expect((await open(p, giving, anonymous, { file: '360giving.json' })).status).toBe(404);
    const { number } = await activeAgreement(p);
    expect((await open(p, initiativesPage, anonymous, {}, '?year=2026')).html).toContain(`/pl/initiatives/${number}`);
    const one = await open(p, initiativePage, anonymous, { number });
    for (const words of ['XIII Podgórze', 'w realizacji', '32 spotkania']) expect(one.html).toContain(words);
    expect(one.html).not.toMatch(/\d{26}|prezeska/);
    expect((await open(p, initiativePage, anonymous, { number: 'OK-1999-1' })).status).toBe(404);
    const file = await open(p, giving, anonymous, { file: '360giving.json' });
    expect(file.headers.get('content-type')).toContain('application/json');
    expect(file.headers.get('access-control-allow-origin')).toBe('*');
    expect(JSON.parse(file.html).grants).toHaveLength(1);
  });
});
