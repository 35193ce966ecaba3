import { translator } from '~/i18n/translate';
import { indicatorName, type Indicator } from '~/modules/programme/indicators';
import { districtName } from '~/modules/programme/lists';
import { formatAmount, formatPercent, grosze, percentOf } from '~/shared/money';
import { formatDayShort, formatInstantZone } from '~/shared/time';
import { paper, type Paper } from '~/ui/paper/paper.server';
import type { ByYear, OfferAction, OfferContent } from '../content';
import { officialNames as names } from '../official-names';
import { budgetSums, yearSums } from '../rules-of-budget';
import { printAnswers } from './answers.server';
import { printCosts } from './costs.server';
import { printOriginals } from './originals.server';
import { printSplit } from './split.server';

/** Everything the printed form says: the offer itself, who makes it, for which call, and the proof of handing in. */
export type PrintedOffer = {
  content: OfferContent;
  offerors: readonly Record<string, unknown>[];
  /** The other organisations of a joint offer, each with its part of the cost and what it does. */
  partners?: readonly { offeror: Record<string, unknown>; share: number; shareYears?: ByYear | null; tasks: string }[];
  call: { title: string; number: string };
  /** What results can be linked to, named in Polish. */
  indicators?: readonly Indicator[];
  files: readonly { name: string; sha256?: string; /** The name of the attachment in the announcement. */ attachment?: string }[];
  /** Absent before the handing in: then the form is marked as a draft. */
  receipt?: { number: string; at: Date; sha256: string; check?: string | undefined } | undefined;
  /** What the control sum of a draft is of. */
  draftSum: string;
  madeAt: Date;
};

const none = 'nie dotyczy';
const or = (text: string | undefined) => text?.trim() || none;
const pln = (amount: number) => formatAmount(grosze(amount), 'pl');
const day = (typed: string | undefined) => (typed ? formatDayShort(typed, 'pl') : none);

/** The statutory offer (annex 1, Dz.U. 2018 poz. 2057) as a tagged PDF: the parts, tables and names of the regulation in their order. */
export function printOffer(offer: PrintedOffer): Promise<Buffer> {
  const { content, receipt, call, draftSum, madeAt } = offer;
  const title = content.task?.title ?? '';
  const sum = receipt?.sha256 ?? draftSum;
  const sheet = paper({
    title: `Oferta realizacji zadania publicznego${title ? `: ${title}` : ''}`,
    lang: 'pl',
    madeAt: receipt?.at ?? madeAt,
    footer: [
      receipt ? `Potwierdzenie nr ${receipt.number}, złożono ${formatInstantZone(receipt.at, 'pl', { seconds: true })}. Konkurs ${call.number}` : `Projekt oferty: nie złożono. Konkurs ${call.number}`,
      `Suma kontrolna (SHA-256): ${sum}`,
    ],
    page: (n, of) => `Strona ${n} z ${of}`,
    ...(receipt ? {} : { watermark: 'PROJEKT' }),
  });
  const joint = offer.offerors.length > 1;
  sheet.heading(1, joint ? 'Oferta wspólna realizacji zadania publicznego' : 'Oferta realizacji zadania publicznego');
  sheet.paragraph(`o której mowa w art. 14 ust. ${joint ? '2' : '1'} ustawy z dnia 24 kwietnia 2003 r. o działalności pożytku publicznego i o wolontariacie`);
  sheet.paragraph(receipt ? `Potwierdzenie złożenia nr ${receipt.number}. Suma kontrolna: ${sum}` : 'Projekt. Oferta nie została złożona.');
  basics(sheet, offer);
  task(sheet, content, offer.indicators ?? []);
  profile(sheet, content);
  budget(sheet, offer);
  others(sheet, offer);
  declarations(sheet, content.declarations);
  printAnswers(sheet, content.extra?.answers ?? []);
  printOriginals(sheet, content);
  ending(sheet, offer);
  return sheet.finish();
}

function facts(sheet: Paper, caption: string, rows: [string, string][]) {
  sheet.table({
    caption,
    columns: [{ label: 'Pole oferty', share: 0.38 }, { label: 'Treść', share: 0.62 }],
    rows: rows.map((cells) => ({ cells })),
  });
}

function basics(sheet: Paper, { call, offerors, content: { contact } }: PrintedOffer) {
  sheet.heading(2, 'I. Podstawowe informacje o złożonej ofercie');
  facts(sheet, 'Adresat i rodzaj zadania', [
    ['1. Organ administracji publicznej, do którego adresowana jest oferta', 'Prezydent Miasta Krakowa'],
    ['2. Rodzaj zadania publicznego', call.title],
  ]);
  sheet.heading(2, 'II. Dane oferenta(-tów)');
  offerors.forEach((offeror, i) => {
    const of = (key: string) => (typeof offeror[key] === 'string' ? offeror[key] : '');
    const address = [of('street'), [of('postcode'), of('city')].filter(Boolean).join(' ')].filter(Boolean).join(', ');
    const form = of('legalForm');
    facts(sheet, `1. Nazwa oferenta, forma prawna, numer w Krajowym Rejestrze Sądowym lub innej ewidencji, adres siedziby, strona www, adres do korespondencji, adres e-mail, numer telefonu${offerors.length > 1 ? ` (oferent ${i + 1})` : ''}`, [
      ['Nazwa', or(of('name'))],
      ['Forma prawna', form ? translator('pl')(`organisations.legalForm.${form}` as 'organisations.legalForm.association') : none],
      ['Numer KRS lub innej ewidencji', or(of('krs') || [of('registerNumber'), of('registerAuthority')].filter(Boolean).join(', '))],
      ['NIP', or(of('nip'))],
      ['REGON', or(of('regon'))],
      ['Adres siedziby i do korespondencji', or(address)],
      ['Strona www', or(of('website'))],
      ['Adres e-mail', or(of('email'))],
      ['Numer telefonu', or(of('phone'))],
    ]);
  });
  facts(sheet, `2. ${names.contact.slice('II.2. '.length)}`, [
    ['Imię i nazwisko', or(contact?.name)],
    ['Numer telefonu', or(contact?.phone)],
    ['Adres e-mail', or(contact?.email)],
  ]);
}

function piece(sheet: Paper, title: string, text: string | undefined) {
  sheet.heading(3, title);
  sheet.paragraph(or(text));
}

function task(sheet: Paper, { task, schedule, results }: OfferContent, indicators: readonly Indicator[]) {
  sheet.heading(2, 'III. Opis zadania');
  piece(sheet, '1. Tytuł zadania publicznego', task?.title);
  sheet.heading(3, '2. Termin realizacji zadania publicznego');
  facts(sheet, 'Termin', [['Data rozpoczęcia', day(task?.startDate)], ['Data zakończenia', day(task?.endDate)]]);
  piece(sheet, '3. Syntetyczny opis zadania (wraz ze wskazaniem miejsca jego realizacji)', task?.synthesis);
  if (task?.districts.length) sheet.paragraph(`Miejsce realizacji: ${task.districts.map(districtName).join(', ')}`);
  const actions = schedule?.actions ?? [];
  const years = [...new Set(actions.map(({ year }) => year))].toSorted((a, b) => a - b);
  sheet.heading(3, '4. Plan i harmonogram działań');
  if (years.length === 0) sheet.paragraph(none);
  for (const year of years) actionsOf(sheet, year, actions);
  sheet.heading(3, '5. Opis zakładanych rezultatów realizacji zadania publicznego');
  sheet.paragraph('(należy opisać: 1) co będzie bezpośrednim efektem realizacji oferty? 2) jaka zmiana społeczna zostanie osiągnięta poprzez realizację zadania? 3) czy przewidywane jest wykorzystanie rezultatów osiągniętych w trakcie realizacji oferty w dalszych działaniach organizacji? – trwałość rezultatów zadania)');
  sheet.paragraph(or(results?.text));
  sheet.heading(3, '6. Dodatkowe informacje dotyczące rezultatów realizacji zadania publicznego');
  const rows = results?.results ?? [];
  if (rows.length === 0) return sheet.paragraph(none);
  sheet.table({
    caption: 'Rezultaty',
    columns: [
      { label: 'Nazwa rezultatu', share: 0.34 },
      { label: 'Planowany poziom osiągnięcia rezultatów (wartość docelowa)', share: 0.28 },
      { label: 'Sposób monitorowania rezultatów / źródło informacji o osiągnięciu wskaźnika', share: 0.38 },
    ],
    rows: rows.map(({ name, target, unit, monitoring, indicator }) => ({ cells: [[or(name), indicator && `Wskaźnik programu: ${indicatorName(indicator, indicators)}`].filter(Boolean).join('\n'), or(`${target} ${unit}`), or(monitoring)] })),
  });
}

function actionsOf(sheet: Paper, year: number, actions: readonly OfferAction[]) {
  const own = actions.filter((action) => action.year === year);
  sheet.table({
    caption: year ? `Plan i harmonogram działań na rok ${year}` : 'Plan i harmonogram działań (bez podanego terminu)',
    columns: [
      { label: 'Lp.', share: 0.06 }, { label: 'Nazwa działania', share: 0.17 }, { label: 'Opis', share: 0.29 }, { label: 'Grupa docelowa', share: 0.15 },
      { label: 'Planowany termin realizacji', share: 0.15 }, { label: 'Zakres działania realizowany przez podmiot niebędący stroną umowy', share: 0.18 },
    ],
    rows: own.map(({ name, description, targetGroup, from, to, outsourced }, i) => ({ cells: [`${i + 1}.`, or(name), or(description), or(targetGroup), from || to ? `${day(from)} – ${day(to)}` : none, or(outsourced)] })),
  });
}

function profile(sheet: Paper, { profile: described }: OfferContent) {
  sheet.heading(2, 'IV. Charakterystyka oferenta');
  piece(sheet, names.experience.replace('IV.1', '1'), described?.experience);
  piece(sheet, names.resources.replace('IV.2', '2'), described?.resources);
}

function budget(sheet: Paper, { content, offerors, partners = [] }: PrintedOffer) {
  const sums = budgetSums(content.budget);
  const sources = content.budget?.sources;
  sheet.heading(2, 'V. Kalkulacja przewidywanych kosztów realizacji zadania publicznego');
  sheet.heading(3, 'V.A. Zestawienie kosztów realizacji zadania');
  printCosts(sheet, content);
  sheet.heading(3, 'V.B. Źródła finansowania kosztów realizacji zadania');
  const source = (number: string, label: string, amount: number, strong = false) => ({
    cells: [number, label, pln(amount), formatPercent(number === '1.' ? 10_000 : percentOf(grosze(amount), grosze(sums.total)), 'pl')], strong,
  });
  sheet.table({
    caption: 'Źródła finansowania kosztów realizacji zadania',
    columns: [{ label: 'Lp.', share: 0.08 }, { label: 'Nazwa źródła', share: 0.54 }, { label: 'Wartość [PLN]', share: 0.21, numeric: true }, { label: 'Udział [%]', share: 0.17, numeric: true }],
    rows: [
      source('1.', 'Suma wszystkich kosztów realizacji zadania', sums.total, true),
      source('2.', 'Planowana dotacja w ramach niniejszej oferty', sources?.grant ?? 0),
      source('3.', 'Wkład własny (suma 3.1 i 3.2)', sums.own),
      source('3.1.', 'Wkład własny finansowy', sums.ownFinancial),
      source('3.2.', 'Wkład własny niefinansowy (osobowy i rzeczowy)', sums.ownNonFinancial),
      source('4.', 'Świadczenia pieniężne od odbiorców zadania', sums.fees),
    ],
  });
  sheet.heading(3, 'V.C. Podział kosztów realizacji zadania pomiędzy oferentów');
  if (partners.length === 0) return sheet.paragraph(none);
  printSplit(sheet, { names: offerors.map(({ name }) => String(name ?? '')), partners, total: sums.total, years: yearSums(content) });
}

/** The grant by year, which the tables of part V have no place for: the form takes it among what concerns the calculation of costs. */
function grantByYear(content: OfferContent): string {
  return yearSums(content).map(({ year, grant }, i) => `rok ${i + 1} (${year}): ${pln(grant)} zł`).join('; ');
}

function others(sheet: Paper, { content, offerors, partners = [] }: PrintedOffer) {
  const { other } = content;
  const byYear = grantByYear(content);
  sheet.heading(2, 'VI. Inne informacje');
  const paid = other?.paid === undefined ? undefined : other.paid ? 'Oferent zamierza odpłatnie wykonać zadanie publiczne (pobierać świadczenia pieniężne od odbiorców).' : 'Oferent zamierza nieodpłatnie wykonać zadanie publiczne.';
  piece(sheet, '1. Deklaracja o zamiarze odpłatnego lub nieodpłatnego wykonania zadania publicznego', paid);
  piece(sheet, '2. W przypadku oferty wspólnej: działania, które będzie realizował każdy z oferentów, oraz sposób reprezentacji oferentów wobec organu administracji publicznej', partners.map(({ offeror, tasks }) => `${String(offeror.name ?? '')}: ${tasks}`).concat(partners.length ? [`Ofertę składa i reprezentuje oferentów: ${String(offerors[0]?.name ?? '')}.`] : []).join('\n'));
  piece(sheet, names.information.replace('VI.3', '3'), [other?.information, byYear && `Planowana dotacja w kolejnych latach: ${byYear}.`].filter(Boolean).join('\n'));
}

function declarations(sheet: Paper, made: OfferContent['declarations']) {
  const arrears = (answer: 'yes' | 'no' | undefined, of: string) => `oferent składający niniejszą ofertę ${answer === 'no' ? 'nie zalega' : answer === 'yes' ? 'zalega' : 'nie zalega / zalega'} z opłacaniem należności z tytułu ${of}`;
  const rows: [string, boolean][] = [
    ['proponowane zadanie publiczne będzie realizowane wyłącznie w zakresie działalności pożytku publicznego oferenta', made?.withinStatute === true],
    ['pobieranie świadczeń pieniężnych będzie się odbywać wyłącznie w ramach prowadzonej odpłatnej działalności pożytku publicznego', made?.feesOnlyPaid === true],
    [arrears(made?.taxArrears, 'zobowiązań podatkowych'), made?.taxArrears !== undefined],
    [arrears(made?.insuranceArrears, 'składek na ubezpieczenia społeczne'), made?.insuranceArrears !== undefined],
    ['dane zawarte w części II niniejszej oferty są zgodne z Krajowym Rejestrem Sądowym / inną właściwą ewidencją', made?.dataAgrees === true],
    ['wszystkie informacje podane w ofercie oraz załącznikach są zgodne z aktualnym stanem prawnym i faktycznym', made?.allTrue === true],
    ['w zakresie związanym ze składaniem ofert, w tym z gromadzeniem, przetwarzaniem i przekazywaniem danych osobowych, a także wprowadzaniem ich do systemów informatycznych, osoby, których dotyczą te dane, złożyły stosowne oświadczenia zgodnie z przepisami o ochronie danych osobowych', made?.dataProtection === true],
  ];
  sheet.heading(2, 'VII. Oświadczenia');
  sheet.paragraph('Oświadczam(y), że:');
  sheet.table({
    caption: 'Oświadczenia oferenta(-tów)',
    columns: [{ label: 'Lp.', share: 0.07 }, { label: 'Oświadczenie', share: 0.73 }, { label: 'Złożono', share: 0.2 }],
    rows: rows.map(([text, done], i) => ({ cells: [`${i + 1})`, text, done ? 'tak' : 'nie złożono'] })),
  });
}

function ending(sheet: Paper, { content, files, receipt }: PrintedOffer) {
  sheet.heading(3, 'Załączniki');
  const lines = [
    ...files.map(({ name, sha256, attachment }) => `${attachment ? `${attachment}: ` : ''}${name}${sha256 ? ` (SHA-256: ${sha256})` : ''}`),
    ...(content.attachments?.reasons ?? []).map(({ name, reason }) => `${name}: nie dotyczy – ${reason}`),
  ];
  sheet.paragraph(lines.map((line, i) => `${i + 1}. ${line}`).join('\n') || none);
  sheet.space(34);
  sheet.paragraph('…………………………………………………………………………………………');
  sheet.paragraph('(podpis osoby upoważnionej lub podpisy osób upoważnionych do składania oświadczeń woli w imieniu oferentów)');
  if (receipt?.check) sheet.paragraph(`Sprawdzenie potwierdzenia: ${receipt.check}`);
  sheet.paragraph(receipt ? `Data złożenia: ${formatInstantZone(receipt.at, 'pl', { seconds: true })}` : 'Data: ……………………………');
}
