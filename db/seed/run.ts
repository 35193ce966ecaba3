import { join } from 'node:path';
import type { Database } from '#db/open.server';
import { importPublicOrganisations, registerOrganisation, returnOrganisation, inviteMember, acceptInvitation } from '~/modules/organisations/commands.server';
import { pathToFileURL } from 'node:url';
import { recruit } from './recruitment';
import { writeBesidePolish } from './words';
import { announce, close, decide, offer, score, screen, seat } from './contest';
import { complete, contract, payRest, report } from './grants';
import { readPublicOrganisations } from './krakow/organisations';
import { ideas, type OfferSeed } from './offers';
import { seedHelp } from './help';
import { seedOrganisations } from './organisations';
import { seedConsultation } from './consultation';
import { seedRegistry } from './registry';
import { seedRegisters, verifyAsOfficer } from './registers';
import { seedServices } from './services';
import { seedLocalInitiatives } from './local-initiatives';
import { seedProposals } from './proposals';
import { seedSmallGrants } from './small-grants';
import { seedAttachments } from './attachments';
import { newWorld, type DemoPerson, type World } from './world';

type Place = { id: string; person: string; district: string; groups: string[] };

async function people(world: World) {
  const officer = await world.person({ name: 'Anna Zając', email: 'urzedniczka@example.org', roles: ['officer'], role: 'officer (pracownik merytoryczny)' });
  const second = await world.person({ name: 'Tomasz Rak', email: 'urzednik@example.org', roles: ['officer', 'committee_member'], role: 'second officer, chairs the committee' });
  const head = await world.person({ name: 'Barbara Nowicka', email: 'dyrektorka@example.org', roles: ['head', 'mayor'], role: 'head of department, records orders' });
  const finance = await world.person({ name: 'Piotr Skowron', email: 'finanse@example.org', roles: ['finance'], role: 'finance' });
  await world.person({ name: 'Maria Lis', email: 'admin@example.org', roles: ['admin'], role: 'administrator' });
  await world.person({ name: 'Adam Kruk', email: 'audyt@example.org', roles: ['auditor'], role: 'auditor (reads everything)' });
  const ngo = [
    await world.person({ name: 'Zofia Bielak', email: 'komisja1@example.org', roles: ['committee_member'], role: 'committee member (NGO)' }),
    await world.person({ name: 'Oleh Tkaczuk', email: 'komisja2@example.org', roles: ['committee_member'], lang: 'uk', role: 'committee member (NGO)' }),
  ];
  return { officer, second, head, finance, ngo };
}

async function organisations(world: World, officer: string): Promise<Place[]> {
  const places: Place[] = [];
  for (const [i, { person, input }] of seedOrganisations.entries()) {
    const first = i === 0;
    const id = await world.person({ name: person, email: first ? 'prezeska@example.org' : `organizacja${i + 1}@example.org`, ...(first ? { role: 'signatory of Most na Zabłociu', lang: 'uk' as const } : {}) });
    const { id: organisationId } = await registerOrganisation(await world.as(id, world.moment(-395 + i, '18:00')), input);
    const waits = i >= seedOrganisations.length - 2;
    if (!waits) await verifyAsOfficer(await world.as(officer, world.moment(-390 + i)), organisationId, input);
    if (i === seedOrganisations.length - 2) await returnOrganisation(await world.as(officer, world.moment(-10)), organisationId, { reason: 'Numer REGON nie zgadza się z wypisem. Sprawdź i popraw.' });
    places.push({ id: organisationId, person: id, district: input.district ?? 'stare-miasto', groups: input.targetGroups });
  }
  const [main] = places;
  if (main) {
    const editor = await world.person({ name: 'Daryna Shevchuk', email: 'redaktorka@example.org', lang: 'uk', role: 'editor of Most na Zabłociu' });
    const token = await inviteMember(await world.as(main.person, world.moment(-380)), main.id, { email: 'redaktorka@example.org', role: 'editor', signatory: false, lang: 'uk' });
    await acceptInvitation(await world.as(editor, world.moment(-379)), token);
  }
  return places;
}

const titlesOf = (pl: string, en: string, uk: string, de: string, ru: string) => ({ title: pl, titles: { en, uk, de, ru } });

/** Fills an empty portal with a believable programme year by running its commands; gives the people to sign in as. */
export async function seedDemo(db: Database, { now, root = process.cwd() }: { now: Date; root?: string }): Promise<DemoPerson[]> {
  const world = newWorld(db, now);
  const { officer, second, head, finance, ngo } = await people(world);
  await importPublicOrganisations(world.itself(world.moment(-398)), readPublicOrganisations(pathToFileURL(join(root, 'db/seed/krakow/organizations.csv'))));
  const places = await organisations(world, officer);
  await seedServices(world, places);
  // The umbrella indicates committee members, so it takes no part in the calls.
  const umbrella = places[11]?.id ?? '';
  const staff = { officer, second, head, finance, committee: { chair: second, ngo, indicatedBy: umbrella } };
  const applicants = places.slice(0, 11);
  const signatoryOf = (organisationId: string) => applicants.find(({ id }) => id === organisationId)?.person ?? '';

  let n = 0;
  const seedFor = (place: Place, from: number, to: number, largest: number): OfferSeed => {
    const [title, aim] = ideas[n % ideas.length] ?? ideas[0];
    const grant = Math.round((largest * (0.6 + ((n * 13) % 40) / 100)) / 1000) * 1000;
    n += 1;
    return { title: n > ideas.length ? `${title} ${1 + Math.floor((n - 1) / ideas.length)}` : title, aim, grant, own: Math.round((grant * 0.2) / 1000) * 1000, from: world.day(from), to: world.day(to), district: place.district, groups: place.groups, person: 'Koordynatorka projektu', participants: 20 + (n % 5) * 10 };
  };
  const fill = async (callId: string, opens: number, closes: number, task: [number, number], largest: number, who: Place[]) => {
    for (const [i, place] of who.entries())
      await offer(world, place.person, place.id, callId, { begun: opens + 3 + i, handedIn: world.moment(closes - 1 - (i % 3), `${String(12 + i)}:4${i}`), seed: seedFor(place, ...task, largest) });
  };
  const year = (offset: number) => world.day(offset).slice(0, 4);

  const settled = await announce(world, staff, { opens: -345, input: { ...titlesOf(`Klub rozmów i pierwsza pomoc językowa ${year(-250)}`, 'Conversation club and first language aid', 'Клуб розмов і перша мовна допомога', 'Gesprächsclub und erste Sprachhilfe', 'Клуб разговоров и первая языковая помощь'), closesAt: world.moment(-315, '15:00'), taskFrom: world.day(-262), taskTo: world.day(-90), decisionBy: world.day(-280), budget: 18_000_000, maxGrant: 7_000_000, summaries: { pl: 'Wsparcie dla organizacji, które pomagają rozmawiać w codziennych sprawach.', en: 'Support for organisations that help people talk through everyday matters.', uk: 'Підтримка організацій, які допомагають порозумітися у щоденних справах.', de: 'Unterstützung für Organisationen, die beim Sprechen im Alltag helfen.', ru: 'Поддержка организаций, которые помогают объясниться в повседневных делах.' } } });
  await fill(settled, -345, -315, [-260, -100], 7_000_000, applicants.slice(0, 7));
  await close(world, world.moment(-315, '15:00'));
  await screen(world, staff, settled, { from: -313, rejectLast: true, signatoryOf });
  await seat(world, staff, settled, -305);
  await score(world, staff, settled, { day: -300, all: true });
  await decide(world, staff, settled, -290);
  await contract(world, staff, settled, { day: -284, signatoryOf, most: 3 });
  await complete(world, staff, settled, { day: -283, signatoryOf });
  await payRest(world, staff, settled, -210);
  await report(world, staff, settled, { day: -95, signatoryOf, unspent: (i) => (i === 1 ? 85_000 : 0), until: 'settled', most: 3 });

  const decided = await announce(world, staff, { opens: -165, input: { ...titlesOf(`Samorzecznictwo i głos mniejszości ${year(-60)}`, 'Self-advocacy and the voice of minorities', 'Самоадвокація та голос меншин', 'Selbstvertretung und die Stimme der Minderheiten', 'Самоадвокация и голос меньшинств'), closesAt: world.moment(-135, '12:00'), taskFrom: world.day(-85), taskTo: world.day(120), decisionBy: world.day(-100), budget: 20_000_000, maxGrant: 7_500_000, summaries: { pl: 'Dla organizacji, które zabierają głos w imieniu swojej społeczności.', en: 'For organisations that speak up for their community.', uk: 'Для організацій, які говорять від імені своєї спільноти.', de: 'Für Organisationen, die für ihre Gemeinschaft sprechen.', ru: 'Для организаций, которые говорят от имени своего сообщества.' } } });
  await fill(decided, -165, -135, [-80, -8], 7_500_000, applicants.slice(3, 10));
  await close(world, world.moment(-135, '12:00'));
  await screen(world, staff, decided, { from: -133, rejectLast: false, signatoryOf });
  await seat(world, staff, decided, -125);
  await score(world, staff, decided, { day: -120, all: true });
  await decide(world, staff, decided, -110);
  await contract(world, staff, decided, { day: -104, signatoryOf, most: 3 });
  await report(world, staff, decided, { day: -5, signatoryOf, unspent: () => 0, until: 'submitted', most: 1 });

  const assessed = await announce(world, staff, { opens: -50, input: { ...titlesOf(`Pierwsze kroki w Krakowie ${year(90)}`, 'First steps in Kraków', 'Перші кроки в Кракові', 'Erste Schritte in Krakau', 'Первые шаги в Кракове'), closesAt: world.moment(-20, '15:00'), taskFrom: world.day(40), taskTo: world.day(330), decisionBy: world.day(15), budget: 24_000_000, maxGrant: 8_000_000, summaries: { pl: 'Poradnictwo, tłumaczenie i przewodnicy dla osób, które dopiero przyjechały.', en: 'Advice, interpreting and guides for people who have just arrived.', uk: 'Консультації, переклад і провідники для людей, які щойно приїхали.', de: 'Beratung, Dolmetschen und Begleitung für Menschen, die gerade angekommen sind.', ru: 'Консультации, перевод и проводники для тех, кто только приехал.' } } });
  await fill(assessed, -50, -20, [45, 300], 8_000_000, applicants.slice(0, 7));
  await close(world, world.moment(-20, '15:00'));
  await screen(world, staff, assessed, { from: -18, rejectLast: false, signatoryOf });
  await seat(world, staff, assessed, -12);
  await score(world, staff, assessed, { day: -6, all: false });

  const open = await announce(world, staff, { opens: -10, input: { ...titlesOf(`Wspólne podwórko ${year(120)}`, 'A shared courtyard', 'Спільне подвір’я', 'Ein gemeinsamer Hof', 'Общий двор'), closesAt: world.moment(17, '15:00'), taskFrom: world.day(60), taskTo: world.day(330), decisionBy: world.day(50), budget: 18_000_000, maxGrant: 6_000_000, summaries: { pl: 'Małe wspólne działania sąsiadów różnego pochodzenia w dzielnicach.', en: 'Small joint actions of neighbours of different origin.', uk: 'Невеликі спільні дії сусідів різного походження.', de: 'Kleine gemeinsame Aktionen von Nachbarn verschiedener Herkunft.', ru: 'Небольшие общие дела соседей разного происхождения.' } } });
  const drafts: { id: string; writer: string }[] = [];
  for (const [i, place] of applicants.slice(1, 5).entries()) {
    const id = await offer(world, place.person, place.id, open, { begun: -8 + i, ...(i < 2 ? { handedIn: world.moment(-3 + i, '21:17') } : { sections: i === 2 ? 6 : 4 }), seed: seedFor(place, 65, 300, 6_000_000) });
    if (i === 2) await writeBesidePolish(world, place.person, id);
    if (i >= 2) drafts.push({ id, writer: place.person });
  }
  await recruit(world, { officer, callId: open, proposer: places[11] });

  const meeting = await announce(world, staff, { opens: -4, attachments: seedAttachments, input: { ...titlesOf(`Miejsce spotkań w dzielnicy ${year(120)}`, 'A meeting place in the district', 'Місце зустрічей у районі', 'Ein Treffpunkt im Stadtteil', 'Место встреч в районе'), closesAt: world.moment(24, '15:00'), taskFrom: world.day(75), taskTo: world.day(330), decisionBy: world.day(60), budget: 20_000_000, maxGrant: 8_000_000, summaries: { pl: 'Prowadzenie miejsca, w którym mieszkańcy różnego pochodzenia spotykają się na co dzień.', en: 'Running a place where residents of different origin meet every day.', uk: 'Ведення місця, де щодня зустрічаються мешканці різного походження.', de: 'Betrieb eines Ortes, an dem sich Menschen verschiedener Herkunft täglich begegnen.', ru: 'Работа места, где каждый день встречаются жители разного происхождения.' } } });
  // Outside the KRS, and with everything written but its attachments.
  const [neighbours] = applicants.slice(9);
  if (neighbours) await offer(world, neighbours.person, neighbours.id, meeting, { begun: -2, sections: 9, seed: seedFor(neighbours, 80, 300, 6_000_000) });

  const [patron, asked] = [places[11], places[1]];
  const group = patron && asked ? await seedRegisters(world, { officer, patron, asked }) : undefined;
  await seedRegistry(world, { officer, places });
  const [first, third] = [places[0], places[8]];
  if (first && asked && third) await seedSmallGrants(world, { officer, head, finance }, [first, asked, third]);
  if (first && third) await seedProposals(world, { officer, head }, [first, third]);
  const resident = await world.person({ name: 'Iryna Melnyk', email: 'mieszkanka@example.org', lang: 'uk', role: 'resident, helps with one offer' });
  const [helped] = drafts;
  if (helped && first) await seedHelp(world, helped, { helper: { personId: resident, email: 'mieszkanka@example.org' }, partner: first.id });
  if (group) await seedLocalInitiatives(world, { officer, head }, resident, group);
  await seedConsultation(world, { officer });
  return world.people;
}
