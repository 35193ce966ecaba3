import { syntheticKrs, syntheticNip, syntheticRegon } from '~/shared/identifiers';

type Recorded = {
  name: string;
  form: string;
  number: number;
  part?: 'S' | 'P';
  nip?: string | undefined;
  regon?: string;
  section6?: Record<string, unknown>;
};

/** An extract in the shape in which the register gives it, board and all. */
export function recordedExtract({ name, form, number, part = 'S', nip = syntheticNip(number), regon = syntheticRegon(number), section6 }: Recorded) {
  return {
    odpis: {
      rodzaj: 'Aktualny',
      naglowekA: {
        rejestr: `Rej${part}`, numerKRS: syntheticKrs(number), dataCzasOdpisu: '02.03.2026 10:00:00', stanZDnia: '02.03.2026', dataRejestracjiWKRS: '14.05.2012',
        numerOstatniegoWpisu: 16, dataOstatniegoWpisu: '09.01.2026', sygnaturaAktSprawyDotyczacejOstatniegoWpisu: 'KR.XI NS-REJ.KRS/1/26/1',
        oznaczenieSaduDokonujacegoOstatniegoWpisu: 'SĄD REJONOWY DLA KRAKOWA-ŚRÓDMIEŚCIA W KRAKOWIE', stanPozycji: 1,
      },
      dane: {
        dzial1: {
          danePodmiotu: {
            formaPrawna: form, nazwa: name, identyfikatory: { regon: `${regon}00000`, ...(nip ? { nip } : {}) },
            czyProwadziDzialalnoscZInnymiPodmiotami: false, czyPosiadaStatusOPP: number % 6 === 1,
          },
          siedzibaIAdres: {
            siedziba: { kraj: 'POLSKA', wojewodztwo: 'MAŁOPOLSKIE', powiat: 'KRAKÓW', gmina: 'KRAKÓW', miejscowosc: 'KRAKÓW' },
            adres: { ulica: 'UL. PRZYKŁADOWA', nrDomu: String(number + 2), miejscowosc: 'KRAKÓW', kodPocztowy: `30-${99 + number}`, poczta: 'KRAKÓW', kraj: 'POLSKA' },
          },
        },
        dzial2: {
          reprezentacja: {
            nazwaOrganu: 'ZARZĄD', sposobReprezentacji: 'KAŻDY CZŁONEK ZARZĄDU SAMODZIELNIE',
            sklad: [{ nazwisko: { nazwiskoICzlon: 'W****' }, imiona: { imie: 'S****' }, identyfikator: { pesel: '8**********' }, funkcjaWOrganie: 'PREZES', czyZawieszona: false }],
          },
        },
        ...(section6 ? { dzial6: section6 } : {}),
      },
    },
  };
}

// Invented organisations under numbers that are never issued; the first rows are those of the demo.
const bodies: Recorded[] = [
  { number: 1, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE MOST NA ZABŁOCIU' },
  { number: 2, form: 'FUNDACJA', name: 'FUNDACJA WSPÓLNY STÓŁ' },
  { number: 3, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE CZERKASY-KRAKÓW' },
  { number: 4, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE GŁOS ROMÓW MAŁOPOLSKI' },
  { number: 5, form: 'FUNDACJA', name: 'FUNDACJA DRUGA MOWA' },
  { number: 6, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE ŁEMKOWSKA ZAGRODA' },
  { number: 7, form: 'SPÓŁDZIELNIA SOCJALNA', name: 'SPÓŁDZIELNIA SOCJALNA NASZ WARSZTAT', part: 'P' },
  { number: 8, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE BIAŁORUSKI KRĄG' },
  { number: 9, form: 'FUNDACJA', name: 'FUNDACJA LOTUS' },
  { number: 12, form: 'ZWIĄZEK STOWARZYSZEŃ', name: 'FEDERACJA ORGANIZACJI SAMOPOMOCOWYCH RAZEM' },
  { number: 13, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE OGNIWO TATARÓW', regon: syntheticRegon(63) },
  { number: 91, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE DAWNY PRZYSTANEK', section6: { likwidacja: [{ otwarcieLikwidacji: 'UCHWAŁA WALNEGO ZEBRANIA Z DNIA 12.12.2025' }] } },
  { number: 92, form: 'FUNDACJA', name: 'FUNDACJA OSTATNI DZWONEK', section6: { rozwiazanieUniewaznienie: { okreslenieOkolicznosci: 'POSTANOWIENIE SĄDU O ROZWIĄZANIU' } } },
  { number: 93, form: 'STOWARZYSZENIE', name: 'STOWARZYSZENIE „OGRÓD NA DACHU"' },
  { number: 94, form: 'FUNDACJA', name: 'FUNDACJA BEZ NIP-U', nip: '' },
];

/** Recorded answers by number: what it is, or how the register fails. Every other number is not there. */
export const recordedAnswers: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...bodies.map((body): [string, unknown] => [syntheticKrs(body.number), recordedExtract(body)]),
  [syntheticKrs(95), { odpis: { naglowekA: [], dane: '<html>503</html>' } }],
  [syntheticKrs(96), 'slow'],
  [syntheticKrs(97), 'down'],
]);
