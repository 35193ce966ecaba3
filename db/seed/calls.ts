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
