import { messages } from '../messages';

export const office = messages({
  'office.title': { pl: 'Biuro Urzędu', en: 'The City’s desk', uk: 'Офіс мерії', de: 'Schreibtisch der Stadt', ru: 'Рабочее место мэрии' },
  'office.lead': { pl: 'Co czeka na decyzję, zaczynając od najpilniejszych.', en: 'What waits for a decision, most urgent first.', uk: 'Що чекає на рішення, починаючи з найтерміновішого.', de: 'Was auf eine Entscheidung wartet, das Dringendste zuerst.', ru: 'Что ждёт решения, начиная с самого срочного.' },
  'office.organisations': { pl: 'Organizacje do sprawdzenia', en: 'Organisations to verify', uk: 'Організації для перевірки', de: 'Zu prüfende Organisationen', ru: 'Организации для проверки' },
  'office.calls': { pl: 'Nabory w toku', en: 'Calls under way', uk: 'Поточні конкурси', de: 'Laufende Ausschreibungen', ru: 'Текущие конкурсы' },
  'office.reports': { pl: 'Sprawozdania', en: 'Reports', uk: 'Звіти', de: 'Berichte', ru: 'Отчёты' },
  'office.nothing': { pl: 'Nic nie czeka.', en: 'Nothing is waiting.', uk: 'Нічого не чекає.', de: 'Nichts wartet.', ru: 'Ничего не ждёт.' },
  'office.all.organisations': { pl: 'Wszystkie organizacje', en: 'All organisations', uk: 'Усі організації', de: 'Alle Organisationen', ru: 'Все организации' },
  'office.all.calls': { pl: 'Wszystkie nabory', en: 'All calls', uk: 'Усі конкурси', de: 'Alle Ausschreibungen', ru: 'Все конкурсы' },
  'office.all.agreements': { pl: 'Umowy i wypłaty', en: 'Agreements and payments', uk: 'Договори та виплати', de: 'Verträge und Zahlungen', ru: 'Договоры и выплаты' },
  'office.all.consultations': { pl: 'Konsultacje', en: 'Consultations', uk: 'Консультації', de: 'Konsultationen', ru: 'Консультации' },
  'office.all.people': { pl: 'Osoby i role', en: 'People and roles', uk: 'Особи та ролі', de: 'Personen und Rollen', ru: 'Люди и роли' },
  'office.deadline': { pl: 'termin {when}', en: 'deadline {when}', uk: 'термін {when}', de: 'Frist {when}', ru: 'срок {when}' },
});
