import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { AnswerCard, DueNotice } from '~/modules/proposals/components/answer';
import { ProposalCopy } from '~/modules/proposals/components/proposal-copy';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { findCallOf, findDue, getPublicProposal } from '~/modules/proposals/queries.server';
import { isPublic } from '~/modules/proposals/rules';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'proposal.see', kept: 'minute' });
export const meta = titled('proposals.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, now, db: { read } } = context;
  const proposal = await getPublicProposal(read, params.number ?? '');
  authorise(actor, 'proposal.see', { public: isPublic(proposal.status) });
  const { number, status, organisation, copy, field, submittedAt, answer, decidedAt } = proposal;
  return {
    number, status, organisation, copy, field,
    pageTitle: copy?.title ?? t('proposals.request', { number }),
    filed: formatDay(dayOf(submittedAt), lang),
    due: await findDue(read, proposal, now, lang),
    answer: answer && decidedAt ? { answer, day: formatDay(dayOf(decidedAt), lang) } : null,
    call: await findCallOf(read, proposal, lang),
  };
});

/** One proposal for everybody: what is proposed, until when the City answers, what it said and why, and the call that came of it. */
export default function Proposal() {
  const { number, status, organisation, copy, field, pageTitle, filed, due, answer, call } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/proposals`, label: t('proposals.title') }]} />
      <h1>{copy ? <OwnText lang="pl" as="span">{pageTitle}</OwnText> : pageTitle}</h1>
      <p className="row"><ProposalTag status={status} /> <span className="hint">{number}</span></p>
      <SummaryList
        items={[
          { label: t('proposals.organisation'), value: organisation ? <a href={`/${lang}/organisations/${organisation.slug}`}><OwnText lang="pl" as="span">{organisation.name}</OwnText></a> : t('proposals.notNamed') },
          { label: t('proposals.time'), value: filed },
          ...(copy ? [] : [{ label: t('proposals.field'), value: field ? t(`programme.field.${field}` as const) : '–' }]),
          ...(call ? [{ label: t('proposals.callOfIt'), value: <a href={`/${lang}/calls/${call.slug}`} lang={call.title.lang}>{call.title.text}</a> }] : []),
        ]}
      />
      {due ? <DueNotice {...due} /> : null}
      {answer ? <AnswerCard {...answer} /> : null}
      {copy ? (
        <section className="stack">
          <h2>{t('proposals.part.task')}</h2>
          <p className="hint">{t('proposals.redacted')}</p>
          <ProposalCopy copy={copy} />
        </section>
      ) : (
        <Notice>{t(status === 'withdrawn' ? 'proposals.takenBack' : 'proposals.notRead')}</Notice>
      )}
    </div>
  );
}
