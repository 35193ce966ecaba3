import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { pageOf } from '~/http/page-of';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { enterImport } from '~/modules/organisations/bulk/enter.server';
import { dropImport, readAgain } from '~/modules/organisations/bulk/imports.server';
import { showImport } from '~/modules/organisations/bulk/shown.server';
import { undoImport } from '~/modules/organisations/bulk/undo.server';
import { ImportDecision, ImportReading, ImportUndo } from '~/modules/organisations/components/import-decision';
import { ImportRows } from '~/modules/organisations/components/import-rows';
import { EnterForm, ReadAgainForm } from '~/modules/organisations/forms-of-imports';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';

export const handle = declare({
  see: 'organisation.seeImports',
  do: { readAgain: 'organisation.importFile', enter: 'organisation.importFile', drop: 'organisation.importFile', undo: 'organisation.undoImport' },
});
export const meta = titled('imports.title');

export const loader = load(handle, async ({ context, params, url, t }) => ({
  ...(await showImport(context, params.importId ?? '', { t, show: url.searchParams.get('show') ?? '', page: pageOf(url) })),
  mayEnter: may(context.actor, 'organisation.importFile'), mayUndo: may(context.actor, 'organisation.undoImport'),
}));

export const action = act(handle, {
  readAgain: doing(ReadAgainForm, async (context, input, { params, lang }) => {
    await readAgain(context, params.importId ?? '', input);
    return `/${lang}/office/organisations/import/${params.importId}`;
  }),
  enter: doing(EnterForm, async (context, input, { params, lang }) => {
    await enterImport(context, params.importId ?? '', input);
    return `/${lang}/office/organisations/import/${params.importId}`;
  }),
  drop: doing(nothing, async (context, _input, { params, lang }) => {
    await dropImport(context, params.importId ?? '');
    return `/${lang}/office/organisations/import`;
  }),
  undo: doing(nothing, async (context, _input, { params, lang }) => {
    await undoImport(context, params.importId ?? '');
    return `/${lang}/office/organisations/import/${params.importId}`;
  }),
});

/** One file: what would happen with each row, or what became of it. */
export default function OrganisationsImportOne() {
  const shown = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const { status } = shown;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }, { href: `/${lang}/office/organisations`, label: t('organisations.officeTitle') }, { href: `/${lang}/office/organisations/import`, label: t('imports.title') }]} />
      <h1>{t('imports.one', { file: shown.fileName })}</h1>
      <p className="hint">{t('imports.number', { id: shown.id })}; {t('imports.origin')}: {shown.origin}</p>
      {status === 'previewed' ? <Notice>{t('imports.preview')}</Notice> : null}
      {status === 'dropped' ? <Notice>{t('imports.status.dropped')}</Notice> : null}
      {status === 'done' ? <Notice tone="good">{t('imports.entered', { when: shown.doneAt })}</Notice> : null}
      {status === 'undone' ? <Notice tone={shown.left > 0 ? 'deadline' : 'good'}>{shown.left > 0 ? `${t('imports.undone', { when: shown.undoneAt })} ${t('imports.leftSome', { n: shown.left })}` : t('imports.undone', { when: shown.undoneAt })}</Notice> : null}
      {status === 'previewed' ? <ImportReading shown={shown} may={shown.mayEnter} /> : null}
      {status === 'dropped' ? null : <ImportRows shown={shown} />}
      <Pagination page={shown.page} pages={shown.pages} />
      {status === 'previewed' && shown.mayEnter ? <ImportDecision counts={shown.counts} reading={shown.reading} /> : null}
      {status === 'done' && shown.mayUndo ? <ImportUndo /> : null}
    </div>
  );
}
