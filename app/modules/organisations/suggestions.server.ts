import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Read } from '#db/open.server';
import { actorId } from '~/access/actor';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { limits, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { AnswerSuggestionForm, SuggestForm } from './forms-of-life';
import { refuseOwnMatter, tellOfficers, tellOwners } from './officers.server';
import { getOrganisation } from './queries.server';
import { isPublic } from './rules';

/** Anybody says what is wrong in a public entry; no account is needed. */
export async function suggestCorrection(context: Context, organisationId: string, { topic, text, email }: z.output<typeof SuggestForm>): Promise<string> {
  const { db, actor, now, ip, lang } = context;
  authorise(actor, 'suggestion.make', {});
  if (ip !== undefined) await throttle(context, limits.suggestions, networkOf(ip));
  return db.tx(async (tx) => {
    const { status, name } = await getOrganisation(tx, organisationId);
    if (!isPublic(status)) throw new NotFound('organisation');
    const id = newId();
    await tx.insert(tx.t.suggestions).values({ id, organisationId, status: 'open', topic, text, email: email ?? null, lang, sentAt: now });
    await record(tx, context, { event: 'suggestion.made', subject: { kind: 'organisation', id: organisationId }, detail: { suggestion: id } });
    await tellOfficers(tx, context, { template: 'suggestion.made', params: { organisation: name }, link: `/office/suggestions/${id}` });
    return id;
  });
}

/** An officer answers: whoever left an address gets a mail, and owners read what should be corrected; then the address is forgotten. */
export function answerSuggestion(context: Context, id: string, { outcome, answer }: z.output<typeof AnswerSuggestionForm>): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'suggestion.answer', {});
    const { organisationId, status, email, lang, text } = await getSuggestion(tx, id);
    refuse(status === 'open' ? null : 'wrongState');
    await refuseOwnMatter(tx, context, organisationId);
    const organisation = await getOrganisation(tx, organisationId);
    await tx.update(tx.t.suggestions).set({ status: outcome, answer, answeredBy: actorId(actor), answeredAt: now, email: null }).where(eq(tx.t.suggestions.id, id));
    await record(tx, context, { event: 'suggestion.answered', subject: { kind: 'organisation', id: organisationId }, detail: { suggestion: id, outcome } });
    const { name, slug } = organisation;
    if (email) await tellLater(tx, context, { template: 'suggestion.answered', to: { email, lang }, params: { organisation: name, answer }, link: `/organisations/${slug}` });
    if (outcome === 'taken') await tellOwners(tx, context, organisation, { template: 'suggestion.passedOn', params: { text } });
  });
}

/** A suggestion with the entry it is about, or NotFound. */
export async function getSuggestion(read: Read, id: string) {
  const { suggestions, organisations } = read.t;
  const [row] = /^\w{1,40}$/.test(id)
    ? await read
        .select({ suggestion: suggestions, organisationName: organisations.name, slug: organisations.slug })
        .from(suggestions)
        .innerJoin(organisations, eq(organisations.id, suggestions.organisationId))
        .where(eq(suggestions.id, id))
    : [];
  if (!row) throw new NotFound('suggestion');
  return { ...row.suggestion, organisationName: row.organisationName, slug: row.slug };
}

/** Suggestions that wait for an answer, the oldest first. */
export function listOpenSuggestions(read: Read) {
  const { suggestions, organisations } = read.t;
  return read
    .select({ id: suggestions.id, name: organisations.name, topic: suggestions.topic, sentAt: suggestions.sentAt })
    .from(suggestions)
    .innerJoin(organisations, eq(organisations.id, suggestions.organisationId))
    .where(eq(suggestions.status, 'open'))
    .orderBy(asc(suggestions.sentAt), asc(suggestions.id));
}
