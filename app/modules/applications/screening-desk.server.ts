import type { Context } from '~/access/context';
import type { MessageKey } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import type { Translate } from '~/i18n/translate';
import { getCall } from '~/modules/calls/queries.server';
import { formatMoney, formatPercent, grosze } from '~/shared/money';
import { formatDay, formatDeadline, formatInstantZone } from '~/shared/time';
import type { getApplication } from './queries.server';
import { countHandedIn } from './limit.server';
import { findFormalCheck, listFormalAnswers } from './screening-queries.server';
import { choicesOf, clocksInWords, comparison, questionsInWords } from './correction-desk.server';
import { stateOfSlot } from './rules-of-slots';
import { correctionDeadline, correctionOpen, factsOf, type Fact } from './screening-rules';
import { problemsFound, readOffer } from './screening-offer.server';

type Application = Awaited<ReturnType<typeof getApplication>>;

function factText(fact: Fact, t: Translate, lang: Lang): string {
  const money = (amount: number) => formatMoney(grosze(amount), lang);
  switch (fact.code) {
    case 'F1':
      return t('screening.fact.F1', { at: formatInstantZone(fact.submittedAt, lang), due: formatInstantZone(fact.closesAt, lang) });
    case 'F2':
      return t('screening.fact.F2', { form: t(`organisations.legalForm.${fact.legalForm}` as MessageKey) });
    case 'F6':
      return fact.met ? t('screening.fact.F6') : t('screening.fact.F6.missing', { names: fact.missing.join(', ') });
    case 'F7':
      return t('screening.fact.F7', { from: formatDay(fact.from, lang), to: formatDay(fact.to, lang) });
    case 'F8':
      return t('screening.fact.F8', {
        sum: money(fact.requested), max: money(fact.maxGrant), share: formatPercent(fact.share, lang), maxShare: formatPercent(fact.maxShare, lang),
      });
    case 'F9':
      return t('screening.fact.F9', { n: fact.problems });
    case 'F10':
      return t('screening.fact.F10');
    case 'F11':
      return t('screening.fact.F11', { n: fact.offers, limit: fact.limit });
  }
}

/** Everything the formal check of one offer shows: the offer as handed in, the checklist with hints, and where the check stands. */
export async function formalDesk({ db, now }: Context, application: Application, t: Translate, lang: Lang) {
  const { read } = db;
  const [call, offer, items, check, offersInCall] = await Promise.all([
    getCall(read, application.callId),
    readOffer(read, application),
    listFormalAnswers(read, application),
    findFormalCheck(read, application.id),
    countHandedIn(read, application.callId, application.organisationId),
  ]);
  const { task, declarations } = offer.content;
  const facts = factsOf({
    call,
    offer: {
      submittedAt: application.submittedAt, requested: application.requested, totalCost: application.totalCost,
      legalForm: offer.legalForm, offersInCall, startDate: task?.startDate ?? null, endDate: task?.endDate ?? null,
      arrears: declarations ? declarations.taxArrears === 'yes' || declarations.insuranceArrears === 'yes' : null,
      problems: await problemsFound(read, application),
      missing: offer.slots.length > 0 ? offer.slots.filter((slot) => stateOfSlot(slot, offer.content) === 'missing').map(({ polish }) => polish) : null,
    },
  });
  const dueAt = application.correctionDueAt;
  const reader = { t, lang, now };
  return {
    offer: {
      title: application.title, content: offer.content, call: { title: call.title }, offeror: offer.offeror, partners: offer.partners, sums: offer.sums, slots: offer.slots, files: offer.files,
      requested: application.requested, totalCost: application.totalCost, receiptNumber: application.receiptNumber ?? '–',
      submittedAt: application.submittedAt ? formatInstantZone(application.submittedAt, lang, { seconds: true }) : '–',
    },
    items: items.map(({ id, code, correctable, answer, note }) => {
      const fact = facts.find((one) => one.code === code);
      return {
        id, correctable, answer, note,
        name: `${code}. ${t(`calls.checklist.${code}` as MessageKey)}`,
        ...(fact ? { fact: { met: fact.met, text: factText(fact, t, lang) } } : {}),
      };
    }),
    correction: {
      used: application.correctionUsed,
      dueIfAsked: formatDeadline(correctionDeadline(now, call.correctionDays), lang),
      overdue: dueAt !== null && !correctionOpen(now, dueAt),
      questions: await questionsInWords(read, application, reader),
      choices: choicesOf(application.content, call.extraQuestions, reader),
      compared: await comparison(read, application, reader),
    },
    clocks: await clocksInWords(read, application, call.closesAt, reader),
    proposal: check
      ? {
          proposal: check.proposal, reason: check.reason, name: check.proposerName, by: check.proposedBy,
          at: formatInstantZone(check.proposedAt, lang), confirmed: check.confirmedAt !== null,
        }
      : null,
  };
}
