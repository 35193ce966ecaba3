import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { actorId } from '~/access/actor';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { closeAgreement, releaseForSigning, saveAgreement, signForCity, takeBackAgreement } from '~/modules/agreements/commands.server';
import { AgreementDocument } from '~/modules/agreements/components/agreement-document';
import { AgreementTag } from '~/modules/agreements/components/agreement-tag';
import { TermsFields } from '~/modules/agreements/components/terms-fields';
import { AgreementForm, CitySignatureForm } from '~/modules/agreements/forms';
import { getAgreement } from '~/modules/agreements/queries.server';
import { viewOf } from '~/modules/agreements/view.server';
import { confirmPaid, confirmRepayment, orderInstalment } from '~/modules/payments/commands.server';
import { InstalmentsTable } from '~/modules/payments/components/instalments-table';
import { PaymentSteps } from '~/modules/payments/components/payment-steps';
import { RepaymentsTable } from '~/modules/payments/components/repayments-table';
import { OrderForm, PaymentForm, ReturnForm } from '~/modules/payments/forms';
import { listInstalments, listRepayments } from '~/modules/payments/queries.server';
import { nothing } from '~/shared/fields';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';

export const handle = declare({
  see: 'office.read',
  do: {
    save: 'agreement.prepare', release: 'agreement.release', takeBack: 'agreement.release', sign: 'agreement.signForCity',
    settle: 'agreement.settle', order: 'payment.order', confirm: 'payment.confirm', returned: 'repayment.confirm',
  },
});
export const meta = titled('agreements.pageTitle');

export const loader = load(handle, async ({ context, params, lang, t }) => {
  const { db, actor, now } = context;
  const agreement = await getAgreement(db.read, params.id ?? '');
  authorise(actor, 'agreement.read', {});
  const { status, preparedBy, number } = agreement;
  const [instalments, repayments] = await Promise.all([listInstalments(db.read, agreement.id), listRepayments(db.read, agreement.id)]);
  const own = actorId(actor);
  return {
    pageTitle: t('agreements.one', { number }),
    status,
    today: dayOf(now),
    view: await viewOf(db.read, agreement, lang),
    instalments,
    repayments,
    canEdit: status === 'preparing' && may(actor, 'agreement.prepare', {}),
    canRelease: status === 'preparing' && may(actor, 'agreement.release', {}),
    canTakeBack: status === 'ready_to_sign' && may(actor, 'agreement.release', {}),
    canSign: status === 'signed_by_org' && may(actor, 'agreement.signForCity', {}) && preparedBy !== own,
    canSettle: status === 'under_settlement' && may(actor, 'agreement.settle', {}),
    order: status === 'active' && may(actor, 'payment.order', {}) ? instalments.filter((one) => one.status === 'planned') : [],
    confirm: may(actor, 'payment.confirm', {}) ? instalments.filter((one) => one.status === 'ordered' && one.orderedBy !== own) : [],
    returns: may(actor, 'repayment.confirm', {}) ? repayments.filter((one) => one.status === 'due') : [],
  };
});

export const action = act(handle, {
  save: doing(AgreementForm, async (context, input, { params, lang }) => {
    await saveAgreement(context, params.id ?? '', input);
    return `/${lang}/office/agreements/${params.id}`;
  }),
  release: doing(nothing, async (context, _input, { params, lang }) => {
    await releaseForSigning(context, params.id ?? '');
    return `/${lang}/office/agreements/${params.id}`;
  }),
  takeBack: doing(nothing, async (context, _input, { params, lang }) => {
    await takeBackAgreement(context, params.id ?? '');
    return `/${lang}/office/agreements/${params.id}`;
  }),
  sign: doing(CitySignatureForm, async (context, input, { params, lang }) => {
    await signForCity(context, params.id ?? '', input);
    return `/${lang}/office/agreements/${params.id}`;
  }),
  settle: doing(nothing, async (context, _input, { params, lang }) => {
    await closeAgreement(context, params.id ?? '');
    return `/${lang}/office/agreements/${params.id}`;
  }),
  order: doing(OrderForm, async (context, { instalmentId }, { params, lang }) => {
    await orderInstalment(context, instalmentId);
    return `/${lang}/office/agreements/${params.id}`;
  }),
  confirm: doing(PaymentForm, async (context, { instalmentId, ...input }, { params, lang }) => {
    await confirmPaid(context, instalmentId, input);
    return `/${lang}/office/agreements/${params.id}`;
  }),
  returned: doing(ReturnForm, async (context, { repaymentId, ...input }, { params, lang }) => {
    await confirmRepayment(context, repaymentId, input);
    return `/${lang}/office/agreements/${params.id}`;
  }),
});

export default function OfficeAgreement() {
  const { pageTitle, status, today, view, instalments, repayments, canEdit, canRelease, canTakeBack, canSign, canSettle, order, confirm, returns } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const terms = { account: view.account, representatives: view.organisationRepresentatives, cityRepresentative: view.cityRepresentative, shiftLimit: view.shiftLimit / 100, instalments };
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/agreements`, label: t('agreements.title') }]} />
      <h1>{pageTitle}</h1>
      <p><AgreementTag status={status} /></p>
      {canRelease ? (
        <PostForm intent="release" className="stack">
          <p className="hint">{t('agreements.releaseHint')}</p>
          <Button>{t('agreements.release')}</Button>
        </PostForm>
      ) : null}
      {canTakeBack ? <PostForm intent="takeBack"><Button tone="plain">{t('agreements.takeBack')}</Button></PostForm> : null}
      {canSign ? (
        <PostForm intent="sign" className="stack card">
          <h2>{t('agreements.signCity')}</h2>
          <p>{t('agreements.signCityHint')}</p>
          <DayField name="signedOn" legend={t('agreements.signedOn')} defaultValue={today} />
          <Button>{t('agreements.signForCity')}</Button>
        </PostForm>
      ) : null}
      {canSettle ? (
        <PostForm intent="settle" className="stack">
          <p className="hint">{t('agreements.settleHint')}</p>
          <Button>{t('agreements.settle')}</Button>
        </PostForm>
      ) : null}
      <InstalmentsTable instalments={instalments} />
      {repayments.length > 0 ? <RepaymentsTable repayments={repayments} /> : null}
      <PaymentSteps order={order} confirm={confirm} returns={returns} />
      <AgreementDocument agreement={view} />
      {canEdit ? (
        <Details summary={t('agreements.terms')}>
          <PostForm intent="save" className="stack">
            <TermsFields terms={terms} amount={view.amount} />
            <Button>{t('agreements.save')}</Button>
          </PostForm>
        </Details>
      ) : null}
    </div>
  );
}
