import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { beginSettlement, settleAgreement } from '~/modules/agreements/commands.server';
import { getAgreement } from '~/modules/agreements/queries.server';
import { getApplication } from '~/modules/applications/queries.server';
import { nextNumber, record } from '~/modules/audit/commands.server';
import { refuseInfected } from '~/modules/files/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { scheduleRepayment } from '~/modules/payments/commands.server';
import { legalRule } from '~/modules/programme/queries.server';
import { issueReceipt } from '~/modules/receipts/commands.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { RuleViolation, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { addDays, dayOf } from '~/shared/time';
import type { MailTemplate } from '~/i18n/codes';
import type { ReportContent } from './content';
import type { reportForms } from './forms';
import { findReportOf, getReport } from './queries.server';
import { isWritable, problemsOfReport, startOf, sumsOf, whyNotStep, type ReportPart, type ReportStatus } from './rules';

/** Days the organisation has to answer questions about its report. */
const answerDays = 14;

type Report = Awaited<ReturnType<typeof getReport>>;

/** Begins the final report of an active agreement: due 30 days after the end of the task (art. 18), filled with what was planned. */
export function ensureReport(context: Context, agreementId: string): Promise<string> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const agreement = await getAgreement(tx, agreementId);
    authorise(actor, 'report.edit', agreement);
    const begun = await findReportOf(tx, agreementId);
    if (begun) return begun.id;
    refuse(agreement.status === 'active' ? null : 'wrongState');
    const offer = await getApplication(tx, agreement.applicationId);
    const id = newId();
    await tx.insert(tx.t.reports).values({
      id, agreementId, kind: 'final', status: 'draft', createdAt: now, updatedAt: now,
      dueOn: addDays(agreement.endDate, await legalRule(tx, 'REPORT_DUE', agreement.endDate)),
      content: startOf(offer.content),
    });
    await record(tx, context, { event: 'report.begun', subject: { kind: 'report', id }, detail: { agreement: agreement.number } });
    return id;
  });
}

type PartInput<Part extends ReportPart> = z.output<(typeof reportForms)[Part]>;

/** Puts what was typed into the part; names and agreed amounts come from the offer and cannot be typed. */
function withPart(content: ReportContent, part: ReportPart, input: PartInput<ReportPart>): ReportContent {
  switch (part) {
    case 'results': {
      const typed = input as PartInput<'results'>;
      const outcomes = (content.results?.outcomes ?? []).map((outcome) => {
        const row = typed.outcomes.find(({ resultId }) => resultId === outcome.resultId);
        return { ...outcome, achieved: row?.achieved ?? '', evidence: row?.evidence ?? '' };
      });
      return { ...content, results: { summary: typed.summary ?? '', outcomes } };
    }
    case 'actions': {
      const { description, deviations } = input as PartInput<'actions'>;
      return { ...content, actions: { description: description ?? '', deviations: deviations ?? '' } };
    }
    case 'expenses': {
      const typed = input as PartInput<'expenses'>;
      const lines = (content.expenses?.lines ?? []).map((line) => ({ ...line, spent: typed.lines.find(({ lineId }) => lineId === line.lineId)?.spent ?? 0 }));
      return { ...content, expenses: { lines } };
    }
    case 'sources': {
      const { version: _, ...sources } = input as PartInput<'sources'>;
      return { ...content, sources };
    }
    case 'additional': {
      const { version: _, information, ...declared } = input as PartInput<'additional'>;
      return { ...content, additional: { information: information ?? '', ...declared } };
    }
  }
}

/** Saves one part of the report as it is, finished or not; refused if somebody saved in between. */
export function saveReportPart<Part extends ReportPart>(context: Context, id: string, part: Part, input: PartInput<Part>) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const report = await getReport(tx, id);
    authorise(actor, 'report.edit', report);
    refuse(isWritable(report.status) ? null : 'wrongState');
    refuse(report.version === input.version ? null : 'changed');
    const content = withPart(report.content, part, input);
    await change(tx, report, { content, updatedAt: now });
    await record(tx, context, { event: 'report.saved', subject: { kind: 'report', id }, detail: { part, agreement: report.agreementNumber } });
    return { version: report.version + 1 };
  });
}

/** Hands the report in: complete, sums tied, frozen under a SHA-256; the first time the settlement begins. */
export function submitReport(context: Context, id: string, { questionsAnswer }: { questionsAnswer?: string | undefined } = {}) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const report = await getReport(tx, id);
    authorise(actor, 'report.submit', report);
    refuse(whyNotStep(report.status, 'submitted'));
    const problems = problemsOfReport(report.content, report);
    if (problems.length > 0) throw new RuleViolations(problems.map(({ code, part }) => ({ code, field: part })));
    if (report.status === 'clarification_requested' && !questionsAnswer) throw new RuleViolation('required', 'questionsAnswer');

    await refuseInfected(tx, 'report_attachment', id);
    const receiptNumber = `SP-${dayOf(now).slice(0, 4)}-${String(await nextNumber(tx, context, 'report-receipt')).padStart(6, '0')}`;
    const snapshot = canonicalJson({ receiptNumber, agreement: report.agreementNumber, submittedAt: now.toISOString(), content: report.content });
    const sha256 = sha256Hex(snapshot);
    const { unspent } = sumsOf(report.content, report.amount);
    await change(tx, report, {
      status: 'submitted', submittedAt: now, submittedBy: actor.kind === 'person' ? actor.id : null, receiptNumber, sha256, unspent,
      questionsAnswer: questionsAnswer ?? report.questionsAnswer,
    });
    if (report.agreementStatus === 'active') await beginSettlement(tx, context, report.agreementId);
    await record(tx, context, { event: 'report.submitted', subject: { kind: 'report', id }, detail: { agreement: report.agreementNumber, receipt: receiptNumber } });
    const { short } = await issueReceipt(tx, context, { number: receiptNumber, kind: 'report', about: report.agreementNumber, sha256 });
    await tellOrganisation(tx, context, report, 'report.received', { receipt: receiptNumber, hash: sha256, check: `${context.origin}${short}` });
    return { receiptNumber, sha256 };
  });
}

/** Returns the report once with questions; the organisation has 14 days to answer and correct. */
export function askAboutReport(context: Context, id: string, { questions }: { questions: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const report = await getReport(tx, id);
    authorise(actor, 'report.review', report);
    refuse(whyNotStep(report.status, 'clarification_requested'));
    refuse(report.questions ? 'report.askedAlready' : null);
    const questionsDueOn = addDays(dayOf(now), answerDays);
    await change(tx, report, { status: 'clarification_requested', questions, questionsDueOn });
    await record(tx, context, { event: 'report.questioned', subject: { kind: 'report', id }, detail: { agreement: report.agreementNumber } });
    await tellOrganisation(tx, context, report, 'report.questions', { questions, due: questionsDueOn });
  });
}

/** The officer's finding on the report; somebody else accepts it. */
export function reviewReport(context: Context, id: string, { note }: { note: string }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const report = await getReport(tx, id);
    authorise(actor, 'report.review', report);
    refuse(whyNotStep(report.status, 'reviewed'));
    await change(tx, report, { status: 'reviewed', reviewerId: actor.kind === 'person' ? actor.id : null, reviewNote: note, reviewedAt: now });
    await record(tx, context, { event: 'report.reviewed', subject: { kind: 'report', id }, detail: { agreement: report.agreementNumber } });
  });
}

/** Accepts the report (never its reviewer); unspent money becomes a repayment due 15 days after the task (art. 251), else the agreement is settled. */
export function acceptReport(context: Context, id: string) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const report = await getReport(tx, id);
    authorise(actor, 'report.accept', report);
    const outcome: ReportStatus = report.unspent > 0 ? 'accepted_with_return' : 'accepted';
    refuse(whyNotStep(report.status, outcome));
    const acceptor = actor.kind === 'person' ? actor.id : null;
    refuse(report.reviewerId === acceptor ? 'fourEyes' : null);

    await change(tx, report, { status: outcome, acceptedBy: acceptor, acceptedAt: now });
    await record(tx, context, { event: 'report.accepted', subject: { kind: 'report', id }, detail: { agreement: report.agreementNumber, unspent: report.unspent } });
    if (report.unspent > 0) {
      const statutory = addDays(report.endDate, await legalRule(tx, 'RETURN_DUE', report.endDate));
      const dueOn = statutory > dayOf(now) ? statutory : addDays(dayOf(now), await legalRule(tx, 'RETURN_DUE', dayOf(now)));
      await scheduleRepayment(tx, context, { agreementId: report.agreementId, amount: report.unspent, reason: 'unspent', dueOn });
    } else await settleAgreement(tx, context, report.agreementId);
    await tellOrganisation(tx, context, report, 'report.accepted', {});
  });
}

async function change(tx: Tx, report: Report, values: Partial<typeof tx.t.reports.$inferInsert>) {
  const { reports } = tx.t;
  const changed = await tx
    .update(reports)
    .set({ ...values, version: report.version + 1 })
    .where(and(eq(reports.id, report.id), eq(reports.version, report.version)))
    .returning({ id: reports.id });
  refuse(changed.length === 1 ? null : 'changed');
}

async function tellOrganisation(tx: Tx, context: Context, report: Report, template: MailTemplate, params: Record<string, string>) {
  for (const { email, lang } of await listMembers(tx, report.organisationId))
    await tellLater(tx, context, { template, to: { email, lang }, params: { number: report.agreementNumber, title: report.title, ...params }, link: `/reports/${report.id}` });
}
