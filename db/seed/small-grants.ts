import { anonymous } from '~/access/actor';
import { listAwards } from '~/modules/decisions/queries.server';
import { prepareAgreement, releaseForSigning, signForCity, signForOrganisation } from '~/modules/agreements/commands.server';
import { commentOnSmallGrant, saveSmallGrant, startSmallGrant, submitSmallGrant } from '~/modules/small-grants/commands.server';
import { postingPlaces, type SmallGrantContent } from '~/modules/small-grants/content';
import { answerComment, approveSmallGrant, closeDueComments, findPurposeful, recordPosting, setPool } from '~/modules/small-grants/office.server';
import { syntheticNrb } from '~/shared/identifiers';
import { grosze } from '~/shared/money';
import type { World } from './world';

type Place = { id: string; person: string; district: string; groups: string[] };
type Staff = { officer: string; head: string; finance: string };

type Idea = { title: string; description: string; cost: string; grant: number; own: number };

function offerOf(world: World, { title, description, cost, grant, own }: Idea, place: Place, from: number, to: number): SmallGrantContent {
  return {
    contact: { name: 'Koordynatorka', phone: '12 000 20 20', email: 'kontakt@example.org' },
    title, startDate: world.day(from), endDate: world.day(to), description, districts: [place.district], targetGroups: place.groups,
    results: [{ id: 'r1', name: 'Spotkania', target: '8', monitoring: 'lista spotkań' }], profile: 'Działamy w dzielnicy od kilku lat, mamy salę i wolontariuszki.',
    costs: [{ id: 'c1', kind: cost, grant, other: 0 }, { id: 'c2', kind: 'Materiały', grant: 100_000, other: own }],
    declarations: { withinStatute: true, feesOnlyPaid: true, taxArrears: 'no', insuranceArrears: 'no', dataAgrees: true, allTrue: true, dataProtection: true },
  };
}

const ideas: [Idea, Idea, Idea] = [
  { title: 'Wieczory opowieści w trzech językach', description: 'Osiem wieczorów, podczas których sąsiedzi opowiadają historie po polsku, ukraińsku i rosyjsku.', cost: 'Prowadzenie wieczorów', grant: 600_000, own: 50_000 },
  { title: 'Kuchnia polowa na pikniku dzielnicy', description: 'Wspólne gotowanie na pikniku: potrawy mieszkańców z sześciu krajów.', cost: 'Produkty i wynajem kuchni', grant: 700_000, own: 100_000 },
  { title: 'Słowniczek pacjentki', description: 'Ilustrowany słowniczek wizyty u lekarza w czterech językach, przygotowany przez uczestniczki.', cost: 'Skład i druk', grant: 750_000, own: 0 },
];

/** Small grants of the demo year: one granted with its agreement, one that hangs for comments, one that waits for the officer. */
export async function seedSmallGrants(world: World, { officer, head, finance }: Staff, [first, second, third]: [Place, Place, Place]): Promise<void> {
  for (const year of new Set([world.day(-60), world.day(0), world.day(60)].map((day) => Number(day.slice(0, 4)))))
    await setPool(await world.as(finance, world.moment(-390)), { year, planned: grosze(90_000_000) });

  const hand = async (idea: Idea, place: Place, day: number, task: [number, number]) => {
    const { id } = await startSmallGrant(await world.as(place.person, world.moment(day - 2, '20:10')), { organisationId: place.id });
    await saveSmallGrant(await world.as(place.person, world.moment(day - 1, '21:35')), id, offerOf(world, idea, place, ...task), 1);
    await submitSmallGrant(await world.as(place.person, world.moment(day, '22:48')), id);
    return id;
  };
  const post = async (id: string, idea: Idea, day: number) => {
    await findPurposeful(await world.as(officer, world.moment(day, '09:20')), id, {
      title: idea.title, description: idea.description, profile: 'Organizacja działa w dzielnicy od kilku lat, ma salę i wolontariuszki.', finding: 'Zadanie odpowiada na potrzeby mieszkańców i celom programu.',
    });
    for (const place of postingPlaces) await recordPosting(await world.as(officer, world.moment(day, '11:00')), id, { place, postedOn: world.day(day), reference: `Ogłoszenie w dniu ${world.day(day)}` });
  };
  const say = async (id: string, day: number, lang: 'pl' | 'uk' | 'en', text: string, authorName?: string) =>
    (await commentOnSmallGrant({ ...world.itself(world.moment(day, '19:05')), actor: anonymous, lang }, id, { text, lang, authorName, email: undefined })).commentId;

  const granted = await hand(ideas[1], second, -58, [-20, 40]);
  await post(granted, ideas[1], -54);
  const praise = await say(granted, -52, 'pl', 'Dobry pomysł, proszę też o potrawy wegetariańskie.', 'Sąsiadka z parteru');
  await answerComment(await world.as(officer, world.moment(-50)), { commentId: praise, answer: 'Organizacja doda potrawy wegetariańskie.' });
  await closeDueComments(world.itself(world.moment(-45)));
  await approveSmallGrant(await world.as(head, world.moment(-44)), granted, { orderNumber: `19a/${world.day(-44).slice(0, 4)}`, orderDate: world.day(-44), reason: 'Zadanie jest celowe, uwagi uwzględniono, limity ustawowe są zachowane.' });
  const award = (await listAwards(world.db.read, { organisationId: second.id })).find(({ number }) => number.startsWith('MG-'));
  if (award) {
    const { id } = await prepareAgreement(await world.as(officer, world.moment(-42)), award.id, {
      account: syntheticNrb(4), representatives: 'Zarząd, zgodnie ze sposobem reprezentacji', cityRepresentative: 'Dyrektor Wydziału Polityki Społecznej i Zdrowia', shiftLimit: 20,
      instalments: [{ amount: grosze(award.amount), dueOn: world.day(-25) }],
    });
    await releaseForSigning(await world.as(officer, world.moment(-42, '12:00')), id);
    await signForOrganisation(await world.as(second.person, world.moment(-40, '20:00')), id);
    await signForCity(await world.as(head, world.moment(-38)), id, { signedOn: world.day(-38) });
  }

  const hanging = await hand(ideas[0], first, -8, [30, 100]);
  await post(hanging, ideas[0], -3);
  const asked = await say(hanging, -2, 'uk', 'Чи можна прийти з дітьми?', 'Мама двох школярів');
  await answerComment(await world.as(officer, world.moment(-1)), { commentId: asked, answer: 'Tak, organizacja zaprasza rodziny z dziećmi.' });
  await say(hanging, -1, 'en', 'Please announce the evenings in English as well.');

  await hand(ideas[2], third, -1, [35, 110]);
}
