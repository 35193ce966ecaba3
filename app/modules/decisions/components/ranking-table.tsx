import { useLang, useT } from '~/i18n/react';
import type { ApplicationStatus } from '~/modules/applications/rules';
import { formatAmount, formatMoney } from '~/shared/money';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

type Row = {
  applicationId: string;
  position: number;
  title: string;
  organisationName: string;
  mean: number;
  spread: number;
  requested: number;
  proposed: number;
  status: ApplicationStatus;
  outcome: 'recommended' | 'reserve' | 'not_recommended';
  tieBreak: 'quality' | 'feasibility' | 'filing_time' | null;
};

const tones = { recommended: 'good', reserve: 'info', not_recommended: 'bad' } as const;

/** The ranking with the line where the money ends; what broke a tie stands at the offer. */
export function RankingTable({ ranking }: { ranking: Row[] }) {
  const t = useT();
  const lang = useLang();
  const lastFunded = ranking.findLastIndex(({ outcome }) => outcome === 'recommended');
  return (
    <DataTable
      caption={t('decisions.ranking')}
      hideCaption
      columns={[
        { key: 'place', label: t('decisions.place') },
        { key: 'offer', label: t('decisions.offer'), rowHeader: true },
        { key: 'points', label: t('decisions.points'), numeric: true },
        { key: 'spread', label: t('decisions.spread'), numeric: true },
        { key: 'requested', label: t('decisions.requested'), numeric: true },
        { key: 'proposed', label: t('decisions.proposed'), numeric: true },
        { key: 'state', label: t('decisions.state') },
      ]}
      rows={ranking.map((row, i) => ({
        id: row.applicationId,
        line: i === lastFunded,
        cells: {
          place: row.position,
          offer: (
            <>
              <OwnText lang="pl" as="span">{row.title}</OwnText>
              <br />
              <OwnText lang="pl" as="span">{row.organisationName}</OwnText>
            </>
          ),
          // Points are hundredths like grosze, so they are written the same way.
          points: formatAmount(row.mean, lang),
          spread: row.spread,
          requested: formatMoney(row.requested, lang),
          proposed: formatMoney(row.proposed, lang),
          state: (
            <>
              {row.status === 'withdrawn' ? <Tag tone="bad">{t('applications.status.withdrawn')}</Tag> : <Tag tone={tones[row.outcome]}>{t(`decisions.outcome.${row.outcome}` as const)}</Tag>}
              {row.tieBreak ? <> <Tag tone="wait">{t(`decisions.tie.${row.tieBreak}` as const)}</Tag></> : null}
            </>
          ),
        },
      }))}
    />
  );
}
