import { messages } from '../messages';

/** Lists that people take with them as files. */
export const exports = messages({
  'exports.take': { pl: 'Pobierz tę listę', en: 'Download this list', uk: 'Завантажити цей список', de: 'Diese Liste herunterladen', ru: 'Скачать этот список' },
  'exports.csv': { pl: 'CSV', en: 'CSV', uk: 'CSV', de: 'CSV', ru: 'CSV' },
  'exports.xlsx': { pl: 'arkusz Excel (XLSX)', en: 'Excel sheet (XLSX)', uk: 'таблиця Excel (XLSX)', de: 'Excel-Tabelle (XLSX)', ru: 'таблица Excel (XLSX)' },
  'exports.confirmed': { pl: 'Dane potwierdzone', en: 'Data confirmed', uk: 'Дані підтверджено', de: 'Daten bestätigt', ru: 'Данные подтверждены' },
  'exports.address': { pl: 'Wpis w portalu', en: 'Entry on the portal', uk: 'Запис на порталі', de: 'Eintrag im Portal', ru: 'Запись на портале' },
});
