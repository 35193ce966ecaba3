import { useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';

type Seen = { personId: string; name: string; total: number; scores: { criterionId: string; points: number | null; reason: string }[] };

/** Cards of other members, shown only to someone who handed in their own. */
export function OtherScores({ reviews, criteria }: { reviews: readonly Seen[]; criteria: readonly { id: string; name: string; max: number }[] }) {
  const t = useT();
  const max = criteria.reduce((all, criterion) => all + criterion.max, 0);
  return (
    <section className="stack">
      <h3>{t('reviews.others')}</h3>
      {reviews.length === 0 ? <p>{t('reviews.othersNone')}</p> : null}
      {reviews.map(({ personId, name, total, scores }) => (
        <DataTable
          key={personId}
          caption={`${name} – ${t('reviews.total', { total, max })}`}
          columns={[
            { key: 'criterion', label: t('reviews.criterion'), rowHeader: true },
            { key: 'points', label: t('reviews.pointsShort'), numeric: true },
            { key: 'reason', label: t('reviews.reason') },
          ]}
          rows={criteria.map((criterion) => {
            const score = scores.find(({ criterionId }) => criterionId === criterion.id);
            return { id: criterion.id, cells: { criterion: criterion.name, points: score?.points ?? '–', reason: <OwnText lang="pl" as="span">{score?.reason ?? ''}</OwnText> } };
          })}
        />
      ))}
    </section>
  );
}
