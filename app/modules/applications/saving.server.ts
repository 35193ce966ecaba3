import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import { refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import type { ExtraQuestion } from '~/modules/calls/content';
import { getCall } from '~/modules/calls/queries.server';
import { listFiles } from '~/modules/files/queries.server';
import { Forbidden, NotFound, RuleViolations } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { ExtraAnswer, OfferContent, OfferSection } from './content';
import { atPlace, isSame, mergeSections, placeName, type Choices } from './merge';
import { authoriseOffer } from './helper-queries.server';
import { getApplication } from './queries.server';
import { changedElsewhere } from './correction-places';
import { openPlaces } from './correction-queries.server';
import { budgetSums, whyNotWritable } from './rules';
import { attachmentsAgainst, slotsOf } from './slots.server';

type Application = Awaited<ReturnType<typeof getApplication>>;
type Settling = {
  /** The version whose merged saving the writer's page still shows as it was typed. */
  typed?: number | undefined;
  /** The version whose texts the choices were made against. */
  seen?: number | undefined;
  choices?: Choices;
};

/**
 * Saves one section as it stands, finished or not. What others saved since the writer's version is merged in by field
 * and row; where both wrote in the same field it is refused until the writer chooses.
 */
export function saveSection<Section extends OfferSection>(context: Context, id: string, section: Section, sent: OfferContent[Section], version: number, settling: Settling = {}) {
  return context.db.tx((tx) => saveSectionIn(tx, context, id, section, sent, version, settling));
}

/** The same as a part of a transaction. */
export async function saveSectionIn<Section extends OfferSection>(tx: Tx, context: Context, id: string, section: Section, sent: OfferContent[Section], version: number, settling: Settling = {}) {
  const application = await getApplication(tx, id);
  await authoriseOffer(tx, context, 'application.edit', application);
  refuse(whyNotWritable(application, section));
  refuse(version <= application.version ? null : 'changed');
  const input = await withKnownOnly(tx, application, section, sent);
  const theirs = application.content[section];
  const merged = application.version === version && settling.typed !== version ? input : await mergedWith(tx, application, section, input, version, settling);
  if (application.status === 'correction_requested') refuse(changedElsewhere(section, theirs, merged, await openPlaces(tx, id, section)).length > 0 ? 'correction.notAsked' : null);
  // Nothing new in it: what stands stays, and no version is made of it.
  if (theirs !== undefined && application.version !== version && isSame(merged, theirs)) return { version: application.version, merged: !isSame(merged, input), theirs: true, application };
  const saved = await keep(tx, context, application, section, merged, input);
  await record(tx, context, { event: 'application.saved', subject: { kind: 'application', id }, detail: { section, version: saved.version } });
  return { ...saved, merged: !isSame(merged, input), theirs: isSame(merged, theirs) };
}

/** Of what leads elsewhere — to questions of the call, to indicators of the programme — only what is there. */
async function withKnownOnly<Section extends OfferSection>(tx: Tx, { id, callId, organisationId }: Application, section: Section, sent: OfferContent[Section]): Promise<OfferContent[Section]> {
  if (section === 'extra') return answersTo(await getCall(tx, callId), sent as OfferContent['extra'], await listFiles(tx, 'application_attachment', id)) as OfferContent[Section];
  if (section === 'attachments') return attachmentsAgainst(await slotsOf(tx, { id, organisationId }, (await getCall(tx, callId)).requiredAttachments), sent as OfferContent['attachments']) as OfferContent[Section];
  if (section !== 'results' || !sent) return sent;
  const { programmeIndicators: i } = tx.t;
  const codes = new Set((await tx.select({ code: i.code }).from(i)).map(({ code }) => code));
  const written = sent as NonNullable<OfferContent['results']>;
  const results = written.results.map(({ indicator, ...result }) => ({ ...result, ...(indicator && codes.has(indicator) ? { indicator } : {}) }));
  return { ...written, results } as OfferContent[Section];
}

/** Only what the call asks, each answer with the words of its question. */
function answersTo({ extraQuestions }: { extraQuestions: ExtraQuestion[] }, extra: OfferContent['extra'], files: readonly { id: string; name: string }[]): NonNullable<OfferContent['extra']> {
  const given = extra?.answers ?? [];
  return {
    answers: extraQuestions.flatMap(({ key, label, kind, options }) =>
      given.filter(({ id, answer, words }) => id === key && (answer || words)).flatMap(({ answer, words }): ExtraAnswer[] => {
        const said = { id: key, label: label.pl ?? '', answer };
        if (kind === 'table') return [{ ...said, columns: options.map(({ pl }) => pl ?? '') }];
        if (kind === 'text' || kind === 'long') return [{ ...said, ...(words ? { words } : {}) }];
        if (!answer || kind !== 'file') return answer ? [said] : [];
        // Only a file of this offer answers; its name is what is read and printed.
        return files.filter(({ id }) => id === answer).map(({ id, name }) => ({ ...said, answer: name, fileId: id }));
      })),
  };
}

/** Brings a section back as it was saved once; what stands now stays on record beside it. */
export function restoreRevision(context: Context, id: string, revisionId: string) {
  return context.db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    await authoriseOffer(tx, context, 'application.edit', application);
    const revision = await getRevision(tx, id, revisionId);
    refuse(whyNotWritable(application, revision.section));
    if (application.status === 'correction_requested') refuse(changedElsewhere(revision.section, application.content[revision.section], revision.content, await openPlaces(tx, id, revision.section)).length > 0 ? 'correction.notAsked' : null);
    const saved = await keep(tx, context, application, revision.section, revision.content as never, revision.content);
    await record(tx, context, { event: 'application.restored', subject: { kind: 'application', id }, detail: { section: revision.section, version: saved.version, from: revision.version } });
    return saved;
  });
}

async function mergedWith<Section extends OfferSection>(tx: Tx, application: Application, section: Section, input: OfferContent[Section], version: number, { typed, seen, choices = {} }: Settling) {
  const theirs = application.content[section];
  const from = await findRevision(tx, application.id, section, version);
  const base = typed === version && from?.version === version ? (from.typed ?? from.content) : from?.content;
  // A choice counts only while what was chosen against still stands.
  const shown = seen === undefined || seen === application.version ? theirs : (await findRevision(tx, application.id, section, seen))?.content;
  const standing = Object.fromEntries(Object.entries(choices).filter(([place]) => isSame(atPlace(shown, place), atPlace(theirs, place))));
  const { merged, collisions } = mergeSections(base, input, theirs ?? input, standing);
  const told = collisions.filter(({ place }) => !place.endsWith('/year'));
  if (told.length > 0) throw new RuleViolations(told.map(({ place }) => ({ code: 'offer.collision', field: `choose.${placeName(place)}` })));
  return withYears(merged);
}

/** The year of an action follows from its first day, whoever wrote that day. */
function withYears<T>(content: T): T {
  if (typeof content !== 'object' || content === null || !('actions' in content)) return content;
  const { actions } = content as unknown as { actions: { from: string }[] };
  return { ...content, actions: actions.map((action) => ({ ...action, year: Number(action.from.slice(0, 4)) || 0 })) };
}

async function keep<Section extends OfferSection>(tx: Tx, { actor, now }: Context, application: Application, section: Section, saved: OfferContent[Section], typed: unknown) {
  if (actor.kind !== 'person') throw new Forbidden('application.edit');
  const { applications, applicationRevisions } = tx.t;
  const version = application.version + 1;
  const content: OfferContent = { ...application.content, [section]: saved };
  const { grant, total } = budgetSums(content.budget);
  const written = { content, title: content.task?.title ?? application.title, requested: grant, totalCost: total, updatedAt: now, version };
  const value = sql.placeholder;
  const update = prepared(tx, 'save an offer', (into) =>
    into
      .update(applications)
      .set(placeholders(written))
      .where(and(eq(applications.id, value('id')), eq(applications.version, value('before'))))
      .returning({ id: applications.id }),
  );
  const changed = await update.execute({ ...written, id: application.id, before: application.version });
  refuse(changed.length === 1 ? null : 'changed');
  const revision = { id: newId(), applicationId: application.id, section, version, content: saved ?? null, authorId: actor.id, at: now, ...(isSame(saved, typed) ? {} : { typed }) };
  const insert = prepared(tx, `keep a revision${'typed' in revision ? ' and what was typed' : ''}`, (into) => into.insert(applicationRevisions).values(placeholders(revision)));
  await insert.execute(revision);
  return { version, application: { ...application, ...written } };
}

/** The newest saving of a section that this version of the offer had, or undefined. */
async function findRevision(read: Read, applicationId: string, section: OfferSection, version: number) {
  const { applicationRevisions: kept } = read.t;
  const [revision] = await read.select().from(kept).where(and(eq(kept.applicationId, applicationId), eq(kept.section, section), lte(kept.version, version))).orderBy(desc(kept.version)).limit(1);
  return revision;
}

async function getRevision(read: Read, applicationId: string, id: string) {
  const { applicationRevisions: kept } = read.t;
  const [revision] = await read.select().from(kept).where(and(eq(kept.applicationId, applicationId), eq(kept.id, id)));
  if (!revision) throw new NotFound('revision');
  return revision;
}

/** Every saving of the offer with its author, the newest first. */
export function listRevisions(read: Read, applicationId: string) {
  const { applicationRevisions: kept, people } = read.t;
  return read
    .select({ id: kept.id, section: kept.section, version: kept.version, content: kept.content, at: kept.at, author: people.name })
    .from(kept)
    .innerJoin(people, eq(people.id, kept.authorId))
    .where(eq(kept.applicationId, applicationId))
    .orderBy(desc(kept.version));
}

/** Everything handed in for this offer, the newest first; each with the exact text that was frozen. */
export function listSubmissions(read: Read, applicationId: string) {
  const { submissions } = read.t;
  return read.select().from(submissions).where(eq(submissions.applicationId, applicationId)).orderBy(desc(submissions.submittedAt), desc(submissions.id));
}
