import { messages } from '../messages';

/** The front page. */
export const home = messages({
  'home.title': { pl: 'Organizacje i dotacje', en: 'Organisations and grants', uk: 'Організації та гранти', de: 'Organisationen und Förderung', ru: 'Организации и гранты' },
  'home.hero': { pl: 'Miasto tworzą ci, którzy się w nim spotykają', en: 'A city is made by those who meet in it', uk: 'Місто творять ті, хто в ньому зустрічається', de: 'Eine Stadt entsteht durch die, die sich in ihr begegnen', ru: 'Город создают те, кто в нём встречается' },
  'home.lead': { pl: 'Znajdź organizację swojej społeczności, zdobądź środki na wspólne działanie, powiedz, co trzeba zmienić.', en: 'Find an organisation of your community, get money for working together, say what should change.', uk: 'Знайдіть організацію своєї спільноти, отримайте кошти на спільну дію, скажіть, що треба змінити.', de: 'Finden Sie eine Organisation Ihrer Gemeinschaft, gewinnen Sie Mittel für gemeinsames Handeln, sagen Sie, was sich ändern soll.', ru: 'Найдите организацию своего сообщества, получите средства на общее дело, скажите, что нужно изменить.' },
  'home.door.find': { pl: 'Szukam pomocy lub ludzi', en: 'I am looking for help or people', uk: 'Шукаю допомогу або людей', de: 'Ich suche Hilfe oder Menschen', ru: 'Ищу помощь или людей' },
  'home.door.find.text': { pl: 'Organizacje według języka, grupy i dzielnicy. Bez logowania.', en: 'Organisations by language, group and district. No account needed.', uk: 'Організації за мовою, групою та районом. Без входу.', de: 'Organisationen nach Sprache, Gruppe und Stadtbezirk. Ohne Anmeldung.', ru: 'Организации по языку, группе и району. Без входа.' },
  'home.door.money': { pl: 'Moja organizacja szuka środków', en: 'My organisation is looking for money', uk: 'Моя організація шукає кошти', de: 'Meine Organisation sucht Mittel', ru: 'Моя организация ищет средства' },
  'home.door.money.text': { pl: 'Otwarte konkursy: kto może wystąpić, o ile i do kiedy.', en: 'Open calls: who may apply, for how much and until when.', uk: 'Відкриті конкурси: хто може подати, на скільки й до коли.', de: 'Offene Ausschreibungen: wer, wie viel und bis wann.', ru: 'Открытые конкурсы: кто может подать, на сколько и до какого срока.' },
  'home.door.say': { pl: 'Chcę mieć wpływ', en: 'I want to have a say', uk: 'Хочу мати вплив', de: 'Ich will mitreden', ru: 'Хочу влиять' },
  'home.door.say.text': { pl: 'Konsultacje w pięciu językach. Na każdy głos jest odpowiedź.', en: 'Consultations in five languages. Every voice gets an answer.', uk: 'Консультації п’ятьма мовами. На кожен голос є відповідь.', de: 'Konsultationen in fünf Sprachen. Jede Stimme bekommt eine Antwort.', ru: 'Консультации на пяти языках. На каждый голос есть ответ.' },
  'home.now': { pl: 'Co się teraz dzieje', en: 'What is happening now', uk: 'Що відбувається зараз', de: 'Was gerade geschieht', ru: 'Что происходит сейчас' },
  'home.figure.organisations': { pl: 'Organizacje w katalogu', en: 'Organisations in the directory', uk: 'Організації в каталозі', de: 'Organisationen im Verzeichnis', ru: 'Организации в каталоге' },
  'home.figure.calls': { pl: 'Otwarte nabory', en: 'Open calls', uk: 'Відкриті конкурси', de: 'Offene Ausschreibungen', ru: 'Открытые конкурсы' },
  'home.figure.awarded': { pl: 'Przyznane w {year} roku', en: 'Awarded in {year}', uk: 'Надано у {year} році', de: 'Vergeben im Jahr {year}', ru: 'Выделено в {year} году' },
  'home.figure.comments': { pl: 'Odpowiedzi na głosy mieszkańców', en: 'Answers to residents’ voices', uk: 'Відповіді на голоси мешканців', de: 'Antworten auf Stimmen der Einwohner', ru: 'Ответы на голоса жителей' },
  'home.figure.answered': { pl: '{answered} z {total}', en: '{answered} of {total}', uk: '{answered} з {total}', de: '{answered} von {total}', ru: '{answered} из {total}' },
  'home.closing': { pl: 'Kończy się wkrótce', en: 'Closing soon', uk: 'Незабаром завершується', de: 'Endet bald', ru: 'Скоро завершается' },
  'home.closing.none': { pl: 'Teraz żaden nabór nie jest otwarty.', en: 'No call is open now.', uk: 'Зараз немає відкритих конкурсів.', de: 'Zurzeit ist keine Ausschreibung offen.', ru: 'Сейчас нет открытых конкурсов.' },
  'home.closing.all': { pl: 'Zobacz wszystkie nabory', en: 'See all calls', uk: 'Переглянути всі конкурси', de: 'Alle Ausschreibungen ansehen', ru: 'Посмотреть все конкурсы' },
  'home.closing.budget': { pl: 'Pula {amount}', en: 'Budget {amount}', uk: 'Бюджет {amount}', de: 'Budget {amount}', ru: 'Бюджет {amount}' },
  'home.closing.deadline': { pl: 'termin:', en: 'deadline:', uk: 'термін:', de: 'Frist:', ru: 'срок:' },
});
