import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import type { RequiredAttachment } from '~/modules/calls/content';
import { getCall } from '~/modules/calls/queries.server';
import { listFilesAt } from '~/modules/files/queries.server';
import { dayOf, formatDay, formatDeadline, formatInstantZone, isBefore, relativeDays } from '~/shared/time';
import { listIndicators } from '~/modules/programme/queries.server';
import { valueText } from './components/places';
import { reasonCodes, type OfferContent } from './content';
import { changesAt, isChangedAt, placesOf, standsAt } from './correction-places';
import { findCityClock, findHandIn, findWaiting, listQuestions, type Question } from './correction-queries.server';
import { askedLabel, cellLabel, reasonText } from './correction-words';
import type { getApplication } from './queries.server';
import { sectionsOf } from './rules';

type Application = Awaited<ReturnType<typeof getApplication>>;
type Reader = { t: Translate; lang: Lang; now: Date };

/** How much time each side has, in words; empty where no clock runs. */
export async function clocksInWords(read: Read, application: Application, closesAt: Date, { t, lang, now }: Reader) {
  const [waiting, city] = await Promise.all([findWaiting(read, application), findCityClock(read, application, closesAt, now)]);
  const due = waiting ? formatDeadline(waiting.dueAt, lang) : '';
  return {
    organisation: !waiting
      ? ''
      : waiting.handedInAt
        ? t('correction.clock.handedIn', { at: formatInstantZone(waiting.handedInAt, lang, { seconds: true }) })
        : isBefore(now, waiting.dueAt)
          ? t('correction.clock.until', { due, in: relativeDays(now, waiting.dueAt, lang) })
          : t('correction.clock.over', { due }),
    city: !city
      ? ''
      : city.standing
        ? t('correction.clock.stands', { n: Math.max(0, city.left) })
        : city.left < 0
          ? t('correction.clock.cityOver', { day: formatDay(city.due, lang) })
          : t('correction.clock.runs', { day: formatDay(city.due, lang), n: city.left }),
  };
}

/** What the officer may question in this offer: every field by its name, under its section, and every coded reason. */
export function choicesOf(content: OfferContent, extra: Awaited<ReturnType<typeof getCall>>['extraQuestions'], { t, lang }: Reader) {
  const places = placesOf(content, sectionsOf({ extraQuestions: extra }), extra.map(({ key }) => key));
  return {
    fields: places.map((asked) => ({
      value: `${asked.section}/${asked.place}`, label: askedLabel(t, lang, asked, content, extra), group: t(`screening.section.${asked.section}` as const),
    })),
    reasons: reasonCodes.map((code) => ({ value: code, label: reasonText(t, code) })),
  };
}

/** The questioned fields by name, with what became of each: its answer, and whether it was changed since the offer was handed in. */
export async function questionsInWords(read: Read, application: Application, { t, lang }: Reader) {
  const [questions, call, original] = await Promise.all([
    listQuestions(read, application.id), getCall(read, application.callId), findHandIn(read, application.id, 'original'),
  ]);
  const before = original?.content ?? application.content;
  return questions.map(({ id, section, place, code, words, answer }) => ({
    id, section, code, words, answer,
    label: askedLabel(t, lang, { section, place }, before, call.extraQuestions),
    changed: isChangedAt({ section, place }, before, application.content),
  }));
}

/** Exactly the questioned fields before and after the correction, cell by cell; null until one was handed in. */
export async function comparison(read: Read, application: Application, { t, lang }: Reader) {
  const [questions, call, original, corrected] = await Promise.all([
    listQuestions(read, application.id), getCall(read, application.callId), findHandIn(read, application.id, 'original'), findHandIn(read, application.id, 'correction'),
  ]);
  if (!corrected) return null;
  const before = original?.content ?? application.content;
  const indicators = await listIndicators(read, lang, dayOf(corrected.at));
  const files = await filesBeforeAndAfter(read, application, corrected.at, call.requiredAttachments);
  return {
    at: formatInstantZone(corrected.at, lang, { seconds: true }),
    number: corrected.number,
    fields: questions.map((question) => ({
      id: question.id, code: question.code, words: question.words, answer: question.answer,
      label: askedLabel(t, lang, question, before, call.extraQuestions),
      changes: question.section === 'attachments' ? files : cells(question, before, corrected.content),
    })),
  };

  function cells(question: Question, old: OfferContent, now: OfferContent) {
    const changes = changesAt(question, old, now);
    const words = (place: string, value: unknown) => valueText(t, lang, place, value, indicators);
    if (changes.length === 0) return [{ label: '', before: words(question.place, standsAt(question, now)), after: null }];
    return changes.map((change) => ({ label: cellLabel(t, question, change.place), before: words(change.place, change.before), after: words(change.place, change.after) }));
  }
}

async function filesBeforeAndAfter(read: Read, application: Application, at: Date, required: readonly RequiredAttachment[]) {
  const attachmentOf = (slot: string | null) => required.find(({ key }) => key === slot)?.name.pl;
  const names = (files: { name: string; slot: string | null }[]) => files.map(({ name, slot }) => [attachmentOf(slot), name].filter(Boolean).join(': ')).join(', ') || '–';
  const [before, after] = await Promise.all([application.correctionAskedAt ?? at, at].map((moment) => listFilesAt(read, 'application_attachment', application.id, moment)));
  const [old, now] = [names(before ?? []), names(after ?? [])];
  return [{ label: '', before: old, after: old === now ? null : now }];
}
