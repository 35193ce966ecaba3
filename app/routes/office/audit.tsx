import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { pageOf } from '~/http/page-of';
import { titled } from '~/http/title';
import type { MessageKey } from '~/i18n/codes';
import { useT } from '~/i18n/react';
import { countEvents, firstBrokenEvent, listEvents } from '~/modules/audit/queries.server';
import { subjectNames } from '~/modules/audit/subject-names.server';
import { formatInstant } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { Pagination } from '~/ui/pagination';

export const handle = declare({ see: 'audit.read' });
export const meta = titled('audit.title');

const size = 50;

export const loader = load(handle, async ({ context, url, t, lang }) => {
  const { read } = context.db;
  const page = pageOf(url);
  const filter = { kind: url.searchParams.get('kind') ?? undefined, subjectId: url.searchParams.get('id') ?? undefined };
  const [events, total, all, broken] = await Promise.all([
    listEvents(read, filter, { page, size }),
    countEvents(read, filter),
    countEvents(read, {}),
    firstBrokenEvent(read),
  ]);
  const names = await subjectNames(read, events);
  const who = (role: string, name: string | null) => name ?? (role === 'system' ? t('audit.portal') : t('audit.somebody'));
  return {
    page,
    pages: Math.max(1, Math.ceil(total / size)),
    all,
    broken,
    events: events.map((event) => ({
      seq: event.seq,
      when: formatInstant(event.at, lang, { seconds: true }),
      sentence: t(`event.${event.event}` as MessageKey, {
        ...Object.fromEntries(Object.entries(event.detail).map(([key, value]) => [key, String(value)])),
        actor: who(event.actorRole, event.actorName),
        subject: names.get(`${event.subjectKind} ${event.subjectId}`) ?? event.subjectId.slice(0, 8),
      }),
      hash: event.hash.slice(0, 12),
    })),
  };
});

export default function Audit() {
  const { events, page, pages, all, broken } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="stack">
      <h1>{t('audit.title')}</h1>
      <p>{t('audit.lead')}</p>
      {broken === null ? <Notice tone="good">{t('audit.whole', { n: all })}</Notice> : <Notice tone="bad">{t('audit.broken', { seq: broken })}</Notice>}
      <DataTable
        caption={t('audit.title')}
        columns={[
          { key: 'seq', label: t('audit.number'), numeric: true },
          { key: 'when', label: t('audit.when') },
          { key: 'sentence', label: t('audit.what'), rowHeader: true },
          { key: 'hash', label: t('audit.fingerprint') },
        ]}
        rows={events.map((event) => ({ id: String(event.seq), cells: event }))}
      />
      <Pagination page={page} pages={pages} />
    </div>
  );
}
