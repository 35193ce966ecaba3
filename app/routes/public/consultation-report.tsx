import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CommentList } from '~/modules/consultations/components/comment-list';
import { countAnswered, getPublicConsultation, listPublicComments } from '~/modules/consultations/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'consultation.read', kept: 'hour' });
export const meta = titled('consultations.report');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { id, slug, status, titles, questions, reportSummary, reportPublishedAt } = await getPublicConsultation(context.db.read, params.slug ?? '');
  if (status !== 'report_published' || !reportPublishedAt) throw new NotFound('consultation');
  const own = reportSummary?.[lang];
  return {
    slug, title: titles[lang], question: questions[lang], date: formatDay(dayOf(reportPublishedAt), lang),
    summary: { text: own ?? reportSummary?.pl ?? '', lang: own ? lang : 'pl' },
    count: await countAnswered(context.db.read, id),
    comments: await listPublicComments(context.db.read, id),
  };
});

/** The end of a consultation: all comments, what the City did with each, and why. */
export default function ConsultationReport() {
  const { slug, title, question, date, summary, count, comments } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/consultations`, label: t('consultations.title') }, { href: `/${lang}/consultations/${slug}`, label: title }]} />
      <h1>{t('consultations.report')}</h1>
      <p><strong>{title}</strong></p>
      <p className="hint">{t('consultations.reportDate', { date })}</p>
      <h2>{t('consultations.question')}</h2>
      <OwnText lang={lang}>{question}</OwnText>
      <h2>{t('consultations.summary')}</h2>
      <OwnText lang={summary.lang}>{summary.text}</OwnText>
      <h2>{t('consultations.comments')}</h2>
      {comments.length === 0 ? <EmptyState title={t('consultations.noComments')} /> : <p>{t('consultations.answered', count)}</p>}
      <CommentList comments={comments} />
    </div>
  );
}
