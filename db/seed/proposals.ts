import { replyToQuestion, saveProposal, startProposal, submitProposal } from '~/modules/proposals/commands.server';
import { copyFields, type Answer, type CopyWords, type ProposalContent } from '~/modules/proposals/content';
import { askQuestion, decideProposal, examineProposal, publishCopy } from '~/modules/proposals/office.server';
import type { World } from './world';

type Staff = { officer: string; head: string };
type Place = { id: string; person: string; district: string };
type Idea = Omit<ProposalContent, 'contact' | 'declarations' | 'districts' | 'startDate' | 'endDate'>;

const mediators: Idea = {
  title: 'Asystentki międzykulturowe w przychodniach', field: 'foreigners_integration', need: 'W przychodniach brakuje osób, które pomogą pacjentom mówiącym po ukraińsku i rosyjsku.',
  benefit: 'Pacjenci szybciej trafią do właściwego lekarza, a rejestracja będzie miała mniej pracy.', description: 'Trzy asystentki dyżurują po sześć godzin w tygodniu w trzech przychodniach.',
  place: 'Trzy przychodnie miejskie', beneficiaries: 'Pacjenci, którzy nie mówią po polsku, i pracownicy przychodni.', people: 600,
  results: [{ id: 'r1', name: 'Dyżury asystentek', target: '360 godzin' }, { id: 'r2', name: 'Wizyty z pomocą asystentki', target: '500' }],
  costs: [{ id: 'c1', kind: 'Wynagrodzenie asystentek', asked: 5_400_000, own: 0 }, { id: 'c2', kind: 'Koordynacja', asked: 600_000, own: 900_000 }],
  experience: 'Od czterech lat prowadzimy punkt pierwszej pomocy językowej.',
};

const archive: Idea = {
  title: 'Archiwum opowieści krakowskich mniejszości', field: 'minorities', need: 'Najstarsi członkowie społeczności odchodzą, a ich wspomnień nikt nie zapisuje.',
  benefit: 'Szkoły i muzea dostaną nagrania, z których mogą korzystać wszyscy.', description: 'Nagrywamy czterdzieści rozmów, przepisujemy je i udostępniamy bezpłatnie w sieci.',
  place: '', beneficiaries: 'Członkowie mniejszości, uczniowie i badacze.', people: 300,
  results: [{ id: 'r1', name: 'Nagrane i przepisane rozmowy', target: '40' }], costs: [{ id: 'c1', kind: 'Nagrania i przepisanie', asked: 2_800_000, own: 400_000 }],
  experience: 'Wydaliśmy dwie książki ze wspomnieniami.',
};

/** Proposals of the demo year: one that the City found purposeful after a question, one that waits for its answer. */
export async function seedProposals(world: World, { officer, head }: Staff, [first, second]: readonly [Place, Place]): Promise<void> {
  const file = async (idea: Idea, { id: organisationId, person, district }: Place, day: number) => {
    const { id } = await startProposal(await world.as(person, world.moment(day - 3, '19:05')), { organisationId });
    const content: ProposalContent = {
      ...idea, districts: [district], startDate: world.day(150), endDate: world.day(330), contact: { name: 'Koordynatorka', phone: '12 000 40 40', email: 'kontakt@example.org' },
      declarations: { withinStatute: true, noPromise: true, allTrue: true, dataProtection: true },
    };
    await saveProposal(await world.as(person, world.moment(day - 1, '20:40')), id, content, 1);
    await submitProposal(await world.as(person, world.moment(day, '21:12')), id);
    const words = Object.fromEntries(copyFields.map((field) => [field, idea[field]])) as CopyWords;
    await publishCopy(await world.as(officer, world.moment(day + 2, '10:15')), id, words);
    return id;
  };

  const id = await file(mediators, first, -40);
  await askQuestion(await world.as(officer, world.moment(-36)), id, { question: 'Czy dyrekcje przychodni zgodziły się na dyżury?' });
  await replyToQuestion(await world.as(first.person, world.moment(-34, '18:20')), id, { reply: 'Tak, mamy zgodę trzech dyrekcji na piśmie.' });
  const answer: Answer = { purposeful: true, reason: 'Zadanie odpowiada na potrzebę, którą zgłaszają też przychodnie, a Miasto jeszcze go nie zleca.', callForm: 'support', announceOn: world.day(45) };
  await examineProposal(await world.as(officer, world.moment(-30)), id, answer);
  await decideProposal(await world.as(head, world.moment(-27)), id, answer);

  await file(archive, second, -26);
}
