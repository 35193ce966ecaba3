import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { actorId } from '~/access/actor';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { approveCall, openCall, recordPublication, returnCall, sendCallToReview } from '~/modules/calls/commands.server';
import { ApprovalForm, OpeningForm, ReturnForms } from '~/modules/calls/components/call-actions';
import { CallStages } from '~/modules/calls/components/call-stages';
import { CallStops } from '~/modules/calls/components/call-stops';
import { CallTag } from '~/modules/calls/components/call-tag';
import { ApproveForm, PublicationForm, ReturnForm } from '~/modules/calls/forms';
import { announcedWhere, getCall, listCriteria } from '~/modules/calls/queries.server';
import { copyCall } from '~/modules/calls/reuse.server';
import { isPublic, whyNotReview } from '~/modules/calls/rules';
import { getPerson } from '~/modules/identity/queries.server';
import { nothing } from '~/shared/fields';
import { dayOf, formatDay, formatInstantZone, isBefore, isoInstant, relativeDays } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Deadline } from '~/ui/deadline';
import { PostForm } from '~/ui/form';
import { Money } from '~/ui/money';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({
  see: 'office.read',
  do: { send: 'call.sendToReview', return: 'call.return', approve: 'call.approve', publication: 'call.publish', open: 'call.publish', copy: 'call.draft' },
});
export const meta = titled('calls.one');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { actor, now, db: { read } } = context;
  const call = await getCall(read, params.id ?? '');
  const { status } = call;
  authorise(actor, 'call.read', { public: isPublic(status) });
  const [criteria, author, approver, announced] = await Promise.all([
    listCriteria(read, call.id),
    getPerson(read, call.authorId),
    call.approverId ? getPerson(read, call.approverId) : undefined,
    announcedWhere(read, call.id, now),
  ]);
  return {
    pageTitle: call.title,
    call: {
      id: call.id, slug: call.slug, number: call.number, title: call.title, status, budget: call.budget, returnReason: call.returnReason,
      order: call.orderNumber && call.orderDate ? { number: call.orderNumber, day: formatDay(call.orderDate, lang) } : null,
      author: author.name, approver: approver?.name ?? null, isPublic: isPublic(status),
    },
    deadline: { absolute: formatInstantZone(call.closesAt, lang), relative: relativeDays(now, call.closesAt, lang), iso: isoInstant(call.closesAt) },
    stops: status === 'draft' ? whyNotReview({ ...call, closesDay: dayOf(call.closesAt) }, criteria) : [],
    publications: announced.publications,
    complete: announced.complete,
    earliest: formatInstantZone(announced.earliest, lang),
    tooSoon: isBefore(call.closesAt, announced.earliest),
    can: {
      edit: status === 'draft' && may(actor, 'call.edit'),
      approve: status === 'internal_review' && may(actor, 'call.approve') && actorId(actor) !== call.authorId,
      return: (status === 'internal_review' || status === 'approved') && may(actor, 'call.return'),
      copy: may(actor, 'call.draft'),
      publish: status === 'approved' && may(actor, 'call.publish'),
    },
  };
});

const here = (params: Record<string, string>, lang: string) => `/${lang}/office/calls/${params.id}`;

export const action = act(handle, {
  send: doing(nothing, async (context, _input, { params, lang }) => {
    await sendCallToReview(context, params.id ?? '');
    return here(params, lang);
  }),
  return: doing(ReturnForm, async (context, input, { params, lang }) => {
    await returnCall(context, params.id ?? '', input);
    return here(params, lang);
  }),
  approve: doing(ApproveForm, async (context, input, { params, lang }) => {
    await approveCall(context, params.id ?? '', input);
    return here(params, lang);
  }),
  publication: doing(PublicationForm, async (context, input, { params, lang }) => {
    await recordPublication(context, params.id ?? '', { ...input, of: 'announcement' });
    return here(params, lang);
  }),
  open: doing(nothing, async (context, _input, { params, lang }) => {
    await openCall(context, params.id ?? '');
    return here(params, lang);
  }),
  copy: doing(nothing, async (context, _input, { params, lang }) => {
    const { id } = await copyCall(context, params.id ?? '');
    return `/${lang}/office/calls/${id}/edit`;
  }),
});

/** One call at the City's desk: where it stands, what can be done now, and by whom. */
export default function OfficeCall() {
  const { call, deadline, stops, publications, complete, earliest, tooSoon, can } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/office/calls/${call.id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }]} />
      <h1 lang="pl">{call.title}</h1>
      <p className="tags"><CallTag status={call.status} /><span className="meta">{t('calls.number')} {call.number}</span></p>
      <div className="aside end">
        <div className="stack section">
          <Notice title={t('calls.next')}>{t(`calls.next.${call.status}` as const)}</Notice>
          {call.returnReason ? <Notice tone="bad" title={t('calls.returnedBecause')}><OwnText lang="pl">{call.returnReason}</OwnText></Notice> : null}
          <SummaryList
            items={[
              { label: t('calls.deadline'), value: <Deadline {...deadline} /> },
              { label: t('calls.pool'), value: <Money grosze={call.budget} /> },
              { label: t('calls.author'), value: call.author },
              ...(call.order ? [{ label: t('calls.approver'), value: <>{call.approver ? `${call.approver}, ` : null}{t('calls.order', call.order)}</> }] : []),
            ]}
          />
          {call.status === 'draft' ? <CallStops base={base} stops={stops} mayEdit={can.edit} /> : null}
          {can.approve ? <ApprovalForm author={call.author} /> : null}
          {call.status === 'approved' ? <OpeningForm publications={publications} complete={complete} earliest={earliest} tooSoon={tooSoon} mayPublish={can.publish} /> : null}
          {can.return ? <ReturnForms /> : null}
        </div>
        <div className="stack section">
          <nav className="card stack" aria-label={t('calls.work')}>
            <h2>{t('calls.work')}</h2>
            <ul>
              {call.isPublic ? <li><a href={`/${lang}/calls/${call.slug}`}>{t('calls.work.page')}</a></li> : null}
              <li><a href={`${base}/life`}>{t('callLife.title')}</a></li>
              <li><a href={`${base}/questions`}>{t('callLife.questions')}</a></li>
              {can.edit ? <li><a href={`${base}/extra`}>{t('callLife.extra')}</a></li> : null}
              {can.edit ? <li><a href={`${base}/attachments`}>{t('attachments.title')}</a></li> : null}
              <li><a href={`${base}/preview`}>{t('callLife.preview')}</a></li>
              <li><a href={`${base}/recruitment`}>{t('recruitment.title')}</a></li>
              {(['applications', 'committee', 'ranking'] as const).map((page) => <li key={page}><a href={`${base}/${page}`}>{t(`calls.work.${page}` as const)}</a></li>)}
            </ul>
            {can.copy ? <PostForm intent="copy"><Button tone="plain">{t('callLife.copy')}</Button></PostForm> : null}
          </nav>
          <CallStages status={call.status} />
        </div>
      </div>
    </div>
  );
}
