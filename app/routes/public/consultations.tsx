import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/consultations/components/status-tag';
import { listPublicConsultations } from '~/modules/consultations/queries.server';
import { statusAt } from '~/modules/consultations/rules';
import { formatInstantZone, isoInstant } from '~/shared/time';
import { Deadline } from '~/ui/deadline';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'consultation.read', kept: 'minute' });
export const meta = titled('consultations.title');

export const loader = load(handle, async ({ context, lang }) => {
  const consultations = await listPublicConsultations(context.db.read);
  return consultations.map((consultation) => ({
    slug: consultation.slug, title: consultation.titles[lang], question: consultation.questions[lang], status: statusAt(consultation, context.now),
    closes: { absolute: formatInstantZone(consultation.closesAt, lang), iso: isoInstant(consultation.closesAt) },
  }));
});

/** Every consultation the City announced, the latest first. */
export default function Consultations() {
  const consultations = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('consultations.title')}</h1>
      <p>{t('consultations.lead')}</p>
      {consultations.length === 0 ? <EmptyState title={t('consultations.none')} /> : null}
      {consultations.map(({ slug, title, question, status, closes }) => (
        <article className="card stack" key={slug}>
          <h2><a href={`/${lang}/consultations/${slug}`}>{title}</a></h2>
          <p className="tags"><StatusTag status={status} /></p>
          <p>{question}</p>
          <p><Deadline {...closes} label={`${t('consultations.closes')}:`} /></p>
          {status === 'report_published' ? <p><a href={`/${lang}/consultations/${slug}/report`}>{t('consultations.report')}</a></p> : null}
        </article>
      ))}
    </div>
  );
}
