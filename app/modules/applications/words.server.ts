import { and, eq } from 'drizzle-orm';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { getApplication } from './queries.server';
import type { WorkingLanguage } from './rules-of-words';

/** Opens boxes in this language beside the Polish ones of a draft, or closes the empty ones; nothing written is lost. */
export function chooseLanguage(context: Context, id: string, { lang }: { lang?: WorkingLanguage | undefined }) {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    const { applications } = tx.t;
    const application = await getApplication(tx, id);
    authorise(actor, 'application.edit', application);
    refuse(application.status === 'draft' ? null : 'wrongState');
    const { words: _before, ...rest } = application.content;
    const content = lang ? { ...rest, words: { lang } } : rest;
    const changed = await tx
      .update(applications)
      .set({ content, updatedAt: now, version: application.version + 1 })
      .where(and(eq(applications.id, id), eq(applications.version, application.version)))
      .returning({ id: applications.id });
    refuse(changed.length === 1 ? null : 'changed');
    await record(tx, context, { event: 'application.languageChosen', subject: { kind: 'application', id }, detail: { lang: lang ?? '' } });
  });
}
