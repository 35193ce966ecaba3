import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { followAddress } from '~/http/moved.server';
import { titled } from '~/http/title';
import { attachClaimEvidence, removeClaimEvidence } from '~/http/uploads/evidence.server';
import { useLang, useT } from '~/i18n/react';
import { AttachForm, RemoveFileForm } from '~/modules/files/forms';
import { listFiles } from '~/modules/files/queries.server';
import { claimEntry, findOwnClaim, withdrawClaim } from '~/modules/organisations/claims.server';
import { ClaimFiles } from '~/modules/organisations/components/claim-files';
import { ClaimForm } from '~/modules/organisations/forms-of-life';
import { getPublicOrganisation } from '~/modules/organisations/queries.server';
import { NotFound } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { formatInstant } from '~/shared/time';
import type { Context } from '~/access/context';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'claim.make', do: { claim: 'claim.make', withdraw: 'claim.withdraw', attach: 'file.attach', removeFile: 'file.remove' } });
export const meta = titled('registry.claim.title');

async function ownClaim(context: Context, slug: string | undefined) {
  const { id } = await getPublicOrganisation(context.db.read, slug ?? '');
  return findOwnClaim(context.db.read, id, actorId(context.actor) ?? '');
}

export const loader = load(handle, async (asked) => {
  const { context, params, lang } = asked;
  await followAddress(asked, '/claim');
  const { name, slug, status } = await getPublicOrganisation(context.db.read, params.slug ?? '');
  const claim = await ownClaim(context, slug);
  const open = claim?.status === 'open' ? claim : null;
  return {
    name, slug, claimable: status === 'unclaimed',
    refused: claim?.status === 'refused' ? { reason: claim.reason } : null,
    open: open ? { id: open.id, asked: formatInstant(open.askedAt, lang), files: await listFiles(context.db.read, 'claim_evidence', open.id) } : null,
  };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/organisations/${params.slug}/claim`;

async function openClaimId(context: Context, slug: string | undefined): Promise<string> {
  const claim = await ownClaim(context, slug);
  if (!claim) throw new NotFound('claim');
  return claim.id;
}

export const action = act(handle, {
  claim: doing(ClaimForm, async (context, input, { params, lang }) => {
    const { id } = await getPublicOrganisation(context.db.read, params.slug ?? '');
    await claimEntry(context, id, input);
    return here(lang, params);
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    await withdrawClaim(context, await openClaimId(context, params.slug));
    return `/${lang}/organisations/${params.slug}`;
  }),
  attach: doing(AttachForm, async (context, _input, { params, lang, file, dataDir }) => {
    await attachClaimEvidence(context, await openClaimId(context, params.slug), file, dataDir);
    return here(lang, params);
  }),
  removeFile: doing(RemoveFileForm, async (context, { removeFile }, { params, lang }) => {
    await removeClaimEvidence(context, await openClaimId(context, params.slug), removeFile);
    return here(lang, params);
  }),
});

/** Where somebody says that an entry made from public lists is their organisation's. */
export default function OrganisationClaim() {
  const { name, slug, claimable, refused, open } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }, { href: `/${lang}/organisations/${slug}`, label: name }]} />
      <h1>{t('registry.claim.title')}</h1>
      <p lang="pl"><strong>{name}</strong></p>
      {open ? (
        <>
          <Notice tone="good" title={t('registry.claim.waits')}><p>{t('registry.claim.waitsText', { when: open.asked })}</p></Notice>
          <ClaimFiles id={open.id} files={open.files} />
          <PostForm intent="withdraw"><Button tone="plain">{t('registry.claim.withdraw')}</Button></PostForm>
        </>
      ) : null}
      {!open && refused ? (
        <Notice tone="bad" title={t('registry.claim.refused')}>{refused.reason ? <p className="own-text" lang="pl">{refused.reason}</p> : <p>{t('registry.claim.taken')}</p>}</Notice>
      ) : null}
      {!open && claimable ? (
        <>
          <p>{t('registry.claim.lead')}</p>
          <PostForm intent="claim" className="stack">
            <Field name="position" label={t('registry.claim.position')} hint={t('registry.claim.positionHint')} width="medium" maxLength={120} />
            <Field name="justification" label={t('registry.claim.justification')} hint={t('registry.claim.justificationHint')} multiline rows={5} maxLength={2000} />
            <p className="hint">{t('registry.claim.filesLater')}</p>
            <Button>{t('registry.claim.send')}</Button>
          </PostForm>
        </>
      ) : null}
      {!open && !claimable ? <Notice>{`${t('refusal.claim.notOpen')}.`}</Notice> : null}
    </div>
  );
}
