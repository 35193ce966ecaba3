import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { commentOn } from '~/modules/consultations/commands.server';
import { CommentList } from '~/modules/consultations/components/comment-list';
import { StatusTag } from '~/modules/consultations/components/status-tag';
import { CommentForm } from '~/modules/consultations/forms';
import { countAnswered, getPublicConsultation, listPublicComments } from '~/modules/consultations/queries.server';
import { confirmationDays, statusAt, whyNotComment } from '~/modules/consultations/rules';
import { breadcrumbList, consultationThing, linked } from '~/modules/open-data/json-ld';
import { formatInstantZone, isoInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Select } from '~/ui/choices';
import { Deadline } from '~/ui/deadline';
import { EmptyState } from '~/ui/empty-state';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Confirmation, Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'consultation.read', do: { comment: 'consultation.comment' }, kept: 'minute' });
export const meta = titled('consultations.title');

export const loader = load(handle, async ({ context, params, url, lang, t }) => {
  const { db, now } = context;
  const consultation = await getPublicConsultation(db.read, params.slug ?? '');
  const title = consultation.titles[lang];
  const at = { origin: context.origin, lang };
  return {
    pageTitle: title, title, slug: consultation.slug, question: consultation.questions[lang], background: consultation.backgrounds[lang],
    status: statusAt(consultation, now), canComment: whyNotComment(consultation, now) === null,
    opens: formatInstantZone(consultation.opensAt, lang),
    closes: { absolute: formatInstantZone(consultation.closesAt, lang), iso: isoInstant(consultation.closesAt) },
    comments: await listPublicComments(db.read, consultation.id),
    count: await countAnswered(db.read, consultation.id),
    linked: linked(
      consultationThing(consultation, at),
      breadcrumbList(at, [{ name: t('consultations.title'), path: '/consultations' }, { name: title, path: `/consultations/${consultation.slug}` }]),
    ),
    sent: url.searchParams.has('sent'), confirmed: url.searchParams.has('confirmed'),
  };
});

export const action = act(handle, {
  comment: doing(CommentForm, async (context, input, { params, lang }) => {
    const { id, slug } = await getPublicConsultation(context.db.read, params.slug ?? '');
    await commentOn(context, id, input);
    return `/${lang}/consultations/${slug}?sent=1`;
  }),
});

/** What the City asks, where to say it, and what came of what others said. */
export default function Consultation() {
  const data = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const here = `/${lang}/consultations/${data.slug}`;
  if (data.sent) {
    return (
      <Confirmation title={t('consultations.checkMail')}>
        <p>{t('consultations.checkMailText', { days: confirmationDays })}</p>
        <p><a href={here}>{t('consultations.back')}</a></p>
      </Confirmation>
    );
  }
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/consultations`, label: t('consultations.title') }]} />
      <h1>{data.title}</h1>
      {data.confirmed ? <Notice tone="good">{t('consultations.confirmed')}</Notice> : null}
      <p className="tags"><StatusTag status={data.status} /></p>
      <p><Deadline {...data.closes} label={`${t('consultations.closes')}:`} /></p>
      <h2>{t('consultations.question')}</h2>
      <OwnText lang={lang}>{data.question}</OwnText>
      <h2>{t('consultations.background')}</h2>
      <OwnText lang={lang}>{data.background}</OwnText>
      <h2>{t('consultations.next')}</h2>
      <p>{t('consultations.nextText')}</p>
      {data.status === 'report_published' ? <p><LinkButton href={`${here}/report`}>{t('consultations.report')}</LinkButton></p> : null}
      {data.canComment ? <SayForm /> : <Notice>{data.status === 'announced' ? t('consultations.soon', { moment: data.opens }) : t('consultations.over')}</Notice>}
      <h2>{t('consultations.comments')}</h2>
      {data.comments.length === 0 ? <EmptyState title={t('consultations.noComments')} /> : <p>{t('consultations.answered', data.count)}</p>}
      <CommentList comments={data.comments} />
    </div>
  );
}

function SayForm() {
  const t = useT();
  return (
    <PostForm intent="comment" className="card stack">
      <h2>{t('consultations.say')}</h2>
      <Field name="text" label={t('consultations.text')} hint={t('consultations.textHint')} multiline rows={8} />
      <Select name="lang" label={t('consultations.lang')} defaultValue={useLang()} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
      <Field name="authorName" label={t('consultations.name')} hint={t('consultations.nameHint')} optional />
      <Field name="email" type="email" autoComplete="email" label={t('consultations.email')} hint={t('consultations.emailHint')} />
      <Button tone="spark">{t('consultations.send')}</Button>
    </PostForm>
  );
}
