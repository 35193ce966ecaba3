import { useLang, useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { Money } from '~/ui/money';
import { Tag } from '~/ui/tag';

export type OfferToScore = {
  id: string;
  title: string;
  organisation: string;
  requested: number;
  card: 'none' | 'draft' | 'handed_in';
  total: number | null;
  handedIn: number;
};

const tones = { none: 'plain', draft: 'wait', handed_in: 'good' } as const;

/** Offers of a call with the state of the reader's own card; others' points are not here. */
export function OffersToScore({ callId, offers, members }: { callId: string; offers: readonly OfferToScore[]; members: number }) {
  const t = useT();
  const lang = useLang();
  return (
    <DataTable
      caption={t('reviews.offers')}
      columns={[
        { key: 'title', label: t('screening.taskTitle'), rowHeader: true },
        { key: 'organisation', label: t('screening.organisation') },
        { key: 'requested', label: t('screening.requested'), numeric: true },
        { key: 'card', label: t('reviews.myCard') },
        { key: 'total', label: t('reviews.myTotal'), numeric: true },
        { key: 'handedIn', label: t('reviews.cardsIn'), numeric: true },
      ]}
      rows={offers.map((offer) => ({
        id: offer.id,
        cells: {
          title: <a href={`/${lang}/reviews/${callId}/${offer.id}`} lang="pl">{offer.title}</a>,
          organisation: <span lang="pl">{offer.organisation}</span>,
          requested: <Money grosze={offer.requested} />,
          card: <Tag tone={tones[offer.card]}>{t(`reviews.card.${offer.card}` as const)}</Tag>,
          total: offer.total ?? '–',
          handedIn: `${offer.handedIn}/${members}`,
        },
      }))}
    />
  );
}
