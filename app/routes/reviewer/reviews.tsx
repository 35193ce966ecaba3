import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { DeclaredTag } from '~/modules/panels/components/declared-tag';
import { listSeatsOf } from '~/modules/panels/queries.server';
import { nextStepOf } from '~/modules/panels/rules';
import { DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';

export const handle = declare({ see: 'review.list' });

export const loader = load(handle, async ({ context }) => {
  const seats = await listSeatsOf(context.db.read, actorId(context.actor) ?? '');
  return { seats: seats.map((seat) => ({ ...seat, next: nextStepOf(seat.status, seat.declared) })) };
});

export const meta = titled('reviews.title');

/** The committees the reader sits in, and what to do in each. */
export default function Reviews() {
  const { seats } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack">
      <h1>{t('reviews.title')}</h1>
      <p>{t('reviews.lead')}</p>
      {seats.length === 0 ? <EmptyState title={t('reviews.nothing')}><p>{t('reviews.nothingHint')}</p></EmptyState> : (
        <DataTable
          caption={t('reviews.title')}
          hideCaption
          columns={[
            { key: 'call', label: t('reviews.call'), rowHeader: true },
            { key: 'seat', label: t('panels.seat') },
            { key: 'declared', label: t('panels.declaration') },
            { key: 'next', label: t('reviews.next') },
          ]}
          rows={seats.map(({ callId, title, number, seat, declared, next }) => ({
            id: callId,
            cells: {
              call: <><a href={`/${lang}/reviews/${callId}`} lang="pl">{title}</a> <span className="meta">{number}</span></>,
              seat: t(`panels.seat.${seat}` as const),
              declared: <DeclaredTag declared={declared} />,
              next: t(`reviews.next.${next}` as const),
            },
          }))}
        />
      )}
    </div>
  );
}
