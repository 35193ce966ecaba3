import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { ObjectionForm } from '~/modules/organisations/forms-of-life';
import { findHandOverByToken, objectToHandOver } from '~/modules/organisations/hand-over.server';
import { lastDayToObject, whyNotHandOver } from '~/modules/organisations/rules-of-life';
import { NotFound } from '~/shared/errors';
import { formatDay } from '~/shared/time';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Confirmation, Notice } from '~/ui/notice';

export const handle = declare({ see: 'handOver.object', do: { object: 'handOver.object' } });
export const meta = titled('registry.handOver.title');

/** Opening the link changes nothing: programmes that look through letters open links too. */
export const loader = load(handle, async ({ context, params, lang }) => {
  const handOver = await findHandOverByToken(context.db.read, params.token ?? '');
  if (!handOver) throw new NotFound('handOver');
  return {
    name: handOver.organisationName, reason: handOver.reason, objected: handOver.status === 'objected',
    until: handOver.objectionsUntil ? formatDay(lastDayToObject(handOver.objectionsUntil), lang) : '',
    open: whyNotHandOver('object', handOver, context.now) === null,
  };
});

export const action = act(handle, {
  object: doing(ObjectionForm, async (context, input, { params, lang }) => {
    await objectToHandOver(context, params.token ?? '', input);
    return `/${lang}/hand-over/${params.token}`;
  }),
});

/** Where the old owner stops a hand-over by the link in the letter. */
export default function HandOverObjection() {
  const { name, reason, objected, until, open } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  if (objected) return <Confirmation title={t('registry.handOver.objected')}><p>{t('registry.handOver.objectedText')}</p><p><a href={`/${lang}`}>{t('errors.home')}</a></p></Confirmation>;
  return (
    <div className="stack section">
      <h1>{t('registry.handOver.title')}</h1>
      <p lang="pl"><strong>{name}</strong></p>
      <p>{t('registry.handOver.objectLead')}</p>
      <Notice title={t('registry.handOver.reasonGiven')}><p className="own-text" lang="pl">{reason}</p></Notice>
      {open ? (
        <PostForm intent="object" className="stack">
          <p>{t('registry.handOver.until', { day: until })}</p>
          <Field name="objection" label={t('registry.handOver.objection')} hint={t('registry.handOver.objectionHint')} multiline rows={4} maxLength={2000} />
          <Button>{t('registry.handOver.object')}</Button>
        </PostForm>
      ) : <Notice tone="bad">{`${t('refusal.handOver.tooLate')}.`}</Notice>}
    </div>
  );
}
