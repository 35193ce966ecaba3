import { yearKeys, type ByYear, type OfferContent } from '~/modules/applications/content';
import { lineTotal, yearsOfTask } from '~/modules/applications/rules-of-budget';

export type OfferSeed = { title: string; aim: string; grant: number; own: number; from: string; to: string; district: string; groups: string[]; person: string; participants: number };

const round = (grosze: number) => Math.round(grosze / 1000) * 1000;

/** An amount in grosze over the years of a task, in equal parts; a task within one year is not asked for years. */
function overYears(amount: number, years: number): ByYear | undefined {
  if (years < 2) return undefined;
  const part = Math.floor(amount / years);
  return Object.fromEntries(yearKeys.slice(0, years).map((key, i) => [key, i === years - 1 ? amount - part * (years - 1) : part]));
}

/** A complete offer that keeps every rule of the official form: `grant` and `own` in grosze, own contribution half money, half work. */
export function offerContent({ title, aim, grant, own, from, to, district, groups, person, participants }: OfferSeed): OfferContent {
  const total = grant + own;
  const leading = round(total * 0.55);
  const room = round(total * 0.25);
  const admin = round(total * 0.08);
  const materials = total - leading - room - admin;
  const cash = round(own / 2);
  const years = yearsOfTask({ startDate: from, endDate: to }).length;
  const lines = [
    { id: 'c1', actionId: 'a1', kind: 'Prowadzenie spotkań', unit: 'umowa', unitCost: leading, quantity: 100 },
    { id: 'c2', actionId: 'a1', kind: 'Wynajem sali', unit: 'okres', unitCost: room, quantity: 100 },
    { id: 'c3', actionId: 'a2', kind: 'Materiały i tłumaczenia', unit: 'komplet', unitCost: materials, quantity: 100 },
    { id: 'c4', actionId: null, kind: 'Księgowość', unit: 'okres', unitCost: admin, quantity: 100 },
  ];
  return {
    contact: { name: person, phone: '12 000 20 20', email: 'kontakt@example.org' },
    task: { title, startDate: from, endDate: to, synthesis: `${aim} Spotkania odbywają się co tydzień w dzielnicy, w miejscu dostępnym bez barier. Wolontariusze prowadzą dyżury i pomagają w tłumaczeniu.`, districts: [district], targetGroups: groups },
    schedule: {
      actions: [
        { id: 'a1', year: Number(from.slice(0, 4)), name: 'Spotkania', description: `Cotygodniowe spotkania dla ${participants} osób, prowadzone w dwóch językach.`, targetGroup: 'mieszkanki i mieszkańcy z doświadczeniem migracji lub z mniejszości', from, to, outsourced: '' },
        { id: 'a2', year: Number(from.slice(0, 4)), name: 'Dyżury i materiały', description: 'Dyżury informacyjne, druk i tłumaczenie materiałów.', targetGroup: 'osoby nowe w Krakowie', from, to, outsourced: '' },
      ],
    },
    results: {
      text: 'Uczestnicy znają swoje prawa i miejsca pomocy. Powstaje grupa, która działa dalej po zakończeniu projektu.',
      results: [
        { id: 'r1', name: 'Liczba uczestników', target: String(participants), unit: 'osób', monitoring: 'listy obecności bez nazwisk, sumy miesięczne' },
        { id: 'r2', name: 'Liczba spotkań', target: '30', unit: 'spotkań', monitoring: 'dziennik zajęć' },
      ],
    },
    profile: { experience: 'Od kilku lat prowadzimy podobne działania, także z dotacją gminy, rozliczoną w terminie.', resources: 'Dwie koordynatorki, dwanaścioro wolontariuszy, sala i sprzęt biurowy.' },
    budget: {
      lines: lines.map((line) => ({ ...line, years: overYears(lineTotal(line), years) })),
      sources: { grant, ownCash: cash, otherSources: 0, personal: own - cash, inKind: 0, fees: 0, grantYears: overYears(grant, years) },
    },
    other: { paid: false, information: '' },
    declarations: { withinStatute: true, feesOnlyPaid: true, taxArrears: 'no', insuranceArrears: 'no', dataAgrees: true, allTrue: true, dataProtection: true },
    attachments: { none: true },
  };
}

/** Titles and aims of the demo's offers, in turn. */
export const ideas = [
  ['Klub rozmów na Zabłociu', 'Celem jest swobodna rozmowa po polsku w codziennych sprawach.'],
  ['Język w działaniu', 'Celem jest nauka języka przy wspólnej pracy.'],
  ['Sąsiedzi mówią', 'Celem jest poznanie się sąsiadów z jednej ulicy.'],
  ['Głos w szkole', 'Celem jest wsparcie rodziców w rozmowach ze szkołą.'],
  ['Kuchnia pamięci', 'Celem jest zachowanie opowieści i przepisów mniejszości.'],
  ['Pierwszy miesiąc w Krakowie', 'Celem jest przewodnik i dyżury dla osób, które dopiero przyjechały.'],
  ['Prawo po ludzku', 'Celem są porady prawne zrozumiałym językiem.'],
  ['Śpiewamy razem', 'Celem jest chór, w którym każdy uczy jednej pieśni ze swojego domu.'],
  ['Dzieci bez granic', 'Celem są zajęcia po lekcjach dla dzieci w dwóch językach.'],
  ['Praca krok po kroku', 'Celem jest przygotowanie do pierwszej rozmowy o pracę.'],
  ['Zdrowie bez tłumacza', 'Celem jest słowniczek i asysta w przychodni.'],
  ['Ogród na Prokocimiu', 'Celem jest wspólny ogród i targ wymiany nasion.'],
] as const;
