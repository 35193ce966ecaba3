import { syntheticKrs, syntheticNip, syntheticNrb, syntheticRegon } from '~/shared/identifiers';
import type { Day } from '~/shared/time';
import type { Somebody } from './person';

/** Somebody new signs up and follows the link in their letter. */
export async function signUp(person: Somebody, name: string, email: string): Promise<void> {
  await person.open('/uk/sign-up');
  await person.send('signUp', { name, email, password: 'spokojna rzeka nocą' });
  await person.openLetter(email, 'uk');
  await person.send('confirm', { password: 'spokojna rzeka nocą' });
}

/** Registers an association with invented numbers and hands it in; gives the address of its page. */
export async function register(person: Somebody, { name, seed }: { name: string; seed: number }): Promise<string> {
  await person.open('/uk/register');
  await person.send('save', {
    name, legalForm: 'association', krs: syntheticKrs(seed), nip: syntheticNip(seed), regon: syntheticRegon(seed), account: syntheticNrb(seed),
    district: 'podgorze', email: 'prog@example.org', phone: '12 000 77 77', targetGroups: ['forced_migrant'], communityRoles: ['self_help'], languages: ['uk', 'pl'],
    fields: ['foreigners_integration'], ledByCommunity: 'yes', 'descriptions.uk': 'Допомагаємо одна одній у перші місяці.',
  }, 'button[value=submit]');
  return person.at();
}

/** Writes every section of an offer that asks for 40 000 zł and puts in 10 000 zł of its own. */
export async function writeOffer(person: Somebody, offer: string, { title, from, to }: { title: string; from: Day; to: Day }): Promise<void> {
  const part = async (section: string, values: Parameters<Somebody['send']>[1]) => {
    await person.open(`${offer}/section/${section}`);
    await person.send(section, values);
  };
  const startDate = { day: from };
  const endDate = { day: to };
  await part('contact', { name: 'Olena', phone: '12 000 77 77', email: 'prog@example.org' });
  await part('task', { title, startDate, endDate, synthesis: 'Spotkania sąsiedzkie raz w tygodniu: język, sprawy urzędowe, pierwsze znajomości.', districts: ['podgorze'], targetGroups: ['forced_migrant'] });
  await part('schedule', { 'actions[0].name': 'Spotkania', 'actions[0].description': 'Spotkania co tydzień.', 'actions[0].from': startDate, 'actions[0].to': endDate });
  await part('results', { text: 'Grupa działa dalej.', 'results[0].name': 'Uczestnicy', 'results[0].target': '30', 'results[0].unit': 'osób', 'results[0].monitoring': 'lista' });
  await part('profile', { experience: 'Działamy od roku.', resources: 'Sala i wolontariusze.' });
  await person.open(`${offer}/section/budget`);
  const actions = await person.page.locator('select[name="lines[0].actionId"] option').evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
  await person.send('budget', {
    'lines[0].actionId': actions.find((value) => value && value !== 'admin') ?? '', 'lines[0].kind': 'Prowadzenie spotkań', 'lines[0].unit': 'godzina', 'lines[0].unitCost': '500,00', 'lines[0].quantity': '100',
    'sources.grant': '40 000,00', 'sources.ownCash': '5000', 'sources.personal': '5 000,00',
  });
  await part('other', { paid: 'no' });
  await part('declarations', { withinStatute: 'yes', feesOnlyPaid: 'yes', taxArrears: 'no', insuranceArrears: 'no', dataAgrees: 'yes', allTrue: 'yes', dataProtection: 'yes' });
  await part('attachments', { none: 'yes' });
}
