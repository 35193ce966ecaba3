import { expect } from 'vitest';
import type { Answers } from './paper';
import { dayIn } from './chain-steps';
import type { Clock, Walker } from './walker';

type People = Record<'officer' | 'head' | 'editor' | 'signatory', Walker>;
type Way = { ranking: string; clock: Clock; forward: (days: number) => void; instalment: string };

/** From the published result to the settled agreement: signatures, a tranche, the report returned once, and what was not spent. */
export async function settle({ officer, head, editor, signatory }: People, { ranking, clock, forward, instalment }: Way): Promise<void> {
  const today = () => ({ day: dayIn(clock, 0) });
  await officer.open(ranking);
  const [prepare = ''] = officer.links('/pl/office/awards/');
  await officer.open(prepare);
  await officer.send('prepare', {
    representatives: 'Halyna Kravets, prezeska', cityRepresentative: 'Barbara Nowicka, dyrektorka', shiftLimit: '20',
    'instalments[0].amount': instalment, 'instalments[0].dueOn': { day: dayIn(clock, 20) },
  });
  const agreement = officer.at();
  await officer.send('release');
  const own = agreement.replace('/pl/office', '/uk');
  await signatory.open(own);
  await signatory.send('sign');
  await head.open(agreement);
  await head.send('sign', { signedOn: today() });
  await officer.open(agreement);
  await officer.send('order');
  await head.open(agreement);
  await head.send('confirm', { paidOn: today(), documentNumber: 'WB/1' });

  forward(250);
  await editor.open(own);
  await editor.send('report');
  const report = editor.at();
  const part = async (name: string, answers: Answers) => {
    await editor.open(`${report}/part/${name}`);
    await editor.send(name, answers);
  };
  await part('results', { 'outcomes[0].achieved': '31', summary: 'Grupa działa dalej.' });
  await part('actions', { description: 'Odbyły się wszystkie spotkania.' });
  await part('expenses', { 'lines[0].spent': '48 750,00' });
  await part('sources', { grantUsed: '39 000,00', ownCash: '4875', personal: '4875' });
  await part('additional', { statusUnchanged: 'yes', allTrue: 'yes', dataProtection: 'yes' });
  await signatory.open(report);
  await signatory.send('submit');

  const office = report.replace('/uk/', '/pl/office/');
  await officer.open(office);
  await officer.send('ask', { questions: 'Ile osób przyszło po raz pierwszy?' });
  await signatory.open(report);
  await signatory.send('submit', { questionsAnswer: 'Osiemnaście.' });
  await officer.open(office);
  await officer.send('review', { note: 'Zgodne z umową.' });
  await head.open(office);
  await head.send('accept');
  await head.open(agreement);
  expect(head.html()).toContain('1 000,00 zł');
  await head.send('returned', { returnedOn: today() });
  await head.send('settle');
}
