import { messages } from '../messages';

export const audit = messages({
  'audit.title': { pl: 'Dziennik zdarzeń', en: 'Audit log', uk: 'Журнал подій', de: 'Ereignisprotokoll', ru: 'Журнал событий' },
  'audit.lead': {
    pl: 'Każda czynność zostawia jeden wpis. Wpisów nie można zmienić ani usunąć: każdy jest połączony skrótem z poprzednim.',
    en: 'Every act leaves one entry. Entries cannot be changed or removed: each is tied to the one before by a hash.',
    uk: 'Кожна дія залишає один запис. Записи не можна змінити чи видалити: кожен пов’язаний хешем із попереднім.',
    de: 'Jede Handlung hinterlässt einen Eintrag. Einträge können nicht geändert oder gelöscht werden: jeder ist durch eine Prüfsumme mit dem vorigen verbunden.',
    ru: 'Каждое действие оставляет одну запись. Записи нельзя изменить или удалить: каждая связана хешем с предыдущей.',
  },
  'audit.whole': { pl: 'Łańcuch jest cały: sprawdzono {n} wpisów.', en: 'The chain is whole: {n} entries checked.', uk: 'Ланцюг цілий: перевірено записів: {n}.', de: 'Die Kette ist vollständig: {n} Einträge geprüft.', ru: 'Цепочка цела: проверено записей: {n}.' },
  'audit.broken': { pl: 'Łańcuch jest przerwany na wpisie {seq}. Zawiadom administratora.', en: 'The chain is broken at entry {seq}. Tell the administrator.', uk: 'Ланцюг розірвано на записі {seq}. Повідомте адміністратора.', de: 'Die Kette ist bei Eintrag {seq} unterbrochen. Informieren Sie die Administration.', ru: 'Цепочка прервана на записи {seq}. Сообщите администратору.' },
  'audit.number': { pl: 'Nr', en: 'No.', uk: '№', de: 'Nr.', ru: '№' },
  'audit.when': { pl: 'Kiedy', en: 'When', uk: 'Коли', de: 'Wann', ru: 'Когда' },
  'audit.what': { pl: 'Co się stało', en: 'What happened', uk: 'Що сталося', de: 'Was geschah', ru: 'Что произошло' },
  'audit.fingerprint': { pl: 'Skrót', en: 'Hash', uk: 'Хеш', de: 'Prüfsumme', ru: 'Хеш' },
  'audit.portal': { pl: 'Portal', en: 'The portal', uk: 'Портал', de: 'Das Portal', ru: 'Портал' },
  'audit.somebody': { pl: 'Osoba bez konta', en: 'Somebody without an account', uk: 'Особа без облікового запису', de: 'Jemand ohne Konto', ru: 'Человек без учётной записи' },
});
