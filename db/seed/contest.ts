import { answerQuestions, askQuestion, requestCorrection } from '~/modules/applications/correction.server';
import { listQuestions } from '~/modules/applications/correction-queries.server';
import { answerChecklist, confirmFormalResult, proposeFormalResult, startScreening, submitCorrection } from '~/modules/applications/screening.server';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { saveSection } from '~/modules/applications/saving.server';
import { offerSections } from '~/modules/applications/content';
import { listApplicationsOfCall, getApplication } from '~/modules/applications/queries.server';
import { saveRequiredAttachments } from '~/modules/calls/attachments.server';
import type { TypedAttachments } from '~/modules/calls/forms-attachments';
import { approveCall, closeDueCalls, draftCall, openCall, recordPublication, sendCallToReview } from '~/modules/calls/commands.server';
import { listChecklist, listCriteria } from '~/modules/calls/queries.server';
import { publicationPlaces } from '~/modules/calls/rules';
import { appointMember, declareImpartiality, startAssessment } from '~/modules/panels/commands.server';
import { handInReview, saveReview } from '~/modules/reviews/commands.server';
import { drawRanking, publishResults, recordDecision } from '~/modules/decisions/commands.server';
import { listRanking } from '~/modules/decisions/queries.server';
import { grosze } from '~/shared/money';
import { callInput } from './calls';
import { offerContent, type OfferSeed } from './offers';
import type { World } from './world';

export type Staff = { officer: string; second: string; head: string; committee: { chair: string; ngo: string[]; indicatedBy: string } };

/** Announces a call: drafted, approved by another person, published in three places, opened. Days are counted from today. */
export async function announce(world: World, staff: Staff, { opens, input, attachments = [] }: { opens: number; input: Parameters<typeof callInput>[0]; attachments?: TypedAttachments }): Promise<string> {
  const { id } = await draftCall(await world.as(staff.officer, world.moment(opens - 5)), callInput(input));
  if (attachments.length > 0) await saveRequiredAttachments(await world.as(staff.officer, world.moment(opens - 5, '11:00')), id, { requiredAttachments: attachments });
  await sendCallToReview(await world.as(staff.officer, world.moment(opens - 4)), id);
  await approveCall(await world.as(staff.head, world.moment(opens - 3)), id, { orderNumber: `${1000 - opens}/${world.day(opens).slice(0, 4)}`, orderDate: world.day(opens - 3) });
  for (const place of publicationPlaces)
    await recordPublication(await world.as(staff.officer, world.moment(opens - 2, '12:00')), id, { of: 'announcement', place, publishedOn: world.day(opens - 2), reference: `Ogłoszenie ${place === 'bip' ? 'BIP' : place === 'website' ? 'na stronie' : 'na tablicy'} nr ${100 - opens}` });
  await openCall(await world.as(staff.officer, world.moment(opens - 1)), id);
  return id;
}

/** Writes an offer section by section; handed in when asked. */
export async function offer(world: World, personId: string, organisationId: string, callId: string, { begun, handedIn, sections: most = 4, seed }: { begun: number; handedIn?: Date; sections?: number; seed: OfferSeed }): Promise<string> {
  const { id } = await startApplication(await world.as(personId, world.moment(begun, '19:10')), { callId, organisationId });
  const content = offerContent(seed);
  let version = 1;
  const written = offerSections.filter((section) => content[section] !== undefined);
  const sections = handedIn ? written : written.slice(0, most);
  for (const section of sections) ({ version } = await saveSection(await world.as(personId, world.moment(begun, '20:15')), id, section, content[section], version));
  if (handedIn) await submitApplication(await world.as(personId, handedIn), id);
  return id;
}

/** Checks all offers of a closed call formally; the first is called to correct its contact once, the last is rejected if asked. */
export async function screen(world: World, staff: Staff, callId: string, { from, rejectLast, signatoryOf }: { from: number; rejectLast: boolean; signatoryOf: (organisationId: string) => string }): Promise<void> {
  await startScreening(await world.as(staff.officer, world.moment(from)), callId);
  const checklist = await listChecklist(world.db.read, callId);
  const offers = await listApplicationsOfCall(world.db.read, callId, ['formal_check']);
  for (const [i, { id, organisationId }] of offers.entries()) {
    const rejected = rejectLast && i === offers.length - 1;
    const officer = (day: number, clock: string) => world.as(staff.officer, world.moment(day, clock));
    if (i === 0) {
      await answerChecklist(await officer(from, '11:00'), id, { answers: checklist.map(({ id: checklistId, code }) => ({ checklistId, answer: code === 'F6' ? ('no' as const) : ('yes' as const), note: code === 'F6' ? 'Brak numeru kierunkowego przy telefonie' : undefined })) });
      await askQuestion(await officer(from, '11:15'), id, { field: 'contact/phone', code: 'incomplete', words: 'Podaj pełny numer telefonu osoby do kontaktu.' });
      await requestCorrection(await officer(from, '11:20'), id);
      const applicant = await world.as(signatoryOf(organisationId), world.moment(from + 1, '21:00'));
      const application = await getApplication(world.db.read, id);
      await saveSection(applicant, id, 'contact', { name: '', email: '', ...application.content.contact, phone: '+48 12 000 20 20' }, application.version);
      const [question] = await listQuestions(world.db.read, id);
      if (question) await answerQuestions(applicant, id, { [question.id]: 'Dopisaliśmy numer kierunkowy.' });
      await submitCorrection(await world.as(signatoryOf(organisationId), world.moment(from + 1, '21:05')), id);
    }
    await answerChecklist(await officer(from + 2, '11:00'), id, { answers: checklist.map(({ id: checklistId, code }) => ({ checklistId, answer: rejected && code === 'F7' ? ('no' as const) : ('yes' as const), note: rejected && code === 'F7' ? 'Zadanie poza zakresem ogłoszenia' : undefined })) });
    await proposeFormalResult(await officer(from + 2, '11:30'), id, rejected ? { proposal: 'rejected', reason: 'Zadanie nie mieści się w zakresie ogłoszenia.' } : { proposal: 'valid', reason: undefined });
    await confirmFormalResult(await world.as(staff.second, world.moment(from + 3, '09:30')), id);
  }
}

/** Seats the committee, takes the declarations and starts the assessment. */
export async function seat(world: World, staff: Staff, callId: string, from: number): Promise<void> {
  const { chair, ngo, indicatedBy } = staff.committee;
  await appointMember(await world.as(staff.head, world.moment(from)), callId, { personId: chair, seat: 'chair', organisationId: undefined });
  for (const personId of ngo) await appointMember(await world.as(staff.head, world.moment(from, '10:30')), callId, { personId, seat: 'ngo', organisationId: indicatedBy });
  for (const personId of [chair, ...ngo]) await declareImpartiality(await world.as(personId, world.moment(from + 1)), callId, { outcome: 'none', applicationIds: [], reason: undefined });
  await startAssessment(await world.as(staff.officer, world.moment(from + 2)), callId);
}

/** Scores offers; everybody hands in, or only the chair where the assessment still runs. */
export async function score(world: World, staff: Staff, callId: string, { day, all }: { day: number; all: boolean }): Promise<void> {
  const criteria = await listCriteria(world.db.read, callId);
  const offers = await listApplicationsOfCall(world.db.read, callId, ['in_assessment']);
  for (const [m, personId] of [staff.committee.chair, ...staff.committee.ngo].entries()) {
    if (!all && m > 0) continue;
    for (const [i, { id }] of offers.entries()) {
      const weak = i === offers.length - 1 && offers.length > 3;
      const scores = criteria.map(({ id: criterionId, max }, c) => {
        const share = weak ? 0.45 : 0.95 - ((i * 7 + c * 3 + m * 2) % 9) * 0.03;
        return { criterionId, points: Math.max(0, Math.min(max, Math.round(max * share))), reason: weak ? 'Opis jest zbyt ogólny, brakuje liczb.' : 'Opis jest konkretny i zgodny z celem naboru.' };
      });
      const context = await world.as(personId, world.moment(day + m, '18:00'));
      await saveReview(context, id, { scores } as Parameters<typeof saveReview>[2]);
      await handInReview(context, id);
    }
  }
}

/** Ranks, decides as the committee proposed, and publishes the results. */
export async function decide(world: World, staff: Staff, callId: string, day: number): Promise<void> {
  await drawRanking(await world.as(staff.officer, world.moment(day)), callId);
  const ranking = await listRanking(world.db.read, callId);
  await recordDecision(await world.as(staff.head, world.moment(day + 2)), callId, {
    orderNumber: `${2000 - day}/${world.day(day).slice(0, 4)}`,
    orderDate: world.day(day + 2),
    awards: ranking.filter(({ proposed }) => proposed > 0).map(({ applicationId, proposed }) => ({ applicationId, amount: grosze(proposed) })),
    deviation: undefined,
  });
  for (const place of publicationPlaces)
    await recordPublication(await world.as(staff.officer, world.moment(day + 3)), callId, { of: 'results', place, publishedOn: world.day(day + 3), reference: `Wyniki naboru, ${world.day(day + 3)}` });
  await publishResults(await world.as(staff.officer, world.moment(day + 3, '12:00')), callId);
}

/** Closes what is due at a moment, as the portal's own job does. */
export async function close(world: World, at: Date): Promise<void> {
  await closeDueCalls(world.itself(at));
}
