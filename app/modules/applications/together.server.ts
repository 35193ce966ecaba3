import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { Forbidden } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { takenSections, type OfferSection } from './content';
import { authoriseOffer, listTeam } from './helper-queries.server';
import { partnersAccepted } from './partners.server';
import { getApplication } from './queries.server';
import { saveSection } from './saving.server';
import { isWritable } from './rules';

type Remark = { section: OfferSection; text: string; mentions: readonly string[] };

/** Somebody who works on the offer, also who only reads, writes a remark on a section; those named get a letter. The City never sees it. */
export function commentOnSection(context: Context, id: string, { section, text, mentions }: Remark) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const application = await getApplication(tx, id);
    await authoriseOffer(tx, context, 'application.comment', { ...application, coOrganisations: await partnersAccepted(tx, id) });
    if (actor.kind !== 'person') throw new Forbidden('application.comment');
    const named = (await listTeam(tx, application, now)).filter(({ personId }) => mentions.includes(personId) && personId !== actor.id);
    const commentId = newId();
    await tx.insert(tx.t.applicationComments).values({ id: commentId, applicationId: id, section, authorId: actor.id, text, mentions: named.map(({ personId }) => personId), at: now });
    await record(tx, context, { event: 'application.commented', subject: { kind: 'application', id }, detail: { section } });
    for (const { email, lang } of named)
      await tellLater(tx, context, { template: 'application.mentioned', to: { email, lang }, params: { name: actor.name, title: application.title || '–', text }, link: `/applications/${id}/comments#${section}` });
    return { commentId };
  });
}

/** Remarks on an offer in the order they were written. */
export function listComments(read: Read, applicationId: string) {
  const { applicationComments: comments, people } = read.t;
  return read
    .select({ id: comments.id, section: comments.section, text: comments.text, mentions: comments.mentions, at: comments.at, author: people.name })
    .from(comments)
    .innerJoin(people, eq(people.id, comments.authorId))
    .where(eq(comments.applicationId, applicationId))
    .orderBy(asc(comments.at), asc(comments.id));
}

/** Other offers of the same organisation with something written in them, the newest first. */
export async function listEarlier(read: Read, { id, organisationId }: { id: string; organisationId: string }) {
  const { applications, calls } = read.t;
  const rows = await read
    .select({ id: applications.id, title: applications.title, call: calls.title, content: applications.content, updatedAt: applications.updatedAt })
    .from(applications)
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(applications.organisationId, organisationId), ne(applications.id, id)))
    .orderBy(desc(applications.updatedAt));
  return rows.filter(({ content }) => takenSections.some((section) => content[section] !== undefined));
}

/** Copies chosen sections of an earlier offer of the same organisation into this one; what stood there stays in its history. */
export async function takeFromEarlier(context: Context, id: string, { from, sections }: { from: string; sections: readonly (typeof takenSections)[number][] }) {
  const { db, actor } = context;
  const application = await getApplication(db.read, id);
  authorise(actor, 'application.takeEarlier', application);
  const earlier = (await listEarlier(db.read, application)).find((one) => one.id === from);
  refuse(earlier ? null : 'choice.unknown', 'from');
  let { version } = application;
  for (const section of sections) {
    const content = earlier?.content[section];
    if (content !== undefined && isWritable(application, section)) ({ version } = await saveSection(context, id, section, content, version));
  }
}
