import { useLang, useT } from '~/i18n/react';
import { formatMoney } from '~/shared/money';
import { DataTable } from '~/ui/data-table';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';

type Award = { id: string; number: string; title: string; organisationName: string; amount: number; status: 'awarded' | 'accepted' | 'declined' | 'contracted' };

const tones = { awarded: 'wait', accepted: 'good', declined: 'bad', contracted: 'good' } as const;

/** Awards of a call for the office; from an accepted one an agreement is prepared. */
export function AwardsTable({ awards }: { awards: Award[] }) {
  const t = useT();
  const lang = useLang();
  return (
    <DataTable
      caption={t('decisions.awards')}
      columns={[
        { key: 'number', label: t('decisions.awardNumber') },
        { key: 'offer', label: t('decisions.offer'), rowHeader: true },
        { key: 'amount', label: t('decisions.amount'), numeric: true },
        { key: 'state', label: t('decisions.state') },
      ]}
      rows={awards.map((award) => ({
        id: award.id,
        cells: {
          number: award.number,
          offer: <OwnText lang="pl" as="span">{`${award.title} · ${award.organisationName}`}</OwnText>,
          amount: formatMoney(award.amount, lang),
          state: (
            <>
              <Tag tone={tones[award.status]}>{t(`decisions.award.${award.status}` as const)}</Tag>
              {award.status === 'accepted' ? <> <a href={`/${lang}/office/awards/${award.id}/agreement`}>{t('decisions.prepareAgreement')}</a></> : null}
            </>
          ),
        },
      }))}
    />
  );
}
