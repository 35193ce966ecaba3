import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { signForOrganisation } from '~/modules/agreements/commands.server';
import { AgreementDocument } from '~/modules/agreements/components/agreement-document';
import { AgreementTag } from '~/modules/agreements/components/agreement-tag';
import { getAgreement, listSignatures } from '~/modules/agreements/queries.server';
import { viewOf } from '~/modules/agreements/view.server';
import { InstalmentsTable } from '~/modules/payments/components/instalments-table';
import { RepaymentsTable } from '~/modules/payments/components/repayments-table';
import { listInstalments, listRepayments } from '~/modules/payments/queries.server';
import { ensureReport } from '~/modules/reports/commands.server';
import { findReportOf } from '~/modules/reports/queries.server';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'agreement.read', do: { sign: 'agreement.signForOrganisation', report: 'report.edit' } });
export const meta = titled('agreements.pageTitle');

export const loader = load(handle, async ({ context, params, lang, t }) => {
  const { db, actor } = context;
  const agreement = await getAgreement(db.read, params.id ?? '');
  authorise(actor, 'agreement.read', agreement);
  const { id, status, number, organisationId } = agreement;
  // Until it is released it is the officer's draft.
  if (status === 'preparing') throw new NotFound('agreement');
  const report = await findReportOf(db.read, id);
  return {
    pageTitle: t('agreements.one', { number }),
    status,
    view: await viewOf(db.read, agreement, lang),
    instalments: await listInstalments(db.read, id),
    repayments: await listRepayments(db.read, id),
    canSign: status === 'ready_to_sign' && may(actor, 'agreement.signForOrganisation', { organisationId }) && !(await listSignatures(db.read, id)).some(({ personId }) => personId === actorId(actor)),
    canReport: may(actor, 'report.edit', { organisationId }) && (report !== undefined || status === 'active'),
  };
});

export const action = act(handle, {
  sign: doing(nothing, async (context, _input, { params, lang }) => {
    await signForOrganisation(context, params.id ?? '');
    return `/${lang}/agreements/${params.id}`;
  }),
  report: doing(nothing, async (context, _input, { params, lang }) => `/${lang}/reports/${await ensureReport(context, params.id ?? '')}`),
});

export default function Agreement() {
  const { pageTitle, status, view, instalments, repayments, canSign, canReport } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack section">
      <h1>{pageTitle}</h1>
      <p><AgreementTag status={status} /></p>
      {canReport ? <PostForm intent="report"><Button>{t('agreements.report')}</Button></PostForm> : null}
      <AgreementDocument agreement={view} />
      <InstalmentsTable instalments={instalments} />
      {repayments.length > 0 ? <RepaymentsTable repayments={repayments} /> : null}
      {canSign ? (
        <PostForm intent="sign" className="stack">
          <Notice>{t('agreements.signHint')}</Notice>
          <Button tone="spark">{t('agreements.sign')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
