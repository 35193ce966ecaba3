import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import type { Person } from '~/access/actor';
import { appointMember, declareImpartiality, startAssessment } from '~/modules/panels/commands.server';
import { handInReview } from '~/modules/reviews/commands.server';
import * as officeApplication from '~/routes/office/application';
import * as callApplications from '~/routes/office/call-applications';
import * as callCommittee from '~/routes/office/call-committee';
import * as panelPage from '~/routes/reviewer/panel';
import * as reviewPage from '~/routes/reviewer/review';
import * as reviewsPage from '~/routes/reviewer/reviews';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';
import { contest } from '../screening/contest';

const shown = vi.hoisted(() => ({ person: undefined as unknown, data: undefined as unknown }));
vi.mock('~/access/session.server', () => ({ readSession: () => Promise.resolve({ person: shown.person }) }));
vi.mock('@remix-run/react', async (original) => ({ ...(await original<object>()), useLoaderData: () => shown.data, useMatches: () => [{ data: shown.data }] }));

type Page = { loader: (asked: never) => Promise<Response>; default: () => ReactElement };

/** The page as this person gets it: the status, and the words on it. */
async function open(p: Portal, page: unknown, person: Person, params: Record<string, string>): Promise<{ status: number; html: string }> {
  const { loader, default: Body } = page as Page;
  shown.person = person;
  const asked = { request: new Request('http://portal.test/pl/x'), params: { lang: 'pl', ...params }, context: { db: p.db, origin: 'http://portal.test', ip: '', now: () => monday } };
  try {
    const response = await loader(asked as never);
    shown.data = await response.json();
    return { status: response.status, html: renderToStaticMarkup(<Body />) };
  } catch (error) {
    if (error instanceof Response) return { status: error.status, html: '' };
    throw error;
  }
}

async function assessed(p: Portal) {
  const people = await contest(p, { status: 'screening', offers: ['formally_valid'] });
  const seats = [];
  for (const seat of ['chair', 'city', 'city'] as const) {
    const member = await p.person({ roles: ['committee_member', 'officer'] });
    await appointMember(p.as(people.head), 'call', { personId: member.id, seat, organisationId: undefined });
    seats.push(member);
  }
  const [chair, one, excluded] = seats as [Person, Person, Person];
  return { ...people, chair, one, excluded };
}

const offer = { callId: 'call', applicationId: 'offer0' };

eachEngine((engine) => {
  test('an excluded member gets neither the offer nor the scores on any page, not even at the City’s desk', async () => {
    const p = await portal(engine);
    const { head, chair, one, excluded, officer } = await assessed(p);
    expect((await open(p, officeApplication, excluded, { id: 'offer0' })).status).toBe(403);
    const list = await open(p, panelPage, excluded, { callId: 'call' });
    expect(list.html).toContain('Fundacja 0');
    expect(list.html).not.toContain('Spotkania');
    expect(list.html).toContain('value="declare"');
    for (const member of [chair, one]) await declareImpartiality(p.as(member), 'call', { outcome: 'none', applicationIds: [] });
    await declareImpartiality(p.as(excluded), 'call', { outcome: 'declared', applicationIds: ['offer0'], reason: 'Rodzina' });
    expect((await open(p, reviewPage, one, offer)).status).toBe(404);
    await startAssessment(p.as(head), 'call');
    expect((await open(p, reviewPage, excluded, offer)).status).toBe(403);
    expect((await open(p, officeApplication, excluded, { id: 'offer0' })).status).toBe(403);
    expect((await open(p, panelPage, excluded, { callId: 'call' })).html).not.toContain('/reviews/call/offer0');
    const page = await open(p, reviewPage, one, offer);
    expect(page.html).toContain('Spotkania');
    expect(page.html).toContain('scores[0].points');
    expect((await open(p, reviewPage, officer, offer)).status).toBe(403);
  });

  test('the page of an offer shows others’ reasons only after the reader’s own card is in', async () => {
    const p = await portal(engine);
    const { head, chair, one, excluded } = await assessed(p);
    for (const member of [chair, one, excluded]) await declareImpartiality(p.as(member), 'call', { outcome: 'none', applicationIds: [] });
    await startAssessment(p.as(head), 'call');
    const card = (reason: string) => ({ scores: [{ criterionId: 'k1', points: 20, reason }, { criterionId: 'k2', points: 10, reason }] });
    await handInReview(p.as(chair), 'offer0', card('Wyjątkowo dobry plan'));
    expect((await open(p, reviewPage, one, offer)).html).not.toContain('Wyjątkowo');
    await handInReview(p.as(one), 'offer0', card('W porządku'));
    expect((await open(p, reviewPage, one, offer)).html).toContain('Wyjątkowo');
    expect((await open(p, reviewsPage, one, {})).html).toContain('/pl/reviews/call');
  });

  test('the City’s pages of a call list the offers, the checklist and the committee', async () => {
    const p = await portal(engine);
    const { officer, head } = await contest(p, { status: 'screening', offers: ['formal_check', 'formal_check'] });
    expect((await open(p, callApplications, officer, { id: 'call' })).html).toContain('/pl/office/applications/offer1');
    const page = await open(p, officeApplication, officer, { id: 'offer0' });
    expect(page.html).toContain('answers[1].answer');
    expect(page.html).toContain('Spotkania');
    expect((await open(p, callCommittee, head, { id: 'call' })).html).toContain('value="appoint"');
    expect((await open(p, callCommittee, officer, { id: 'call' })).html).not.toContain('value="appoint"');
  });
});
