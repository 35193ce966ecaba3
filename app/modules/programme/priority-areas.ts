import type { Lang } from '~/i18n/messages';

/** Provisional priority areas: the text of the annex was not at hand, so none of these is official yet. */
export const priorityAreas: { code: string; names: Record<Lang, string> }[] = [
  { code: 'information', names: { pl: 'Informacja i dostęp do usług miejskich', en: 'Information and access to city services', uk: 'Інформація та доступ до міських послуг', de: 'Information und Zugang zu städtischen Diensten', ru: 'Информация и доступ к городским услугам' } },
  { code: 'education', names: { pl: 'Edukacja i szkoły', en: 'Education and schools', uk: 'Освіта і школи', de: 'Bildung und Schulen', ru: 'Образование и школы' } },
  { code: 'language', names: { pl: 'Nauka języka', en: 'Language learning', uk: 'Вивчення мови', de: 'Sprachenlernen', ru: 'Изучение языка' } },
  { code: 'work', names: { pl: 'Rynek pracy i przedsiębiorczość', en: 'Labour market and business', uk: 'Ринок праці та підприємництво', de: 'Arbeitsmarkt und Unternehmertum', ru: 'Рынок труда и предпринимательство' } },
  { code: 'health', names: { pl: 'Zdrowie i wsparcie psychologiczne', en: 'Health and psychological support', uk: 'Здоров’я і психологічна підтримка', de: 'Gesundheit und psychologische Hilfe', ru: 'Здоровье и психологическая поддержка' } },
  { code: 'housing', names: { pl: 'Mieszkanie i pomoc społeczna', en: 'Housing and social assistance', uk: 'Житло і соціальна допомога', de: 'Wohnen und soziale Hilfe', ru: 'Жильё и социальная помощь' } },
  { code: 'culture', names: { pl: 'Kultura, pamięć i tożsamość mniejszości', en: 'Culture, memory and minority identity', uk: 'Культура, пам’ять та ідентичність меншин', de: 'Kultur, Erinnerung und Identität der Minderheiten', ru: 'Культура, память и идентичность меньшинств' } },
  { code: 'safety', names: { pl: 'Bezpieczeństwo, przeciwdziałanie dyskryminacji i mowie nienawiści', en: 'Safety, anti-discrimination and hate speech', uk: 'Безпека, протидія дискримінації та мові ворожнечі', de: 'Sicherheit, gegen Diskriminierung und Hassrede', ru: 'Безопасность, противодействие дискриминации и языку вражды' } },
  { code: 'participation', names: { pl: 'Uczestnictwo, samorzecznictwo i wolontariat', en: 'Participation, self-advocacy and volunteering', uk: 'Участь, самоадвокація і волонтерство', de: 'Beteiligung, Selbstvertretung und Ehrenamt', ru: 'Участие, самоадвокация и волонтёрство' } },
  { code: 'capacity', names: { pl: 'Rozwój organizacji samopomocowych', en: 'Capacity of self-help organisations', uk: 'Розвиток організацій взаємодопомоги', de: 'Stärkung der Selbsthilfeorganisationen', ru: 'Развитие организаций взаимопомощи' } },
  { code: 'staff', names: { pl: 'Kompetencje pracowników Urzędu', en: 'Staff competence in the City Office', uk: 'Компетенції працівників мерії', de: 'Kompetenzen der Beschäftigten der Stadt', ru: 'Компетенции сотрудников мэрии' } },
  { code: 'evaluation', names: { pl: 'Badania, monitoring i ewaluacja', en: 'Research, monitoring and evaluation', uk: 'Дослідження, моніторинг та оцінювання', de: 'Forschung, Monitoring und Evaluation', ru: 'Исследования, мониторинг и оценка' } },
];
