import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import { listPublicProposals } from '~/modules/proposals/queries.server';
import { dayOf, formatDay } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'public.read', kept: 'minute' });
export const meta = titled('proposals.title');

export const loader = load(handle, async ({ context, lang }) => {
  const proposals = await listPublicProposals(context.db.read, dayOf(context.now));
  return { proposals: proposals.map(({ submittedAt, due, ...one }) => ({ ...one, filed: submittedAt ? formatDay(dayOf(submittedAt), lang) : '', due: due ? formatDay(due, lang) : null })) };
});

/** How a proposal under art. 12 works, and every one that was filed. */
export default function Proposals() {
  const { proposals } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('proposals.title')}</h1>
      <p>{t('proposals.lead')}</p>
      <Notice>{t('proposals.noPromise')}</Notice>
      <p><LinkButton href={`/${lang}/proposals/new`} tone="spark">{t('proposals.write')}</LinkButton></p>
      <section className="stack">
        <h2>{t('proposals.how')}</h2>
        <ol className="bullets">{(['write', 'consider', 'answer', 'call'] as const).map((step) => <li key={step}>{t(`proposals.how.${step}` as const)}</li>)}</ol>
        <p className="hint">{t('proposals.basis')}</p>
      </section>
      <section className="stack" id="filed">
        <h2>{t('proposals.filed')}</h2>
        {proposals.length === 0 ? <EmptyState title={t('proposals.none')} /> : null}
        <ul className="tasks">
          {proposals.map(({ number, title, status, field, organisationName, filed, due }) => (
            <li key={number}>
              <span>
                <a href={`/${lang}/proposals/${number}`}>{title ? <OwnText lang="pl" as="span">{title}</OwnText> : t('proposals.request', { number })}</a>
                <span className="hint block">{organisationName ? <OwnText lang="pl" as="span">{organisationName}</OwnText> : t('proposals.notNamed')}{field ? ` · ${t(`programme.field.${field}` as const)}` : ''}</span>
                <span className="hint block">{[number, t('proposals.filedOn', { day: filed }), due ? t('proposals.answerUntil', { day: due }) : ''].filter(Boolean).join(' · ')}</span>
              </span>
              <ProposalTag status={status} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
