import { expect } from 'vitest';
import { languages } from '~/i18n/messages';
import { dayIn } from './chain-steps';
import type { Clock, Walker } from './walker';

const voice = 'Центр має працювати і в неділю.';

/** From the question of the City to the report that answers the one comment it got. */
export async function consult({ officer, resident }: Record<'officer' | 'resident', Walker>, clock: Clock, close: () => Promise<unknown>): Promise<void> {
  const inFive = (name: string, text: string) => Object.fromEntries(languages.map((lang) => [`${name}.${lang}`, `${text} ${lang}`]));
  await officer.open('/pl/office/consultations/new');
  await officer.send('draft', {
    ...inFive('titles', 'Godziny otwarcia'), ...inFive('questions', 'Kiedy otwierać?'), ...inFive('backgrounds', 'Ustalamy godziny.'),
    opensOn: { day: dayIn(clock, 0) }, opensTime: '00:00', closesOn: { day: dayIn(clock, 10) }, closesTime: '15:00',
  });
  const consultation = officer.at();
  await officer.send('open');
  await resident.open('/uk/consultations');
  const [question = ''] = resident.links('/uk/consultations/').filter((href) => href.includes('godziny'));
  await resident.open(question);
  await resident.send('comment', { text: voice, lang: 'uk', email: 'resident@example.org' });
  await resident.openLetter('resident@example.org', 'uk');
  await resident.send('confirm');
  await officer.open(consultation);
  const [comment = ''] = officer.links('').filter((href) => href.includes('comment='));
  await officer.open(comment.startsWith('/') ? comment : `${consultation}${comment}`);
  await officer.send('answer', { disposition: 'partly_accepted', answer: 'Raz w miesiącu także w niedzielę.' });
  await close();
  await officer.open(consultation);
  await officer.send('publish', { 'summary.pl': 'Jeden głos, jedna zmiana.' });
  await resident.open(`${question}/report`);
  expect(resident.html()).toContain(voice);
  expect(resident.html()).toContain('Raz w miesiącu także w niedzielę.');
}
