import { answerComment, closeDueConsultations, commentOn, confirmComment, draftConsultation, openConsultation, publishConsultationReport } from '~/modules/consultations/commands.server';
import { anonymous } from '~/access/actor';
import type { Lang } from '~/i18n/messages';
import type { World } from './world';

const open = {
  titles: { pl: 'Jak ma działać Centrum Wielokulturowe?', en: 'How should the Multicultural Centre work?', uk: 'Як має працювати Мультикультурний центр?', de: 'Wie soll das Multikulturelle Zentrum arbeiten?', ru: 'Как должен работать Мультикультурный центр?' },
  questions: { pl: 'W jakich godzinach, w jakich językach i z jaką pomocą Centrum byłoby dla Ciebie użyteczne?', en: 'At what hours, in which languages and with what help would the Centre be useful to you?', uk: 'У які години, якими мовами та з якою допомогою Центр був би для вас корисним?', de: 'Zu welchen Zeiten, in welchen Sprachen und mit welcher Hilfe wäre das Zentrum für Sie nützlich?', ru: 'В какие часы, на каких языках и с какой помощью Центр был бы вам полезен?' },
  backgrounds: { pl: 'Miasto przygotowuje zasady pracy Centrum na kolejne lata. Każdy głos dostanie odpowiedź, a raport pokaże, co zmieniliśmy.', en: 'The City is preparing how the Centre will work in the coming years. Every comment gets an answer, and the report shows what we changed.', uk: 'Місто готує правила роботи Центру на наступні роки. Кожен голос отримає відповідь, а звіт покаже, що ми змінили.', de: 'Die Stadt bereitet die Arbeitsweise des Zentrums für die nächsten Jahre vor. Jede Stimme erhält eine Antwort, der Bericht zeigt, was wir geändert haben.', ru: 'Город готовит правила работы Центра на следующие годы. На каждый голос будет ответ, а отчёт покажет, что мы изменили.' },
};
const past = {
  titles: { pl: 'Zasady oceny ofert w konkursach programu', en: 'How offers of the programme are assessed', uk: 'Правила оцінювання пропозицій програми', de: 'Regeln der Bewertung von Angeboten', ru: 'Правила оценки предложений программы' },
  questions: { pl: 'Które kryteria oceny są ważne, a czego brakuje?', en: 'Which criteria matter, and what is missing?', uk: 'Які критерії важливі, а чого бракує?', de: 'Welche Kriterien sind wichtig, und was fehlt?', ru: 'Какие критерии важны, а чего не хватает?' },
  backgrounds: { pl: 'Kryteria wynikają z ustawy, ale punkty ustala miasto.', en: 'The criteria come from the Act, but the City sets the points.', uk: 'Критерії випливають із закону, але бали встановлює місто.', de: 'Die Kriterien stehen im Gesetz, die Punkte setzt die Stadt.', ru: 'Критерии следуют из закона, но баллы устанавливает город.' },
};

const answered: { lang: Lang; text: string; disposition: 'accepted' | 'partly_accepted' | 'rejected'; answer: string | undefined }[] = [
  { lang: 'pl', text: 'Nowe organizacje nie mogą tracić punktów za brak wcześniejszych dotacji.', disposition: 'accepted', answer: undefined },
  { lang: 'uk', text: 'Оцінюйте також, чи проєкт ведуть самі люди з досвідом міграції.', disposition: 'partly_accepted', answer: 'Dodaliśmy kryterium zgodności z programem. Pochodzenia osób nie oceniamy.' },
  { lang: 'en', text: 'Please drop the scoring of own funds completely.', disposition: 'rejected', answer: 'Tego kryterium wymaga ustawa przy wspieraniu zadania. Zmniejszyliśmy jego wagę.' },
];

/** One consultation that is over, with its report, and one that is open now. */
export async function seedConsultation(world: World, { officer }: { officer: string }): Promise<void> {
  const somebody = (at: Date, lang: Lang) => ({ ...world.itself(at), actor: anonymous, lang });
  const comment = async (id: string, at: Date, lang: Lang, text: string, n: number) => {
    const { commentId, token } = await commentOn(somebody(at, lang), id, { lang, text, authorName: undefined, email: `glos${n}@example.org` });
    await confirmComment(somebody(new Date(at.getTime() + 600_000), lang), token);
    return commentId;
  };
  const { id: over } = await draftConsultation(await world.as(officer, world.moment(-200)), { ...past, opensAt: world.moment(-199), closesAt: world.moment(-178, '15:00') });
  await openConsultation(await world.as(officer, world.moment(-199, '10:30')), over);
  for (const [i, { lang, text, disposition, answer }] of answered.entries()) {
    const commentId = await comment(over, world.moment(-195 + i), lang, text, i);
    await answerComment(await world.as(officer, world.moment(-190 + i)), commentId, { disposition, answer });
  }
  await closeDueConsultations(world.itself(world.moment(-178, '15:00')));
  await publishConsultationReport(await world.as(officer, world.moment(-170)), over, { summary: { pl: 'Przyszły trzy głosy. Dwa zmieniły zasady oceny.', en: 'Three comments came. Two of them changed the rules.', uk: 'Надійшло три голоси. Два змінили правила.', de: 'Es kamen drei Stimmen. Zwei änderten die Regeln.', ru: 'Пришло три голоса. Два изменили правила.' } });

  const { id: now } = await draftConsultation(await world.as(officer, world.moment(-7)), { ...open, opensAt: world.moment(-6), closesAt: world.moment(21, '15:00') });
  await openConsultation(await world.as(officer, world.moment(-6, '10:30')), now);
  await comment(now, world.moment(-4), 'ru', 'Хорошо бы открывать Центр и в субботу утром: в будни мы работаем.', 11);
  await comment(now, world.moment(-2), 'pl', 'Potrzebny jest kącik dla dzieci, kiedy rodzice są na poradach.', 12);
}
