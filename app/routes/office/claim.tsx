import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listFiles } from '~/modules/files/queries.server';
import { getClaim, grantClaim, listOpenClaims, refuseClaim } from '~/modules/organisations/claims.server';
import { AttachmentList } from '~/modules/files/components/attachments';
import { ReasonForm } from '~/modules/organisations/forms-of-life';
import { nothing } from '~/shared/fields';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'claim.decide', do: { grant: 'claim.decide', refuse: 'claim.decide' } });
export const meta = titled('registry.claims.one');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { read } = context.db;
  const claim = await getClaim(read, params.id ?? '');
  const rivals = (await listOpenClaims(read)).filter(({ id, organisationId }) => organisationId === claim.organisationId && id !== claim.id);
  return {
    organisationId: claim.organisationId, name: claim.organisationName, status: claim.status, reason: claim.reason,
    person: claim.personName, email: claim.personEmail, position: claim.position, justification: claim.justification, asked: formatInstant(claim.askedAt, lang),
    files: await listFiles(read, 'claim_evidence', claim.id),
    rivals: rivals.map(({ id, person, position }) => ({ id, text: `${person}, ${position}` })),
  };
});

export const action = act(handle, {
  grant: doing(nothing, async (context, _input, { params, lang }) => {
    await grantClaim(context, params.id ?? '');
    return `/${lang}/office/claims`;
  }),
  refuse: doing(ReasonForm, async (context, input, { params, lang }) => {
    await refuseClaim(context, params.id ?? '', input);
    return `/${lang}/office/claims`;
  }),
});

/** A claim of an entry: who, on what grounds, and who else claims it. */
export default function Claim() {
  const { organisationId, name, status, reason, person, email, position, justification, asked, files, rivals } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/claims`, label: t('registry.claims.title') }]} />
      <h1>{t('registry.claims.one')}</h1>
      <p><a href={`${office}/organisations/${organisationId}`} lang="pl">{name}</a></p>
      <SummaryList
        items={[
          { label: t('registry.claims.who'), value: `${person}, ${email}` }, { label: t('registry.role.title'), value: <span lang="pl">{position}</span> },
          { label: t('registry.reason'), value: <OwnText lang="pl" as="span">{justification}</OwnText> }, { label: t('registry.since'), value: asked },
        ]}
      />
      <h2>{t('registry.claim.files')}</h2>
      {files.length > 0 ? <AttachmentList files={files} /> : <p>{t('registers.evidence.none')}</p>}
      {rivals.length > 0 ? (
        <Notice tone="deadline" title={t('registry.claims.rivals', { n: rivals.length })}>
          <ul>{rivals.map(({ id, text }) => <li key={id}><a href={`${office}/claims/${id}`}>{text}</a></li>)}</ul>
          <p>{t('registry.claims.rivalsHint')}</p>
        </Notice>
      ) : null}
      {status === 'open' ? (
        <div className="grid">
          <PostForm intent="grant" formId="grant" className="card stack">
            <h2>{t('registry.claims.grant')}</h2>
            <p>{t('registry.claims.grantHint')}</p>
            <Button>{t('registry.claims.grant')}</Button>
          </PostForm>
          <PostForm intent="refuse" formId="refuse" className="card stack">
            <h2>{t('registry.claims.refuse')}</h2>
            <Field name="reason" label={t('registry.reason')} hint={t('registry.reasonHint')} multiline rows={4} maxLength={2000} />
            <Button tone="plain">{t('registry.claims.refuse')}</Button>
          </PostForm>
        </div>
      ) : (
        <Notice title={t(`registry.claimStatus.${status}` as const)}><p className="own-text" lang="pl">{reason ?? ''}</p></Notice>
      )}
    </div>
  );
}
