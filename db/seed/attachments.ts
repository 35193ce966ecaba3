import type { TypedAttachments } from '~/modules/calls/forms-attachments';

/** What the demo's call for a meeting place wants with an offer: one paper of everybody, two only of some. */
export const seedAttachments: TypedAttachments = [
  {
    key: undefined, when: 'always',
    name: { pl: 'Projekt regulaminu miejsca spotkań', en: 'Draft rules of the meeting place', uk: 'Проєкт правил місця зустрічей', de: 'Entwurf der Hausordnung des Treffpunkts', ru: 'Проект правил места встреч' },
    help: { pl: 'Wystarczy jedna strona: godziny, kto może przyjść, jak zgłosić skargę.', en: 'One page is enough: hours, who may come, how to complain.', uk: 'Досить однієї сторінки: години, хто може прийти, як поскаржитися.', de: 'Eine Seite genügt: Zeiten, wer kommen darf, wie man sich beschwert.', ru: 'Достаточно одной страницы: часы, кто может прийти, как пожаловаться.' },
  },
  {
    key: undefined, when: 'outsideKrs',
    name: { pl: 'Aktualny wyciąg z ewidencji albo rejestru', en: 'Current extract from the record or register', uk: 'Актуальний витяг з обліку або реєстру', de: 'Aktueller Auszug aus dem Verzeichnis oder Register', ru: 'Актуальная выписка из учёта или реестра' },
    help: {},
  },
  {
    key: undefined, when: 'representative',
    name: { pl: 'Pełnomocnictwo do złożenia oferty', en: 'Power of attorney to hand in the offer', uk: 'Довіреність на подання пропозиції', de: 'Vollmacht zur Einreichung des Angebots', ru: 'Доверенность на подачу предложения' },
    help: { pl: 'Skan podpisany przez osoby, które reprezentują organizację.', en: 'A scan signed by those who represent the organisation.', uk: 'Скан, підписаний особами, які представляють організацію.', de: 'Ein Scan, unterschrieben von den Vertretungsberechtigten.', ru: 'Скан, подписанный теми, кто представляет организацию.' },
  },
];
