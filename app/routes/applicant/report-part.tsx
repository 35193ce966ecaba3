import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { saveReportPart } from '~/modules/reports/commands.server';
import { PartFields } from '~/modules/reports/components/part-fields';
import { reportForms } from '~/modules/reports/forms';
import { getReport } from '~/modules/reports/queries.server';
import { isWritable, reportParts, type ReportPart } from '~/modules/reports/rules';
import { NotFound } from '~/shared/errors';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';

// Each part is its own intent, so that each has its own form.
const intents = { results: 'report.edit', actions: 'report.edit', expenses: 'report.edit', sources: 'report.edit', additional: 'report.edit' } as const;

export const handle = declare({ see: 'report.read', do: intents });
export const meta = titled('reports.title');

function partOf(text: string | undefined): ReportPart {
  const part = reportParts.find((known) => known === text);
  if (!part) throw new NotFound('part');
  return part;
}

export const loader = load(handle, async ({ context, params, t }) => {
  const part = partOf(params.part);
  const report = await getReport(context.db.read, params.id ?? '');
  authorise(context.actor, 'report.edit', report);
  if (!isWritable(report.status)) throw new NotFound('part');
  return {
    indicators: await listIndicators(context.db.read, context.lang, dayOf(context.now)),
    id: report.id, part, title: report.title, version: report.version, content: report.content, pageTitle: t(`reports.part.${part}` as const) };
});

function saving<Part extends ReportPart>(part: Part) {
  return doing(reportForms[part], async (context, input, { params, lang }) => {
    await saveReportPart(context, params.id ?? '', part, input as Parameters<typeof saveReportPart<Part>>[3]);
    return `/${lang}/reports/${params.id}`;
  });
}

export const action = act(handle, {
  results: saving('results'),
  actions: saving('actions'),
  expenses: saving('expenses'),
  sources: saving('sources'),
  additional: saving('additional'),
});

export default function ReportPartPage() {
  const { id, part, title, version, content, pageTitle } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/reports/${id}`, label: title }]} />
      <h1>{pageTitle}</h1>
      <PostForm intent={part} className="stack">
        <input type="hidden" name="version" value={version} />
        <PartFields part={part} content={content} />
        <Button>{t('reports.save')}</Button>
      </PostForm>
    </div>
  );
}
