import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { expect, test } from 'vitest';
import { languages } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { FormalAnswers, FormalChecklist } from '~/modules/applications/components/formal-checklist';
import { CorrectionStep } from '~/modules/applications/components/correction-desk';
import { ProposalState } from '~/modules/applications/components/formal-steps';
import { OfferView } from '~/modules/applications/components/offer-view';
import { DeclarationCard } from '~/modules/panels/components/declaration-card';
import { ScoreCard } from '~/modules/reviews/components/score-card';
import { goodOffer } from './contest';

/** What a page draws, with data of loaders in reach. */
const drawn = (element: ReactElement, loaded: unknown = {}) =>
  renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: 'page', path: '/', element, loader: () => null }], { hydrationData: { loaderData: { page: loaded } } })} />);

test('a whole offer can be read in every language, each part with its own place on the page', () => {
  for (const lang of languages) {
    const html = drawn(
      <LangProvider lang={lang}>
        <OfferView content={goodOffer} call={{ title: 'Razem w Krakowie' }} offeror={{ name: 'Fundacja Most', lines: ['KRS 0000000001'] }} sums={{ total: 2_050_000 }} />
      </LangProvider>,
    );
    for (const part of ['basic', 'contact', 'task', 'schedule', 'results', 'profile', 'budget', 'other', 'declarations', 'attachments']) expect(html).toContain(`id="offer-${part}"`);
    expect(html).toContain('Spotkania sąsiedzkie');
    expect(html.replace(/\s/g, ' ')).toMatch(/20 500,00|20,500\.00|20\.500,00/);
  }
});

test('an empty offer is shown as not filled in, not as an error', () => {
  const html = drawn(<OfferView content={{}} call={{ title: 'Razem' }} offeror={{ name: 'Fundacja', lines: [] }} sums={{ total: 0 }} />);
  expect(html).toContain('Nie wypełniono');
});

test('a result names its indicator as the list of officers has it', () => {
  const [result] = goodOffer.results?.results ?? [];
  const offer = { ...goodOffer, results: { text: '', ...goodOffer.results, results: [{ id: 'r1', name: 'Spotkania', target: '6', unit: 'spotkań', monitoring: 'lista', ...result, indicator: 'events' }] } };
  const html = drawn(<OfferView content={offer} call={{ title: 'Razem' }} offeror={{ name: 'Fundacja', lines: [] }} sums={{ total: 0 }} />, { indicators: [{ code: 'events', name: 'Wydarzenia w roku', current: false }] });
  expect(html).toContain('Wydarzenia w roku');
});

test('the cards of officers and members are plain forms', () => {
  const item = { id: 'f1', name: 'F1. W terminie', correctable: false, answer: 'no' as const, note: 'Po terminie', fact: { met: false, text: 'Złożono po terminie.' } };
  const html = renderToStaticMarkup(
    <>
      <FormalChecklist items={[item]} />
      <FormalAnswers items={[item]} />
      <CorrectionStep due="10 marca" questions={[{ id: 'q1', label: 'Tytuł', code: 'unclear', words: null, answer: null }]} fields={[{ value: 'task/title', label: 'Tytuł' }]} reasons={[{ value: 'unclear', label: 'Niejasne' }]} />
      <ProposalState proposal="valid" reason={null} name="Ewa" at="dziś" confirmed={false} mayConfirm />
      <DeclarationCard applicants={[{ id: 'offer0', title: 'Zadanie', organisation: 'Fundacja' }]} />
      <ScoreCard criteria={[{ id: 'k1', name: 'Jakość', max: 30, points: null, reason: '' }]} open handedIn={false} total={0} />
    </>,
  );
  for (const name of ['answers[0].answer', 'answers[0].checklistId', 'field', 'code', 'question', 'outcome', 'applicationIds', 'scores[0].points']) expect(html).toContain(`name="${name}"`);
  for (const intent of ['answer', 'ask', 'unask', 'correct', 'confirm', 'declare', 'save']) expect(html).toContain(`value="${intent}"`);
});
