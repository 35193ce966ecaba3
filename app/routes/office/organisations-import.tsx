import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { describedColumns } from '~/modules/organisations/bulk/described';
import { bringFile } from '~/modules/organisations/bulk/imports.server';
import { listImports } from '~/modules/organisations/bulk/queries.server';
import { ImportColumns } from '~/modules/organisations/components/import-columns';
import { PlainFile } from '~/modules/organisations/components/plain-file';
import { verdicts } from '~/modules/organisations/content-of-imports';
import { BringForm } from '~/modules/organisations/forms-of-imports';
import { RuleViolation } from '~/shared/errors';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'organisation.seeImports', do: { bring: 'organisation.importFile' } });
export const meta = titled('imports.title');

export const loader = load(handle, async ({ context, lang, t }) => ({
  mayBring: may(context.actor, 'organisation.importFile'),
  columns: describedColumns(t),
  imports: (await listImports(context.db.read)).map(({ uploadedAt, counts, ...one }) => ({ ...one, when: formatInstant(uploadedAt, lang), rows: verdicts.reduce((sum, verdict) => sum + counts[verdict], 0) })),
}));

export const action = act(handle, {
  bring: doing(BringForm, async (context, { origin }, { file, lang }) => {
    if (!file) throw new RuleViolation('import.empty', 'file');
    const id = await bringFile(context, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()), origin });
    return `/${lang}/office/organisations/import/${id}`;
  }),
});

/** An officer brings a list of organisations, and finds those brought before. */
export default function OrganisationsImport() {
  const { imports, columns, mayBring } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }, { href: `/${lang}/office/organisations`, label: t('organisations.officeTitle') }]} />
      <h1>{t('imports.title')}</h1>
      <p>{t('imports.lead')}</p>
      {mayBring ? (
        <PostForm intent="bring" className="stack" encType="multipart/form-data">
          <PlainFile label={t('imports.file')} hint={t('imports.fileHint')} accept=".csv,text/csv" />
          <Field name="origin" label={t('imports.origin')} hint={t('imports.originHint')} />
          <Button>{t('imports.read')}</Button>
        </PostForm>
      ) : null}
      <ImportColumns columns={columns} />
      {imports.length > 0 ? (
        <DataTable
          caption={t('imports.earlier')}
          columns={[
            { key: 'file', label: t('imports.file'), rowHeader: true }, { key: 'state', label: t('imports.state') }, { key: 'rows', label: t('imports.rows'), numeric: true },
            { key: 'when', label: t('imports.when') }, { key: 'by', label: t('imports.by') },
          ]}
          rows={imports.map(({ id, fileName, status, rows, when, by }) => ({
            id, cells: { file: <a href={`/${lang}/office/organisations/import/${id}`}>{fileName}</a>, state: t(`imports.status.${status}` as const), rows, when, by },
          }))}
        />
      ) : null}
    </div>
  );
}
