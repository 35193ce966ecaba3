import { syntheticKrs, syntheticNip, syntheticNrb, syntheticRegon } from '~/shared/identifiers';
import { addDays, dayOf, type Day } from '~/shared/time';
import type { Portal } from '../support/portal';
import type { Answers } from './paper';
import { walker, type Clock, type Walker } from './walker';

/** The City's people and the committee, each at their own desk, under one clock. */
export async function cast(p: Portal, clock: Clock) {
  const officer = walker(p, clock, await p.person({ roles: ['officer'], name: 'Anna Zając' }));
  const head = walker(p, clock, await p.person({ roles: ['head'], name: 'Barbara Nowicka' }));
  const people = [await p.person({ roles: ['committee_member'], name: 'Zofia Bielak' }), await p.person({ roles: ['committee_member'], name: 'Oleh Tkaczuk' })];
  return { officer, head, members: people.map((person) => walker(p, clock, person)), resident: walker(p, clock) };
}

/** Somebody new signs up, follows the link in the letter, and signs in. */
export async function newcomer(p: Portal, clock: Clock, name: string, email: string): Promise<Walker> {
  const person = walker(p, clock);
  const password = 'spokojna rzeka nocą';
  await person.open('/uk/sign-up');
  await person.send('signUp', { name, email, password });
  await person.openLetter(email, 'uk');
  await person.send('confirm', { password });
  if (!person.at().endsWith('/desk')) {
    await person.open('/uk/sign-in');
    await person.send('signIn', { email, password });
  }
  return person;
}

/** Registers an association with invented numbers and hands it in; gives the address of its page. */
export async function register(person: Walker, name: string, seed: number): Promise<string> {
  await person.open('/uk/register');
  await person.send('save', {
    name, legalForm: 'association', krs: syntheticKrs(seed), nip: syntheticNip(seed), regon: syntheticRegon(seed), account: syntheticNrb(seed),
    district: 'podgorze', email: 'prog@example.org', phone: '12 000 77 77', targetGroups: ['forced_migrant'], communityRoles: ['self_help'], languages: ['uk', 'pl'],
    fields: ['foreigners_integration'], ledByCommunity: 'yes', 'descriptions.uk': 'Допомагаємо одна одній у перші місяці.',
  }, 'submit');
  return person.at();
}

/** A call drafted, approved by another person, published in three places and opened; gives its page at the office. */
export async function announce(officer: Walker, head: Walker, today: Day): Promise<string> {
  const soon = (days: number) => ({ day: addDays(today, days) });
  await officer.open('/pl/office/calls/new');
  await officer.send('draft', {
    title: 'Próg: pierwsza pomoc sąsiedzka', 'titles.uk': 'Поріг: перша сусідська допомога', taskArea: 'foreigners_integration', form: 'support', budget: '90 000,00', minGrant: '5000', maxGrant: '60 000',
    maxShare: '90', rules: 'Do 90 % kosztów.', conditions: 'W Krakowie.', taskFrom: soon(60), taskTo: soon(300), closesOn: soon(25), closesTime: '15:00', procedure: 'Ocena formalna i merytoryczna.',
    decisionBy: soon(50), previousTasks: 'W roku poprzednim 420 000 zł.', committeeRecruitment: 'Zgłoszenia do komisji w 14 dni.', budgetLine: '85395 § 2360',
  });
  const call = officer.at();
  await officer.send('send');
  await head.open(call);
  await head.send('approve', { orderNumber: '77/2026', orderDate: soon(0) });
  await publish(officer, call, today);
  await officer.send('open');
  return call;
}

/** Records the three publications that a page still asks for, one after another. */
export async function publish(officer: Walker, page: string, today: Day): Promise<void> {
  for (let place = 0; place < 3; place += 1) {
    await officer.open(page);
    await officer.send('publication', { publishedOn: { day: today }, reference: `Ogłoszenie ${place + 1}` });
  }
}

/** Writes every section of an offer that asks for 40 000 zł and puts in 10 000 zł of its own. */
export async function writeOffer(person: Walker, offer: string, { title, from, to }: { title: string; from: Day; to: Day }): Promise<void> {
  const [startDate, endDate] = [{ day: from }, { day: to }];
  const part = async (section: string, answers: Answers) => {
    await person.open(`${offer}/section/${section}`);
    await person.send(section, answers);
  };
  await part('contact', { name: 'Olena', phone: '12 000 77 77', email: 'prog@example.org' });
  await part('task', { title, startDate, endDate, synthesis: 'Spotkania sąsiedzkie raz w tygodniu: język, sprawy urzędowe, pierwsze znajomości.', districts: ['podgorze'], targetGroups: ['forced_migrant'] });
  await part('schedule', { 'actions[0].name': 'Spotkania', 'actions[0].description': 'Spotkania co tydzień.', 'actions[0].from': startDate, 'actions[0].to': endDate });
  await part('results', { text: 'Grupa działa dalej.', 'results[0].name': 'Uczestnicy', 'results[0].target': '30', 'results[0].unit': 'osób', 'results[0].monitoring': 'lista' });
  await part('profile', { experience: 'Działamy od roku.', resources: 'Sala i wolontariusze.' });
  await person.open(`${offer}/section/budget`);
  const action = person.options('budget', 'lines[0].actionId').find((value) => value && value !== 'admin') ?? '';
  await person.send('budget', {
    'lines[0].actionId': action, 'lines[0].kind': 'Prowadzenie spotkań', 'lines[0].unit': 'godzina', 'lines[0].unitCost': '500,00', 'lines[0].quantity': '100',
    'sources.grant': '40 000,00', 'sources.ownCash': '5000', 'sources.personal': '5 000,00',
  });
  await part('other', { paid: 'no' });
  await part('declarations', { withinStatute: 'yes', feesOnlyPaid: 'yes', taxArrears: 'no', insuranceArrears: 'no', dataAgrees: 'yes', allTrue: 'yes', dataProtection: 'yes' });
  await part('attachments', { none: 'yes' });
}

/** The formal check of one offer with a call to correct its contact once, confirmed by another person. */
export async function checkFormally({ officer, head, editor, signatory }: Record<'officer' | 'head' | 'editor' | 'signatory', Walker>, page: string, offer: string): Promise<void> {
  const answer = async (sixth: 'yes' | 'no') => {
    await officer.open(page);
    const names = officer.fields('answer').filter((name) => name.endsWith('.answer'));
    await officer.send('answer', Object.fromEntries(names.map((name, i) => [name, i === 5 ? sixth : 'yes'])));
  };
  await answer('no');
  await officer.send('ask', { field: 'contact/phone', code: 'incomplete', words: 'Podaj pełny numer telefonu.' });
  await officer.send('correct');
  await editor.open(`${offer}/section/contact`);
  await editor.send('contact', { phone: '+48 12 000 77 77' });
  await signatory.open(offer);
  await signatory.send('correct');
  await answer('yes');
  await officer.send('propose', { proposal: 'valid' });
  await head.open(page);
  await head.send('confirm');
}

/** The committee is seated, declares itself impartial and scores the only offer. */
export async function assess({ officer, head, members }: { officer: Walker; head: Walker; members: Walker[] }, call: string, applicationId: string): Promise<void> {
  const callId = call.split('/').pop() ?? '';
  const committee = `${call}/committee`;
  for (const [name, seat] of [['Anna Zając', 'chair'], ['Zofia Bielak', 'ngo'], ['Oleh Tkaczuk', 'ngo']] as const) {
    await head.open(committee);
    const organisationId = head.option('appoint', 'organisationId', 'Federacja');
    await head.send('appoint', { personId: head.option('appoint', 'personId', name), seat, ...(seat === 'ngo' ? { organisationId } : {}) });
  }
  for (const member of [officer, ...members]) {
    await member.open(`/pl/reviews/${callId}`);
    await member.send('declare', { outcome: 'none', truthful: 'yes' });
  }
  await officer.open(committee);
  await officer.send('start');
  const points = [13, 18, 26, 8, 8, 4, 9].flatMap((given, i) => [[`scores[${i}].points`, String(given)], [`scores[${i}].reason`, 'Konkretnie opisane.']]);
  for (const member of [officer, ...members]) {
    await member.open(`/pl/reviews/${callId}/${applicationId}`);
    await member.send('save', Object.fromEntries(points), 'handIn');
  }
}

/** A day counted from the clock. */
export const dayIn = (clock: Clock, days: number): Day => addDays(dayOf(clock.now), days);
