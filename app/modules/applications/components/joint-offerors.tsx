import type { MessageKey } from '~/i18n/codes';
import { useLang, useT } from '~/i18n/react';
import { formatPercent, grosze, percentOf } from '~/shared/money';
import { formatInstantZone } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Money } from '~/ui/money';
import { OwnText } from '~/ui/own-text';
import { Tag } from '~/ui/tag';
import type { ByYear } from '../content';
import { ownByYear, ownShare, shareByYear, type PartnerStatus, type Share, type YearCosts } from '../rules-of-partners';
import type { OfferorLine } from './offer-view';

/** An organisation that makes the offer with the one that files it; it accepted at this moment, written in ISO. */
export type JointOfferor = { offeror: OfferorLine; share: number; shareYears?: ByYear | null | undefined; tasks: string; status: PartnerStatus; acceptedAt: string | null };

/** One organisation as part II.1 of the form has it. */
export function Offeror({ offeror: { name, legalForm, lines } }: { offeror: OfferorLine }) {
  const t = useT();
  return (
    <>
      <p><strong lang="pl">{name}</strong></p>
      {legalForm ? <p>{t(`organisations.legalForm.${legalForm}` as MessageKey)}</p> : null}
      <ul className="plain" lang="pl">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </>
  );
}

/** II.1 of a joint offer: the one that files it first, then the others, each with its number. */
export function JointOfferors({ offeror, partners }: { offeror: OfferorLine; partners: readonly JointOfferor[] }) {
  const t = useT();
  if (partners.length === 0) return <Offeror offeror={offeror} />;
  return (
    <>
      <p>{t('joint.madeBy', { n: partners.length + 1 })}</p>
      {[{ offeror, status: 'accepted' as const }, ...partners].map(({ offeror: one, status }, i) => (
        <div key={i} className="stack">
          <h4>{t('joint.offeror', { n: i + 1 })} {status === 'accepted' ? null : <Tag tone={status === 'declined' ? 'bad' : 'wait'}>{t(`offers.partnerStatus.${status}` as const)}</Tag>}</h4>
          <Offeror offeror={one} />
        </div>
      ))}
    </>
  );
}

type Split = Share & { name: string; status: PartnerStatus; acceptedAt: string | null };

/** V.C: how the costs are split between those who make the offer, in each year where there are more, and what each of them said. */
export function SplitTable({ own, partners, total, years }: { own: string; partners: readonly Split[]; total: number; years: YearCosts }) {
  const t = useT();
  const lang = useLang();
  const named = (name: string) => <OwnText lang="pl" as="span">{name}</OwnText>;
  const amounts = (part: number, byYear: readonly number[]) => ({
    ...Object.fromEntries(byYear.map((amount, i) => [`y${i + 1}`, <Money key={i} grosze={amount} />])),
    value: <Money grosze={part} />, share: formatPercent(percentOf(grosze(part), grosze(total)), lang),
  });
  return (
    <DataTable
      caption={t('offers.partnerSplit')}
      columns={[
        { key: 'name', label: t('joint.offerors'), rowHeader: true },
        { key: 'value', label: t('screening.offer.value'), numeric: true },
        ...years.map(({ year }, i) => ({ key: `y${i + 1}`, label: t('budget.year', { n: i + 1, year: String(year) }), numeric: true })),
        { key: 'share', label: t('screening.offer.share'), numeric: true },
        { key: 'answer', label: t('offers.partnerAnswer') },
      ]}
      rows={[
        { id: 'own', cells: { name: named(own), ...amounts(ownShare(partners, total), ownByYear(partners, years)), answer: t('offers.partnerFiles') } },
        ...partners.map(({ name, share, shareYears, status, acceptedAt }, i) => ({
          id: String(i),
          cells: {
            name: named(name), ...amounts(share, shareByYear({ share, shareYears }, years)),
            answer: status === 'accepted' && acceptedAt ? t('joint.acceptedOn', { when: formatInstantZone(new Date(acceptedAt), lang) }) : t(`offers.partnerStatus.${status}` as const),
          },
        })),
        { id: 'total', line: true, cells: { name: t('offers.partnerTotal'), ...amounts(total, years.map((one) => one.total)), answer: '' } },
      ]}
    />
  );
}

/** VI.2: what each of the others does, and who speaks for all before the City. */
export function JointTasks({ own, partners }: { own: string; partners: readonly JointOfferor[] }) {
  const t = useT();
  return (
    <>
      <h3>{t('joint.whoDoes')}</h3>
      {partners.map(({ offeror, tasks }, i) => (
        <div key={i} className="stack">
          <h4 lang="pl">{offeror.name}</h4>
          <OwnText lang="pl" as="div">{tasks}</OwnText>
        </div>
      ))}
      <p>{t('joint.represents', { name: own })}</p>
    </>
  );
}
