import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getCall } from '~/modules/calls/queries.server';
import { appointMember, dismissMember, startAssessment } from '~/modules/panels/commands.server';
import { DeclaredTag } from '~/modules/panels/components/declared-tag';
import { ProposedList } from '~/modules/panels/components/proposed';
import { AcceptForm, RejectForm } from '~/modules/panels/forms-recruitment';
import { DismissForm, SeatForm } from '~/modules/panels/forms';
import { committeeOf, listEligible, listIndicating, panelSubject } from '~/modules/panels/queries.server';
import { appointProposed, findRecruitment, listProposed, rejectProposed } from '~/modules/panels/recruitment.server';
import { appointableStatuses } from '~/modules/panels/rules';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios, Select } from '~/ui/choices';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';

export const handle = declare({
  see: 'panel.read',
  do: { appoint: 'panel.appoint', dismiss: 'panel.appoint', start: 'panel.start', accept: 'panel.appoint', reject: 'panel.appoint' },
});

export const loader = load(handle, async ({ context, params, url }) => {
  const { actor, db: { read } } = context;
  const call = await getCall(read, params.id ?? '');
  const panel = await panelSubject(read, call.id);
  authorise(actor, 'panel.read', panel);
  const members = await committeeOf(read, call.id);
  const mayAppoint = may(actor, 'panel.appoint', {}) && appointableStatuses.some((status) => status === call.status);
  const seated = new Set(members.map(({ personId }) => personId));
  const candidates = (mayAppoint ? await listEligible(read) : []).filter(({ id }) => !seated.has(id)).map(({ id, name }) => ({ value: id, label: name }));
  const recruitment = may(actor, 'panel.readProposals') ? await findRecruitment(read, call.id) : undefined;
  const proposed = recruitment ? await listProposed(read, call.id) : [];
  const waiting = proposed.filter(({ status }) => status === 'proposed');
  return {
    recruiting: recruitment !== undefined,
    proposed,
    chosen: (waiting.find(({ id }) => id === url.searchParams.get('proposal')) ?? waiting[0])?.id,
    call: { id: call.id, title: call.title, minScores: call.minScores },
    members: members.map(({ personId, name, seat, organisationName, declared }) => ({ personId, name, seat, organisationName, declared })),
    mayAppoint,
    candidates,
    organisations: mayAppoint ? (await listIndicating(read)).map(({ id, name }) => ({ value: id, label: name })) : [],
    mayStart: call.status === 'screening' && may(actor, 'panel.start', panel),
  };
});

const back = (id: string | undefined, lang: string) => `/${lang}/office/calls/${id}/committee`;

export const action = act(handle, {
  appoint: doing(SeatForm, async (context, input, { params, lang }) => {
    await appointMember(context, params.id ?? '', input);
    return back(params.id, lang);
  }),
  dismiss: doing(DismissForm, async (context, { personId }, { params, lang }) => {
    await dismissMember(context, params.id ?? '', personId);
    return back(params.id, lang);
  }),
  accept: doing(AcceptForm, async (context, input, { params, lang }) => {
    await appointProposed(context, params.id ?? '', input);
    return back(params.id, lang);
  }),
  reject: doing(RejectForm, async (context, input, { params, lang }) => {
    await rejectProposed(context, params.id ?? '', input);
    return back(params.id, lang);
  }),
  start: doing(nothing, async (context, _input, { params, lang }) => {
    await startAssessment(context, params.id ?? '');
    return back(params.id, lang);
  }),
});

export const meta = titled('panels.title');

/** The committee of a call: its members, what they declared, and the start of the assessment. */
export default function CallCommittee() {
  const { recruiting, proposed, chosen, call, members, mayAppoint, candidates, organisations, mayStart } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const seats = (['chair', 'city', 'ngo'] as const).map((value) => ({ value, label: t(`panels.seat.${value}` as const) }));
  return (
    <div className="stack">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('screening.calls') }, { href: `/${lang}/office/calls/${call.id}`, label: call.title }]} />
      <h1>{t('panels.title')}</h1>
      <p>{t('panels.lead')}</p>
      {members.length === 0 ? <EmptyState title={t('panels.noMembers')}><p>{t('panels.needed')}</p></EmptyState> : (
        <DataTable
          caption={t('panels.members')}
          columns={[
            { key: 'name', label: t('panels.person'), rowHeader: true },
            { key: 'seat', label: t('panels.seat') },
            { key: 'declared', label: t('panels.declaration') },
            ...(mayAppoint ? [{ key: 'change', label: t('panels.action') }] : []),
          ]}
          rows={members.map(({ personId, name, seat, organisationName, declared }) => ({
            id: personId,
            cells: {
              name,
              seat: <>{t(`panels.seat.${seat}` as const)}{organisationName ? <span lang="pl"> ({organisationName})</span> : null}</>,
              declared: <DeclaredTag declared={declared} />,
              change: (
                <PostForm intent="dismiss" formId={`dismiss-${personId}`}>
                  <input type="hidden" name="personId" value={personId} />
                  <Button tone="plain">{t('panels.dismiss', { name })}</Button>
                </PostForm>
              ),
            },
          }))}
        />
      )}
      {recruiting ? <ProposedList people={proposed} mayDecide={mayAppoint} chosen={chosen} /> : null}
      {mayAppoint ? (
        <section className="stack">
          <h2>{t('panels.appointTitle')}</h2>
          <PostForm intent="appoint" formId="appoint" className="stack">
            <Select name="personId" label={t('panels.person')} options={candidates} empty={t('panels.nobody')} />
            <Radios name="seat" legend={t('panels.seat')} options={seats} />
            <Select name="organisationId" label={t('panels.indicatedBy')} hint={t('panels.indicatedByHint')} options={organisations} empty={t('panels.nobody')} optional />
            <Button>{t('panels.appoint')}</Button>
          </PostForm>
        </section>
      ) : null}
      {mayStart ? (
        <section className="stack">
          <h2>{t('panels.startTitle')}</h2>
          <p>{t('panels.startHint', { n: call.minScores })}</p>
          <PostForm intent="start" formId="start"><Button>{t('panels.start')}</Button></PostForm>
        </section>
      ) : null}
    </div>
  );
}
