import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { confirmComment } from '~/modules/consultations/commands.server';
import { getPublicConsultation, isTokenAlive } from '~/modules/consultations/queries.server';
import { nothing } from '~/shared/fields';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'consultation.confirmComment', do: { confirm: 'consultation.confirmComment' } });
export const meta = titled('consultations.confirmTitle');

/** Opening the link changes nothing: programmes that look through letters open links too. */
export const loader = load(handle, async ({ context, params, lang }) => {
  const { slug, titles } = await getPublicConsultation(context.db.read, params.slug ?? '');
  return { slug, title: titles[lang], alive: await isTokenAlive(context.db.read, params.token ?? '', context.now) };
});

export const action = act(handle, {
  confirm: doing(nothing, async (context, _input, { params, lang }) => {
    const slug = await confirmComment(context, params.token ?? '');
    return `/${lang}/consultations/${slug}?confirmed=1`;
  }),
});

export default function CommentConfirm() {
  const { slug, title, alive } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('consultations.confirmTitle')}</h1>
      <p><strong>{title}</strong></p>
      {alive ? (
        <>
          <p>{t('consultations.confirmText')}</p>
          <PostForm intent="confirm"><Button>{t('consultations.confirm')}</Button></PostForm>
        </>
      ) : <Notice tone="bad">{t('refusal.consultation.linkOver')}</Notice>}
      <p><a href={`/${lang}/consultations/${slug}`}>{t('consultations.back')}</a></p>
    </div>
  );
}
