import type { Tx } from '#db/open.server';
import type { Context } from '~/access/context';
import type { MailTemplate } from '~/i18n/codes';
import type { Lang } from '~/i18n/messages';
import { getCall } from '~/modules/calls/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { formatDeadline } from '~/shared/time';
import type { getApplication } from './queries.server';

type Application = Awaited<ReturnType<typeof getApplication>>;
type Wanted = { params?: Record<string, string> | ((lang: Lang) => Record<string, string>); onlySignatories?: boolean };

/** Writes to the organisation about its offer, to each person in their language. */
export async function tellOrganisation(tx: Tx, context: Context, application: Application, template: MailTemplate, { params = {}, onlySignatories = false }: Wanted = {}) {
  const call = await getCall(tx, application.callId);
  const members = await listMembers(tx, application.organisationId);
  const chosen = members.filter(({ signatory }) => signatory || !onlySignatories);
  const dueAt = application.correctionDueAt;
  await tellLater(tx, context, chosen.map(({ email, lang }) => ({
    template,
    to: { email, lang },
    params: { title: application.title, call: call.title, ...(dueAt ? { due: formatDeadline(dueAt, lang) } : {}), ...(typeof params === 'function' ? params(lang) : params) },
    link: `/applications/${application.id}`,
  })));
}
