import type { Lang } from '~/i18n/messages';

/** Provisional indicators of the programme, one or more for its areas: the text of the annex was not at hand, so none of these is official yet. */
export const programmeIndicators: { code: string; area: string; names: Record<Lang, string> }[] = [
  { code: 'informed', area: 'information', names: { pl: 'Liczba osób, które otrzymały informację lub poradę', en: 'People who received information or advice', uk: 'Кількість осіб, які отримали інформацію чи пораду', de: 'Personen, die Information oder Beratung erhielten', ru: 'Число людей, получивших информацию или совет' } },
  { code: 'pupils', area: 'education', names: { pl: 'Liczba uczennic i uczniów objętych wsparciem', en: 'Pupils supported', uk: 'Кількість учнів, які отримали підтримку', de: 'Unterstützte Schülerinnen und Schüler', ru: 'Число учеников, получивших поддержку' } },
  { code: 'learners', area: 'language', names: { pl: 'Liczba osób uczących się języka', en: 'People learning a language', uk: 'Кількість осіб, які вивчають мову', de: 'Personen, die eine Sprache lernen', ru: 'Число людей, изучающих язык' } },
  { code: 'employment', area: 'work', names: { pl: 'Liczba osób wspartych na rynku pracy', en: 'People supported on the labour market', uk: 'Кількість осіб, підтриманих на ринку праці', de: 'Am Arbeitsmarkt unterstützte Personen', ru: 'Число людей, получивших поддержку на рынке труда' } },
  { code: 'support', area: 'health', names: { pl: 'Liczba osób objętych wsparciem psychologicznym lub zdrowotnym', en: 'People given psychological or health support', uk: 'Кількість осіб, які отримали психологічну чи медичну підтримку', de: 'Psychologisch oder gesundheitlich unterstützte Personen', ru: 'Число людей, получивших психологическую или медицинскую поддержку' } },
  { code: 'housed', area: 'housing', names: { pl: 'Liczba osób wspartych w sprawach mieszkaniowych i socjalnych', en: 'People helped with housing and social matters', uk: 'Кількість осіб, яким допомогли з житлом і соціальними справами', de: 'In Wohn- und Sozialfragen unterstützte Personen', ru: 'Число людей, получивших помощь с жильём и социальными делами' } },
  { code: 'events', area: 'culture', names: { pl: 'Liczba wydarzeń międzykulturowych', en: 'Intercultural events', uk: 'Кількість міжкультурних заходів', de: 'Interkulturelle Veranstaltungen', ru: 'Число межкультурных мероприятий' } },
  { code: 'audience', area: 'culture', names: { pl: 'Liczba uczestników wydarzeń międzykulturowych', en: 'People at intercultural events', uk: 'Кількість учасників міжкультурних заходів', de: 'Teilnehmende an interkulturellen Veranstaltungen', ru: 'Число участников межкультурных мероприятий' } },
  { code: 'against_hate', area: 'safety', names: { pl: 'Liczba działań przeciw dyskryminacji', en: 'Actions against discrimination', uk: 'Кількість заходів проти дискримінації', de: 'Maßnahmen gegen Diskriminierung', ru: 'Число действий против дискриминации' } },
  { code: 'volunteers', area: 'participation', names: { pl: 'Liczba wolontariuszek i wolontariuszy', en: 'Volunteers', uk: 'Кількість волонтерів', de: 'Freiwillige', ru: 'Число волонтёров' } },
  { code: 'organisations', area: 'capacity', names: { pl: 'Liczba wspartych organizacji i grup samopomocowych', en: 'Self-help organisations and groups supported', uk: 'Кількість підтриманих організацій і груп взаємодопомоги', de: 'Unterstützte Selbsthilfeorganisationen und -gruppen', ru: 'Число поддержанных организаций и групп взаимопомощи' } },
  { code: 'staff_trained', area: 'staff', names: { pl: 'Liczba przeszkolonych pracowników instytucji miejskich', en: 'Staff of city institutions trained', uk: 'Кількість навчених працівників міських установ', de: 'Geschulte Beschäftigte städtischer Einrichtungen', ru: 'Число обученных сотрудников городских учреждений' } },
];

/** An indicator as pages need it: its name, and whether a result can be linked to it now. */
export type Indicator = { code: string; name: string; current: boolean };

/** What the indicator counts; nothing for one that is not there. */
export function indicatorName(code: string | undefined, indicators: readonly Indicator[]): string {
  return indicators.find((one) => one.code === code)?.name ?? '';
}
