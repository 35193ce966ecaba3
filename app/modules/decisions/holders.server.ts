import { eq } from 'drizzle-orm';
import type { Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { listAccepted } from '~/modules/applications/partners.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers } from '~/modules/organisations/queries.server';

type Telling = { template: MailTemplate; params: (lang: Lang) => Record<string, string>; link: string; alsoDrafts: boolean };

/** Tells everybody who has an offer in a call, alone or together, and a draft if asked, once each. Gives how many. */
export async function tellHolders(tx: Tx, context: Context, callId: string, { template, params, link, alsoDrafts }: Telling): Promise<number> {
  const { applications } = tx.t;
  const filing = await tx.selectDistinct({ organisationId: applications.organisationId, status: applications.status }).from(applications).where(eq(applications.callId, callId));
  const holding = [...filing, ...(await listAccepted(tx, callId))].filter(({ status }) => status !== 'withdrawn' && (alsoDrafts || status !== 'draft'));
  const people = new Map<string, Lang>();
  for (const organisationId of new Set(holding.map((one) => one.organisationId))) for (const { email, lang } of await listMembers(tx, organisationId)) people.set(email, lang);
  await tellLater(tx, context, [...people].map(([email, lang]) => ({ template, to: { email, lang }, params: params(lang), link })));
  return people.size;
}
