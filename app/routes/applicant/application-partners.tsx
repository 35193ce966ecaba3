import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { PartnerAnswerForm, PartnerForm } from '~/modules/applications/forms';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { answerPartnership, findPartners, invitePartner, listPartners, ownShare, partnersReading, removePartner } from '~/modules/applications/partners.server';
import { getApplication } from '~/modules/applications/queries.server';
import { budgetSums } from '~/modules/applications/rules';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { text } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Money } from '~/ui/money';
import { MoneyField } from '~/ui/money-field';
import { OwnText } from '~/ui/own-text';
import { SearchBox } from '~/ui/search-box';

export const handle = declare({
  see: 'application.read',
  do: { invite: 'application.invitePartner', remove: 'application.invitePartner', answer: 'application.answerPartnership' },
});
export const meta = titled('offers.partners');

export const loader = load(handle, async ({ context, params, url, t }) => {
  const { db, actor } = context;
  const application = await getApplication(db.read, params.id ?? '');
  authorise(actor, 'application.read', { ...(await withHelp(db.read, context, application)), handedIn: false, coOrganisations: await partnersReading(db.read, application.id) });
  const [partners, own] = await Promise.all([listPartners(db.read, application.id), getOrganisation(db.read, application.organisationId)]);
  const { total } = budgetSums(application.content.budget);
  const draft = application.status === 'draft';
  const mayInvite = draft && may(actor, 'application.invitePartner', application);
  const q = mayInvite ? (url.searchParams.get('q') ?? '').trim().slice(0, 100) : '';
  return {
    id: application.id, title: application.title || t('applications.untitled'), q, mayInvite, total,
    own: { name: own.name, share: ownShare(partners, total) },
    partners: partners.map(({ organisationId, name, status, share, tasks }) => ({
      organisationId, name, status, share, tasks, mayAnswer: draft && status === 'invited' && may(actor, 'application.answerPartnership', { organisationId }),
    })),
    found: q ? (await findPartners(db.read, q, application.organisationId)).map(({ id, name, krs }) => ({ value: id, label: krs ? `${name} (KRS ${krs})` : name })) : [],
  };
});

export const action = act(handle, {
  invite: doing(PartnerForm, async (context, input, { params, lang }) => {
    await invitePartner(context, params.id ?? '', input);
    return `/${lang}/applications/${params.id}/partners`;
  }),
  remove: doing(z.object({ organisationId: text({ max: 40 }) }), async (context, { organisationId }, { params, lang }) => {
    await removePartner(context, params.id ?? '', organisationId);
    return `/${lang}/applications/${params.id}/partners`;
  }),
  answer: doing(PartnerAnswerForm, async (context, input, { params, lang }) => {
    await answerPartnership(context, params.id ?? '', input);
    return input.answer === 'accepted' ? `/${lang}/applications/${params.id}/partners` : `/${lang}/desk`;
  }),
});

/** Who makes a joint offer, what each does and pays for; invited organisations answer here. */
export default function Partners() {
  const { id, title, q, mayInvite, total, own, partners, found } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/applications/${id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `${base}/check`, label: title }]} />
      <h1>{t('offers.partners')}</h1>
      <p>{t('offers.partnersLead')}</p>
      {partners.length > 0 ? (
        <DataTable
          caption={t('offers.partnerSplit')}
          columns={[{ key: 'name', label: t('offers.partners'), rowHeader: true }, { key: 'share', label: t('applications.field.value'), numeric: true }, { key: 'status', label: t('offers.partnerAnswer') }]}
          rows={[
            { id: 'own', cells: { name: <OwnText lang="pl" as="span">{own.name}</OwnText>, share: <Money grosze={own.share} />, status: t('offers.partnerFiles') } },
            ...partners.map(({ organisationId, name, share, status }) => ({ id: organisationId, cells: { name: <OwnText lang="pl" as="span">{name}</OwnText>, share: <Money grosze={share} />, status: t(`offers.partnerStatus.${status}` as const) } })),
            { id: 'total', line: true, cells: { name: t('offers.partnerTotal'), share: <Money grosze={total} />, status: '' } },
          ]}
        />
      ) : null}
      {partners.map(({ organisationId, name, share, tasks, mayAnswer }) => (
        <section key={organisationId} className="card stack" aria-labelledby={`p-${organisationId}`}>
          <h2 id={`p-${organisationId}`}><span lang="pl">{name}</span></h2>
          <OwnText lang="pl" as="div">{tasks}</OwnText>
          {mayAnswer ? (
            <PostForm intent="answer" formId={organisationId} className="row">
              <input type="hidden" name="organisationId" value={organisationId} />
              <input type="hidden" name="share" value={share} />
              <Button name="answer" value="accepted">{t('offers.partnerAccept')}</Button>
              <Button tone="plain" name="answer" value="declined">{t('offers.partnerDecline')}</Button>
            </PostForm>
          ) : null}
          {mayInvite ? (
            <PostForm intent="remove" formId={`remove-${organisationId}`}>
              <input type="hidden" name="organisationId" value={organisationId} />
              <Button tone="plain">{t('offers.partnerRemove')}<span className="visually-hidden">: {name}</span></Button>
            </PostForm>
          ) : null}
        </section>
      ))}
      {mayInvite ? <SearchBox action={`${base}/partners`} label={t('offers.partnerSearch')} button={t('offers.partnerFind')} defaultValue={q} /> : null}
      {q && found.length === 0 ? <p>{t('offers.partnerNone')}</p> : null}
      {found.length > 0 ? (
        <PostForm intent="invite" formId="invite" className="stack">
          <Radios name="organisationId" legend={t('offers.partnerWhich')} options={found.map(({ value, label }) => ({ value, label: <span lang="pl">{label}</span> }))} />
          <MoneyField name="share" label={t('offers.partnerShare')} />
          <Field name="tasks" label={t('offers.partnerTasks')} multiline rows={3} />
          <Button>{t('offers.partnerInvite')}</Button>
        </PostForm>
      ) : null}
      <p className="row"><a href={`${base}/check`}>{t('applications.open')}</a> <a href={`${base}/form.pdf`}>{t('receipts.pdf')}</a></p>
    </div>
  );
}
