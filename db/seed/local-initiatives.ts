import { saveLocalInitiative, startLocalInitiative, submitLocalInitiative, reportLocalInitiative } from '~/modules/local-initiatives/commands.server';
import type { LocalInitiativeContent } from '~/modules/local-initiatives/content';
import { agreeToLocalInitiative, assessLocalInitiative, completeLocalInitiative, publishCopy, recordAgreement } from '~/modules/local-initiatives/office.server';
import type { World } from './world';

type Staff = { officer: string; head: string };
type Idea = Pick<LocalInitiativeContent, 'title' | 'area' | 'districts' | 'place' | 'what' | 'needs' | 'people' | 'contributions' | 'requests'>;

const garden: Idea = {
  title: 'Ogród deszczowy przy bibliotece', area: 'ecology', districts: ['podgorze'], place: 'Trawnik przed biblioteką osiedlową, teren Miasta',
  what: 'Razem zakładamy ogród, który zbiera wodę z dachu biblioteki. Miasto zwozi ziemię i rośliny, my kopiemy i sadzimy.',
  needs: 'Po ulewach przejście stoi w wodzie. Ogród zatrzyma wodę, a sąsiedzi z różnych krajów poznają się przy pracy.', people: 24,
  contributions: [{ id: 'c1', kind: 'work', name: 'Kopanie i sadzenie', hours: 160, value: 640_000 }, { id: 'c2', kind: 'things', name: 'Sadzonki z ogródków', hours: 0, value: 60_000 }],
  requests: [{ id: 'r1', kind: 'materials', name: 'Ziemia, żwir i rośliny', value: 480_000 }, { id: 'r2', kind: 'equipment', name: 'Łopaty i taczki', value: 20_000 }],
};

const shelf: Idea = {
  title: 'Półka z książkami w pięciu językach', area: 'culture', districts: ['mistrzejowice'], place: 'Skwer przy przystanku, teren Miasta',
  what: 'Stawiamy na skwerze zadaszoną półkę. Każdy może zostawić i zabrać książkę po polsku, ukraińsku, angielsku, niemiecku lub rosyjsku.',
  needs: 'W okolicy mieszka wiele rodzin, które szukają książek dla dzieci w swoim języku.', people: 9,
  contributions: [{ id: 'c1', kind: 'work', name: 'Zbudowanie półki i opieka nad nią', hours: 60, value: 240_000 }, { id: 'c2', kind: 'things', name: 'Książki na początek', hours: 0, value: 50_000 }],
  requests: [{ id: 'r1', kind: 'materials', name: 'Drewno i dach', value: 150_000 }, { id: 'r2', kind: 'works', name: 'Fundament pod półkę', value: 120_000 }],
};

/** Local initiatives of the demo year: one of residents that was done, one of a group that waits for its points. */
export async function seedLocalInitiatives(world: World, { officer, head }: Staff, resident: string, group: { id: string; person: string }): Promise<void> {
  const file = async (idea: Idea, person: string, organisationId: string | undefined, day: number, [from, to]: [number, number]) => {
    const { id } = await startLocalInitiative(await world.as(person, world.moment(day - 2, '20:10')), { organisationId });
    const content: LocalInitiativeContent = {
      ...idea, startDate: world.day(from), endDate: world.day(to),
      steps: [{ id: 's1', name: 'Dostawa materiałów', from: world.day(from), to: world.day(from + 4), doer: 'city' }, { id: 's2', name: 'Wspólna praca', from: world.day(from + 5), to: world.day(to), doer: 'both' }],
      contact: { name: 'Koordynatorka', phone: '12 000 30 30', email: 'kontakt@example.org' },
      declarations: { resident: true, noMoney: true, allTrue: true, dataProtection: true },
    };
    await saveLocalInitiative(await world.as(person, world.moment(day - 1, '21:35')), id, content, 1);
    await submitLocalInitiative(await world.as(person, world.moment(day, '22:48')), id);
    return { id, content };
  };
  const show = async (id: string, { title, place, what, needs }: Idea, day: number) => publishCopy(await world.as(officer, world.moment(day, '09:40')), id, { title, place, what, needs });

  const { id, content } = await file(garden, resident, undefined, -120, [-80, -45]);
  await show(id, garden, -117);
  await assessLocalInitiative(await world.as(officer, world.moment(-115)), id, {
    need: { points: 40, reason: 'Przejście zalewa każda ulewa, a ogród służy wszystkim, którzy chodzą do biblioteki.' },
    work: { points: 41, reason: 'Mieszkańcy dają 160 godzin pracy i sadzonki, razem ponad połowę kosztu.' },
    district: { points: 10, reason: 'Rada dzielnicy poparła ogród.' },
  });
  await agreeToLocalInitiative(await world.as(head, world.moment(-112)), id, { reason: 'Ogród rozwiązuje problem z wodą i łączy sąsiadów. Wkład pracy jest duży.' });
  await recordAgreement(await world.as(officer, world.moment(-95)), id, {
    number: `IL/1/${world.day(-95).slice(0, 4)}`, signedOn: world.day(-96), startsOn: world.day(-80), endsOn: world.day(-40),
    residentsDo: 'Kopią, sadzą i przez rok podlewają rośliny.', cityDoes: 'Kupuje i zwozi ziemię, żwir i rośliny. Użycza łopat i taczek.', steps: content.steps,
    costs: [{ id: 'k1', name: 'Ziemia, żwir i rośliny', city: 480_000, residents: 0 }, { id: 'k2', name: 'Praca mieszkańców', city: 0, residents: 640_000 }], lent: [{ id: 'l1', name: 'Dziesięć łopat i cztery taczki' }],
  });
  await reportLocalInitiative(await world.as(resident, world.moment(-42, '19:20')), id, { outcome: 'done', text: 'Ogród rośnie. Pracowało nas więcej, niż planowaliśmy.', people: 31, hours: 190 });
  await completeLocalInitiative(await world.as(officer, world.moment(-36)), id, { summary: 'Przed biblioteką powstał ogród deszczowy. Pracowało 31 osób, razem 190 godzin.', thingsBack: true });

  const waiting = await file(shelf, group.person, group.id, -6, [40, 90]);
  await show(waiting.id, shelf, -4);
}
