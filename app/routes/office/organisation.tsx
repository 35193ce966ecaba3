import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { returnOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { ContactSummary, PeopleSummary, RegisterSummary, StatusTag } from '~/modules/organisations/components/entry-summary';
import { Descriptions } from '~/modules/organisations/components/descriptions';
import { MemberList } from '~/modules/organisations/components/member-list';
import { RegisterCheck } from '~/modules/organisations/components/register-check';
import { verificationMethods } from '~/modules/organisations/content';
import { ReturnForm, VerifyForm } from '~/modules/organisations/forms';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { checkInRegister, getRegisterCheck } from '~/modules/organisations/registers.server';
import { isPublic, whyNot } from '~/modules/organisations/rules';
import { nothing } from '~/shared/fields';
import { formatNrb } from '~/shared/identifiers';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'office.read', do: { verify: 'organisation.verify', return: 'organisation.return', askRegister: 'organisation.askRegister' } });
export const meta = titled('organisations.officeTitle');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { db, actor } = context;
  const organisation = await getOrganisation(db.read, params.id ?? '');
  const { id, status, submittedAt, verifiedAt, account, representation } = organisation;
  authorise(actor, 'organisation.read', { organisationId: id, public: isPublic(status) });
  return {
    entry: organisation,
    members: await listMembers(db.read, id),
    register: { ...(await getRegisterCheck(db.read, organisation, lang)), mayAsk: may(actor, 'organisation.askRegister', { organisationId: id }) },
    account: account ? formatNrb(account) : null,
    representation,
    submitted: submittedAt ? formatInstant(submittedAt, lang) : null,
    verified: verifiedAt ? formatInstant(verifiedAt, lang) : null,
    mayVerify: may(actor, 'organisation.verify', { organisationId: id }) && whyNot('verify', status) === null,
    mayReturn: may(actor, 'organisation.return', { organisationId: id }) && whyNot('return', status) === null,
    links: { setAside: may(actor, 'organisation.setAside'), handOver: may(actor, 'handOver.confirm'), shown: isPublic(status) },
    pageTitle: organisation.name,
  };
});

export const action = act(handle, {
  verify: doing(VerifyForm, async (context, input, { lang, params }) => {
    await verifyOrganisation(context, params.id ?? '', input);
    return `/${lang}/office/organisations/${params.id}`;
  }),
  return: doing(ReturnForm, async (context, input, { lang, params }) => {
    await returnOrganisation(context, params.id ?? '', input);
    return `/${lang}/office/organisations/${params.id}`;
  }),
  askRegister: doing(nothing, async (context, _input, { lang, params, register }) => {
    await checkInRegister(context, register, params.id ?? '');
    return `/${lang}/office/organisations/${params.id}`;
  }),
});

export default function OfficeOrganisation() {
  const { entry, members, register, account, representation, submitted, verified, mayVerify, mayReturn, links } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }, { href: `/${lang}/office/organisations`, label: t('organisations.officeTitle') }]} />
      <h1 lang="pl">{entry.name}</h1>
      <p><StatusTag status={entry.status} /></p>
      <p className="row">
        {links.setAside ? <a href={`/${lang}/office/organisations/${entry.id}/life`}>{t('registry.life.title')}</a> : null}
        {links.handOver ? <a href={`/${lang}/office/organisations/${entry.id}/hand-over`}>{t('registry.handOver.title')}</a> : null}
        {links.shown ? <a href={`/${lang}/organisations/${entry.slug}`}>{t('organisations.seePublic')}</a> : null}
      </p>
      <section className="stack">
        <h2>{t('organisations.section.register')}</h2>
        <RegisterSummary entry={entry} />
        <SummaryList
          items={[
            { label: t('organisations.minSignatures'), value: representation.minSignatures },
            ...(representation.text ? [{ label: t('organisations.representationText'), value: <span lang="pl">{representation.text}</span> }] : []),
            ...(account ? [{ label: t('organisations.account'), value: account }] : []),
            ...(submitted ? [{ label: t('organisations.submittedAt'), value: submitted }] : []),
            ...(verified ? [{ label: t('organisations.verifiedAt'), value: verified }] : []),
            ...(entry.verificationMethod ? [{ label: t('organisations.method'), value: t(`organisations.method.${entry.verificationMethod}` as const) }] : []),
          ]}
        />
      </section>
      <section className="stack">
        <h2>{t('organisations.section.contact')}</h2>
        <ContactSummary entry={entry} />
      </section>
      <section className="stack">
        <h2>{t('organisations.section.people')}</h2>
        <PeopleSummary entry={entry} />
        <Descriptions descriptions={entry.descriptions} />
      </section>
      <section className="stack">
        <h2>{t('organisations.members')}</h2>
        <MemberList members={members} invitations={[]} mayManage={false} />
      </section>
      <RegisterCheck {...register} />
      <div className="grid">
        {mayVerify ? (
          <section className="card stack">
            <h2>{t('organisations.verify')}</h2>
            <PostForm intent="verify" formId="verify" className="stack">
              <Radios
                name="method" legend={t('organisations.method')}
                options={verificationMethods.map((value) => ({ value, label: t(`organisations.method.${value}` as const) }))}
              />
              <Field name="reason" label={t('registers.verifyReason')} hint={t('registers.verifyReason.hint')} multiline rows={3} maxLength={1000} optional />
              <Button>{t('organisations.verify')}</Button>
            </PostForm>
          </section>
        ) : null}
        {mayReturn ? (
          <section className="card stack">
            <h2>{t('organisations.return')}</h2>
            <PostForm intent="return" formId="return" className="stack">
              <Field name="reason" label={t('organisations.return.reason')} hint={t('organisations.return.hint')} multiline maxLength={2000} />
              <Button tone="plain">{t('organisations.return')}</Button>
            </PostForm>
          </section>
        ) : null}
      </div>
    </div>
  );
}
