import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { findLastChange, requestChange, withdrawChange } from '~/modules/organisations/changes.server';
import { ChangeDiff } from '~/modules/organisations/components/change-diff';
import { legalForms } from '~/modules/organisations/content';
import { ChangeForm } from '~/modules/organisations/forms-of-life';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { registerPart, whyNotLife } from '~/modules/organisations/rules-of-life';
import { RuleViolation } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'change.request', do: { ask: 'change.request', withdraw: 'change.request' } });
export const meta = titled('registry.change.title');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { db, actor } = context;
  const organisation = await getOrganisation(db.read, params.organisationId ?? '');
  authorise(actor, 'change.request', { organisationId: organisation.id });
  const last = await findLastChange(db.read, organisation.id);
  return {
    id: organisation.id, name: organisation.name, now: registerPart(organisation),
    open: last?.status === 'open' ? { before: last.before, after: last.after, note: last.note, asked: formatInstant(last.askedAt, lang) } : null,
    returned: last?.status === 'returned' ? last.reason : null,
    possible: whyNotLife('requestChange', organisation) === null,
  };
});

export const action = act(handle, {
  ask: doing(ChangeForm, async (context, input, { params, lang }) => {
    await requestChange(context, params.organisationId ?? '', input);
    return `/${lang}/my/${params.organisationId}/change`;
  }),
  withdraw: doing(nothing, async (context, _input, { params, lang }) => {
    const last = await findLastChange(context.db.read, params.organisationId ?? '');
    if (last?.status !== 'open') throw new RuleViolation('wrongState');
    await withdrawChange(context, last.id);
    return `/${lang}/my/${params.organisationId}`;
  }),
});

/** Where an organisation asks to change what an officer verified. */
export default function MyOrganisationChange() {
  const { id, name, now, open, returned, possible } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${id}`, label: name }]} />
      <h1>{t('registry.change.title')}</h1>
      {open ? (
        <>
          <Notice>{t('registry.change.sent', { when: open.asked })}</Notice>
          <ChangeDiff before={open.before} after={open.after} />
          <OwnText lang="pl">{open.note}</OwnText>
          <PostForm intent="withdraw"><Button tone="plain">{t('registry.change.withdraw')}</Button></PostForm>
        </>
      ) : null}
      {!open && returned ? <Notice tone="bad" title={t('registry.change.returned')}><p className="own-text" lang="pl">{returned}</p></Notice> : null}
      {!open && !possible ? <Notice>{`${t('refusal.wrongState')}.`}</Notice> : null}
      {!open && possible ? (
        <>
          <p>{t('registry.change.lead')}</p>
          <PostForm intent="ask" className="stack">
            <Field name="name" label={t('organisations.name')} hint={t('organisations.name.hint')} defaultValue={now.name} lang="pl" maxLength={250} />
            <Select name="legalForm" label={t('organisations.legalForm')} defaultValue={now.legalForm} options={legalForms.map((value) => ({ value, label: t(`organisations.legalForm.${value}` as const) }))} />
            <Field name="krs" label={t('organisations.krs')} hint={t('organisations.krs.hint')} defaultValue={now.krs ?? ''} inputMode="numeric" width="medium" optional />
            <Field name="nip" label={t('organisations.nip')} hint={t('organisations.nip.hint')} defaultValue={now.nip ?? ''} inputMode="numeric" width="medium" optional />
            <Field name="regon" label={t('organisations.regon')} hint={t('organisations.regon.hint')} defaultValue={now.regon ?? ''} inputMode="numeric" width="medium" optional />
            <Field name="registerNumber" label={t('organisations.registerNumber')} hint={t('organisations.registerNumber.hint')} defaultValue={now.registerNumber ?? ''} width="medium" optional />
            <Field name="registerAuthority" label={t('organisations.registerAuthority')} hint={t('organisations.registerAuthority.hint')} defaultValue={now.registerAuthority ?? ''} width="medium" optional />
            <Field name="note" label={t('registry.change.note')} hint={t('registry.change.noteHint')} multiline rows={4} maxLength={2000} />
            <Button>{t('registry.change.send')}</Button>
          </PostForm>
        </>
      ) : null}
    </div>
  );
}
