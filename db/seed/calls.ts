import type { z } from 'zod';
import type { CallForm } from '~/modules/calls/forms';
import { applicantForms } from '~/modules/organisations/legal-forms';
import { checklistDefaults, criterionDefaults } from '~/modules/calls/rules';
import { grosze } from '~/shared/money';

type CallInput = z.output<typeof CallForm>;

/** An announcement with all seven items of art. 13(2), around the few things in which the demo's calls differ. */
export function callInput(own: Pick<CallInput, 'title' | 'closesAt' | 'taskFrom' | 'taskTo' | 'decisionBy'> & { budget: number; maxGrant: number; titles: CallInput['titles']; summaries: CallInput['summaries'] }): CallInput {
  return {
    ...own,
    budget: grosze(own.budget),
    maxGrant: grosze(own.maxGrant),
    minGrant: grosze(500_000),
    targetGroups: ['economic_migrant', 'forced_migrant'],
    easy: {
      pl: 'Miasto daje pieniądze organizacjom. Pieniądze są na zajęcia i spotkania dla nowych mieszkańców Krakowa. Ofertę piszesz tutaj, w portalu. Urząd odpowie na pytania.',
      en: 'The City gives money to organisations. The money is for classes and meetings for new residents of Kraków. You write your offer here, in the portal. The City answers questions.',
      uk: 'Місто дає гроші організаціям. Гроші – на заняття і зустрічі для нових мешканців Кракова. Пропозицію ви пишете тут, на порталі. Мерія відповість на запитання.',
      de: 'Die Stadt gibt Organisationen Geld. Das Geld ist für Kurse und Treffen für neue Bewohner von Krakau. Das Angebot schreiben Sie hier im Portal. Die Stadt beantwortet Fragen.',
      ru: 'Город даёт деньги организациям. Деньги – на занятия и встречи для новых жителей Кракова. Предложение вы пишете здесь, на портале. Мэрия ответит на вопросы.',
    },
    taskArea: 'foreigners_integration',
    form: 'support',
    maxShare: 9000,
    adminCap: 1500,
    offersPerOrganisation: 2,
    eligibleForms: [...applicantForms],
    partialFunding: true,
    rules: 'Dotacja pokrywa do 90 % kosztów zadania. Wkład własny może być finansowy, osobowy lub rzeczowy. Jedna organizacja może złożyć najwyżej dwie oferty. Możliwe jest dofinansowanie częściowe.',
    conditions: 'Zadanie odbywa się w Krakowie, w miejscu dostępnym dla osób ze szczególnymi potrzebami. Informacje dla odbiorców są w prostym języku i co najmniej w dwóch językach.',
    procedure: 'Oferty sprawdza pod względem formalnym pracownik wydziału, a wynik potwierdza druga osoba. Komisja konkursowa ocenia oferty według kryteriów z ogłoszenia. O wyborze rozstrzyga Prezydent Miasta Krakowa w drodze zarządzenia.',
    previousTasks: 'W roku ogłoszenia i w roku poprzednim na zadania tego rodzaju przekazano organizacjom łącznie 420 000 zł.',
    committeeRecruitment: 'Organizacje mogą wskazać osoby do komisji konkursowej w ciągu 14 dni od ogłoszenia. Nie mogą to być osoby wskazane przez organizacje biorące udział w konkursie.',
    threshold: 60,
    minScores: 2,
    correctionDays: 7,
    budgetLine: '85395 § 2360',
    criteria: criterionDefaults.map(({ key, max }) => ({ key, max })),
    correctable: checklistDefaults.filter(({ correctable }) => correctable).map(({ code }) => code),
  } as CallInput;
}
