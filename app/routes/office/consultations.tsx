import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/consultations/components/status-tag';
import { listConsultations } from '~/modules/consultations/queries.server';
import { statusAt } from '~/modules/consultations/rules';
import { formatInstant } from '~/shared/time';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'office.read' });
export const meta = titled('consultations.title');

export const loader = load(handle, async ({ context, lang }) => {
  const consultations = await listConsultations(context.db.read);
  return {
    mayDraft: may(context.actor, 'consultation.draft'),
    consultations: consultations.map((consultation) => ({
      id: consultation.id, title: consultation.titles[lang], status: statusAt(consultation, context.now), closes: formatInstant(consultation.closesAt, lang),
    })),
  };
});

/** All consultations of the City with their state. */
export default function OfficeConsultations() {
  const { consultations, mayDraft } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('consultations.title')}</h1>
      {mayDraft ? <p><LinkButton href={`/${lang}/office/consultations/new`}>{t('consultations.new')}</LinkButton></p> : null}
      {consultations.length === 0 ? <EmptyState title={t('consultations.none')} /> : (
        <DataTable
          caption={t('consultations.title')}
          hideCaption
          columns={[
            { key: 'title', label: t('consultations.one'), rowHeader: true },
            { key: 'status', label: t('consultations.state') },
            { key: 'closes', label: t('consultations.closes') },
          ]}
          rows={consultations.map(({ id, title, status, closes }) => ({
            id,
            cells: { title: <a href={`/${lang}/office/consultations/${id}`}>{title}</a>, status: <StatusTag status={status} />, closes },
          }))}
        />
      )}
    </div>
  );
}
