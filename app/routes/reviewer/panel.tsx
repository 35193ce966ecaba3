import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listApplicationsOfCall } from '~/modules/applications/queries.server';
import { getCall } from '~/modules/calls/queries.server';
import { declareImpartiality } from '~/modules/panels/commands.server';
import { DeclarationCard, type Applicant } from '~/modules/panels/components/declaration-card';
import { DeclarationForm } from '~/modules/panels/forms';
import { findDeclaration, panelSubject, takingPart } from '~/modules/panels/queries.server';
import { declarableStatuses } from '~/modules/panels/rules';
import { countHandedIn, listOwnReviews } from '~/modules/reviews/queries.server';
import { OffersToScore } from '~/modules/reviews/components/offers-to-score';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'review.list', do: { declare: 'panel.declare' } });

const beingAssessed = ['in_assessment', 'assessed', 'recommended', 'reserve', 'not_recommended', 'awarded', 'rejected', 'declined', 'contracted'];

export const loader = load(handle, async ({ context, params }) => {
  const { actor, db: { read } } = context;
  const call = await getCall(read, params.callId ?? '');
  const panel = await panelSubject(read, call.id);
  authorise(actor, 'review.list', panel);
  const me = actorId(actor) ?? '';
  const known = !['draft', 'internal_review', 'approved', 'open'].includes(call.status);
  const offers = known ? await listApplicationsOfCall(read, call.id, [...takingPart]) : [];
  const declaration = await findDeclaration(read, call.id, me);
  const cleared = panel.cleared.includes(me);
  const own = cleared ? await listOwnReviews(read, call.id, me) : [];
  const handedIn = cleared ? await countHandedIn(read, call.id) : new Map<string, number>();
  const applicants: Applicant[] = offers.map(({ id, title, organisationName }) => ({ id, title, organisation: organisationName }));
  return {
    call: { id: call.id, title: call.title },
    known,
    applicants,
    mustDeclare: panel.committee.includes(me) && !declaration && declarableStatuses.some((status) => status === call.status),
    outcome: declaration?.outcome ?? null,
    offers: cleared
      ? offers.filter(({ status }) => beingAssessed.includes(status)).map(({ id, title, organisationName, requested }) => {
          const card = own.find(({ applicationId }) => applicationId === id);
          return { id, title, organisation: organisationName, requested, card: card?.status ?? ('none' as const), total: card?.total ?? null, handedIn: handedIn.get(id) ?? 0 };
        })
      : [],
    members: panel.cleared.length,
  };
});

export const action = act(handle, {
  declare: doing(DeclarationForm, async (context, input, { params, lang }) => {
    await declareImpartiality(context, params.callId ?? '', input);
    return `/${lang}/reviews/${params.callId}`;
  }),
});

export const meta = titled('panels.title');

/** A member's page of one call: who applied, the declaration, then the offers to score. */
export default function Panel() {
  const { call, known, applicants, mustDeclare, outcome, offers, members } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack">
      <Breadcrumbs items={[{ href: `/${lang}/reviews`, label: t('reviews.title') }]} />
      <h1 lang="pl">{call.title}</h1>
      {known ? null : <Notice title={t('panels.tooEarlyTitle')}>{t('panels.tooEarly')}</Notice>}
      {outcome === 'declared' ? <Notice tone="bad" title={t('panels.excludedTitle')}>{t('panels.excluded')}</Notice> : null}
      {outcome === 'none' && offers.length === 0 ? <Notice tone="good" title={t('panels.waitTitle')}>{t('panels.wait')}</Notice> : null}
      {offers.length > 0 ? <OffersToScore callId={call.id} offers={offers} members={members} /> : null}
      {known && offers.length === 0 ? (
        <DataTable
          caption={t('panels.applicants')}
          columns={[
            { key: 'organisation', label: t('screening.organisation'), rowHeader: true },
            { key: 'title', label: t('screening.taskTitle') },
          ]}
          rows={applicants.map(({ id, organisation, title }) => ({ id, cells: { organisation: <span lang="pl">{organisation}</span>, title: <span lang="pl">{title}</span> } }))}
        />
      ) : null}
      {mustDeclare ? <DeclarationCard applicants={applicants} /> : null}
    </div>
  );
}
