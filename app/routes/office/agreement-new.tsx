import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { prepareAgreement } from '~/modules/agreements/commands.server';
import { TermsFields } from '~/modules/agreements/components/terms-fields';
import { AgreementForm } from '~/modules/agreements/forms';
import { getApplication } from '~/modules/applications/queries.server';
import { getAward } from '~/modules/decisions/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'agreement.prepare', do: { prepare: 'agreement.prepare' } });
export const meta = titled('agreements.prepare');

export const loader = load(handle, async ({ context, params }) => {
  const { read } = context.db;
  authorise(context.actor, 'agreement.prepare', {});
  const award = await getAward(read, params.id ?? '');
  const { content } = await getApplication(read, award.applicationId);
  const organisation = await getOrganisation(read, award.organisationId);
  const { number, title, amount, totalCost, updatedTotal, organisationName } = award;
  return {
    number, title, amount, organisationName,
    total: updatedTotal ?? totalCost,
    period: content.task ? { from: content.task.startDate, to: content.task.endDate } : null,
    terms: {
      account: organisation.account,
      representatives: '',
      cityRepresentative: '',
      shiftLimit: 15,
      instalments: content.task ? [{ amount, dueOn: content.task.startDate }] : [],
    },
  };
});

export const action = act(handle, {
  prepare: doing(AgreementForm, async (context, input, { params, lang }) => {
    const { id } = await prepareAgreement(context, params.id ?? '', input);
    return `/${lang}/office/agreements/${id}`;
  }),
});

export default function NewAgreement() {
  const { number, title, amount, organisationName, total, period, terms } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/agreements`, label: t('agreements.title') }]} />
      <h1>{t('agreements.prepare')}</h1>
      <p>{t('agreements.prepareLead')}</p>
      <SummaryList
        items={[
          { label: t('agreements.number'), value: number },
          { label: t('agreements.task'), value: <OwnText lang="pl" as="span">{title}</OwnText> },
          { label: t('agreements.organisation'), value: organisationName },
          { label: t('agreements.amount'), value: formatMoney(amount, lang) },
          { label: t('agreements.totalCost'), value: formatMoney(total, lang) },
          ...(period ? [{ label: t('agreements.period'), value: `${formatDay(period.from, lang)} – ${formatDay(period.to, lang)}` }] : []),
        ]}
      />
      <PostForm intent="prepare" className="stack">
        <TermsFields terms={terms} amount={amount} />
        <Button>{t('agreements.save')}</Button>
      </PostForm>
    </div>
  );
}
