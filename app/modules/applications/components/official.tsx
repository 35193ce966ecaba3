/** What the official form (annex 1, Dz.U. 2018 poz. 2057) calls each question; it is Polish in every language of the portal. */
const names = {
  contact: 'II.2. Dane osoby upoważnionej do składania wyjaśnień dotyczących oferty',
  title: 'III.1. Tytuł zadania publicznego',
  start: 'III.2. Termin realizacji zadania publicznego: data rozpoczęcia',
  end: 'III.2. Termin realizacji zadania publicznego: data zakończenia',
  synthesis: 'III.3. Syntetyczny opis zadania (wraz ze wskazaniem miejsca jego realizacji)',
  action: 'III.4. Nazwa działania',
  actionDescription: 'III.4. Opis',
  targetGroup: 'III.4. Grupa docelowa',
  planned: 'III.4. Planowany termin realizacji',
  outsourced: 'III.4. Zakres działania realizowany przez podmiot niebędący stroną umowy',
  resultsText: 'III.5. Opis zakładanych rezultatów realizacji zadania publicznego',
  result: 'III.6. Nazwa rezultatu',
  target: 'III.6. Planowany poziom osiągnięcia rezultatów (wartość docelowa)',
  monitoring: 'III.6. Sposób monitorowania rezultatów / źródło informacji o osiągnięciu wskaźnika',
  experience: 'IV.1. Informacja o wcześniejszej działalności oferenta, w szczególności w zakresie, którego dotyczy zadanie publiczne',
  resources: 'IV.2. Zasoby kadrowe, rzeczowe i finansowe oferenta, które będą wykorzystane do realizacji zadania',
  costs: 'V.A. Zestawienie kosztów realizacji zadania',
  kind: 'V.A. Rodzaj kosztu',
  unit: 'V.A. Rodzaj miary',
  unitCost: 'V.A. Koszt jednostkowy [PLN]',
  quantity: 'V.A. Liczba jednostek',
  sources: 'V.B. Źródła finansowania kosztów realizacji zadania',
  grant: '2. Planowana dotacja w ramach niniejszej oferty',
  ownFinancial: '3.1. Wkład własny finansowy',
  ownNonFinancial: '3.2. Wkład własny niefinansowy (osobowy i rzeczowy)',
  fees: '4. Świadczenia pieniężne od odbiorców zadania',
  paid: 'VI.1. Deklaracja o zamiarze odpłatnego lub nieodpłatnego wykonania zadania publicznego',
  information: 'VI.3. Inne informacje, które mogą mieć znaczenie przy ocenie oferty, w tym odnoszące się do kalkulacji kosztów oraz oświadczeń',
  withinStatute: '1. Proponowane zadanie publiczne będzie realizowane wyłącznie w zakresie działalności pożytku publicznego oferenta.',
  feesOnlyPaid: '2. Pobieranie świadczeń pieniężnych będzie się odbywać wyłącznie w ramach prowadzonej odpłatnej działalności pożytku publicznego.',
  taxArrears: '3. Oferent nie zalega / zalega z opłacaniem należności z tytułu zobowiązań podatkowych.',
  insuranceArrears: '4. Oferent nie zalega / zalega z opłacaniem należności z tytułu składek na ubezpieczenia społeczne.',
  dataAgrees: '5. Dane zawarte w części II oferty są zgodne z Krajowym Rejestrem Sądowym / inną właściwą ewidencją.',
  allTrue: '6. Wszystkie informacje podane w ofercie oraz załącznikach są zgodne z aktualnym stanem prawnym i faktycznym.',
  dataProtection: '7. Osoby, których dotyczą dane osobowe związane ze złożeniem oferty, złożyły stosowne oświadczenia zgodnie z przepisami o ochronie danych osobowych.',
} as const;

/** The statutory name of a question, beside the words of the reader's own language. */
export function Official({ of }: { of: keyof typeof names }) {
  return <span lang="pl">{names[of]}</span>;
}
