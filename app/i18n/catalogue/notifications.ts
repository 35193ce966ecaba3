import { messages } from '../messages';

export const notifications = messages({
  'notifications.open': { pl: 'Otwórz w portalu', en: 'Open in the portal', uk: 'Відкрити на порталі', de: 'Im Portal öffnen', ru: 'Открыть на портале' },
  'notifications.footer': {
    pl: 'Otwarty Kraków, Urząd Miasta Krakowa. Wiadomość wysłana automatycznie. Masz pytanie? Zadzwoń: 12 000 00 00, pon.–pt. 8–16.',
    en: 'Open Kraków, City of Kraków. This message was sent automatically. A question? Call 12 000 00 00, Mon–Fri 8–16.',
    uk: 'Відкритий Краків, мерія Кракова. Повідомлення надіслано автоматично. Маєте питання? Телефонуйте: 12 000 00 00, пн–пт 8–16.',
    de: 'Offenes Krakau, Stadt Krakau. Diese Nachricht wurde automatisch versandt. Fragen? Rufen Sie an: 12 000 00 00, Mo–Fr 8–16.',
    ru: 'Открытый Краков, мэрия Кракова. Сообщение отправлено автоматически. Есть вопрос? Звоните: 12 000 00 00, пн–пт 8–16.',
  },
  'notifications.mails': { pl: 'Wiadomości e-mail', en: 'E-mails', uk: 'Електронні листи', de: 'E-Mails', ru: 'Электронные письма' },
  'notifications.mailbox': { pl: 'Skrzynka pokazowa', en: 'Demo mailbox', uk: 'Демонстраційна скринька', de: 'Demo-Postfach', ru: 'Демонстрационный ящик' },
  'notifications.mailboxHint': {
    pl: 'To wersja pokazowa bez serwera poczty. Wszystkie listy portalu widać tutaj zamiast w skrzynkach odbiorców.',
    en: 'This is a demo without a mail server. All letters of the portal are shown here instead of in people’s mailboxes.',
    uk: 'Це демонстрація без поштового сервера. Усі листи порталу видно тут, а не в скриньках одержувачів.',
    de: 'Dies ist eine Demo ohne Mailserver. Alle Briefe des Portals stehen hier statt in den Postfächern.',
    ru: 'Это демонстрация без почтового сервера. Все письма портала видны здесь, а не в ящиках получателей.',
  },
  'notifications.none': { pl: 'Nie ma jeszcze żadnych wiadomości.', en: 'There are no e-mails yet.', uk: 'Листів ще немає.', de: 'Noch keine E-Mails.', ru: 'Писем пока нет.' },
  'notifications.to': { pl: 'Do', en: 'To', uk: 'Кому', de: 'An', ru: 'Кому' },
  'notifications.when': { pl: 'Utworzono', en: 'Written', uk: 'Створено', de: 'Erstellt', ru: 'Создано' },
  'notifications.subject': { pl: 'Temat', en: 'Subject', uk: 'Тема', de: 'Betreff', ru: 'Тема' },
  'notifications.state': { pl: 'Stan', en: 'State', uk: 'Стан', de: 'Stand', ru: 'Состояние' },
  'notifications.state.waiting': { pl: 'czeka na wysłanie', en: 'waits to be sent', uk: 'чекає на надсилання', de: 'wartet auf Versand', ru: 'ожидает отправки' },
  'notifications.state.sent': { pl: 'wysłana', en: 'sent', uk: 'надіслано', de: 'versandt', ru: 'отправлено' },
  'notifications.state.failed': { pl: 'niedostarczona', en: 'not delivered', uk: 'не доставлено', de: 'nicht zugestellt', ru: 'не доставлено' },
});
