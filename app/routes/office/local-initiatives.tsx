import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import { listLocalInitiativesForOffice } from '~/modules/local-initiatives/queries.server';
import { dayOf, formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'localInitiative.list' });
export const meta = titled('localInitiatives.title');

export const loader = load(handle, async ({ context, lang }) => {
  const initiatives = await listLocalInitiativesForOffice(context.db.read, dayOf(context.now));
  return {
    initiatives: initiatives.map(({ id, number, title, status, organisationName, due, overdue }) => ({ id, number: number ?? '', title, status, organisation: organisationName, due: due ? formatDay(due, lang) : '', overdue })),
  };
});

/** Local initiatives on the City's desk, each with the day by which the City answers. */
export default function OfficeLocalInitiatives() {
  const { initiatives } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('localInitiatives.title')}</h1>
      <p>{t('localInitiatives.office.lead')}</p>
      {initiatives.length === 0 ? <EmptyState title={t('localInitiatives.office.none')} /> : (
        <DataTable
          caption={t('localInitiatives.office.list')}
          columns={[
            { key: 'initiative', label: t('localInitiatives.office.initiative'), rowHeader: true },
            { key: 'due', label: t('localInitiatives.office.due') },
            { key: 'state', label: t('localInitiatives.office.state') },
          ]}
          rows={initiatives.map((one) => ({
            id: one.id,
            cells: {
              initiative: <><a href={`/${lang}/office/local-initiatives/${one.id}`}><OwnText lang="pl" as="span">{one.title}</OwnText></a><br /><span className="hint">{one.number} · {one.organisation ? <OwnText lang="pl" as="span">{one.organisation}</OwnText> : t('localInitiatives.applicant.residents')}</span></>,
              due: <>{one.due || '–'} {one.overdue ? <Tag tone="bad">{t('localInitiatives.office.overdue')}</Tag> : null}</>,
              state: <LocalInitiativeTag status={one.status} />,
            },
          }))}
        />
      )}
    </div>
  );
}
