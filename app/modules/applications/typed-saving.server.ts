import { eq, sql } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { prepared } from '#db/prepared';
import type { Context } from '~/access/context';
import type { Lang } from '~/i18n/messages';
import { refusalSentence, translator } from '~/i18n/translate';
import { NotFound } from '~/shared/errors';
import { clockOf } from '~/shared/time';
import type { OfferContent, OfferSection } from './content';
import { answerQuestionsIn } from './correction.server';
import { contentOf, pastedLines } from './forms';
import { placeOfName } from './merge';
import { getApplication } from './queries.server';
import { problemsOfOffer } from './rules';
import { saveSectionIn } from './saving.server';
import { slotsOf } from './slots.server';

/** What every section sends besides its own fields. */
export type Sent = { version: number; then?: string; typed?: number; seen?: number; choose?: Record<string, 'mine' | 'theirs'>; pasted?: string; replies?: Record<string, string | undefined> };

/** Saves a section as its form came, once the form itself is in order. */
export async function saveTyped(tx: Tx, context: Context, id: string, section: OfferSection, typed: unknown) {
  const { version, typed: base, seen, choose = {}, pasted, replies } = typed as Sent;
  const choices = Object.fromEntries(Object.entries(choose).map(([name, which]) => [placeOfName(name), which]));
  const content = contentOf(section, typed as never);
  if (pasted) {
    const { content: stored } = await getApplication(tx, id);
    const budget = content as NonNullable<OfferContent['budget']>;
    budget.lines.push(...pastedLines(pasted, stored.schedule?.actions ?? [], budget.lines.length));
  }
  if (replies) await answerQuestionsIn(tx, context, id, Object.fromEntries(Object.entries(replies).map(([name, reply]) => [name.slice(1), reply])));
  return saveSectionIn(tx, context, id, section, content, version, { typed: base, seen, choices });
}

/** Saves a section and tells its page, which stays open, what it needs to know. */
export async function saveAndTell(tx: Tx, context: Context, id: string, section: OfferSection, typed: unknown) {
  const { version, merged, application } = await saveTyped(tx, context, id, section, typed);
  return { version, savedAt: clockOf(context.now), problems: await problemsIn(tx, application, section, context.lang), ...(merged ? { merged } : {}) };
}

type Offer = Pick<Awaited<ReturnType<typeof getApplication>>, 'id' | 'content' | 'callId' | 'organisationId'>;

/** What still stops a section, in sentences. */
export async function problemsIn(read: Read, { id, content, callId, organisationId }: Offer, section: OfferSection, lang: Lang): Promise<string[]> {
  const { calls: c, organisations: o } = read.t;
  // Only these columns: a page that saves itself asks this each time.
  const limits = prepared(read, 'limits of a call', (from) =>
    from
      .select({
        form: c.form, minGrant: c.minGrant, maxGrant: c.maxGrant, maxShare: c.maxShare, adminCap: c.adminCap, taskFrom: c.taskFrom, taskTo: c.taskTo, yearBudgets: c.yearBudgets, extraQuestions: c.extraQuestions, requiredAttachments: c.requiredAttachments, status: o.status,
      })
      .from(c)
      .innerJoin(o, eq(o.id, sql.placeholder('organisationId')))
      .where(eq(c.id, sql.placeholder('callId'))),
  );
  const [found] = await limits.execute({ callId, organisationId });
  if (!found) throw new NotFound('call');
  const t = translator(lang);
  const slots = section === 'attachments' ? await slotsOf(read, { id, organisationId }, found.requiredAttachments, lang) : [];
  return problemsOfOffer(content, found, found, [section], slots).map(({ code, params }) => refusalSentence(t, code, params));
}
