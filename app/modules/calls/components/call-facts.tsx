import { useLang, useT } from '~/i18n/react';
import type { LegalForm } from '~/modules/organisations/content';
import { formatMoney, formatPercent } from '~/shared/money';
import { formatDay, type Day } from '~/shared/time';
import { Deadline } from '~/ui/deadline';
import { SummaryList } from '~/ui/summary-list';

export type Moment = { absolute: string; relative?: string; iso: string };
export type Facts = {
  number: string;
  eligibleForms: string[];
  budget: number; minGrant: number; maxGrant: number; maxShare: number; adminCap: number | null;
  offersPerOrganisation: number;
  taskFrom: Day; taskTo: Day; decisionBy: Day;
  deadline: Moment;
};

/** Who may apply, how much, until when: what a person asks first. */
export function CallFacts({ call }: { call: Facts }) {
  const t = useT();
  const lang = useLang();
  const money = (grosze: number) => formatMoney(grosze, lang);
  const upTo = (share: number) => t('calls.shareUpTo', { share: formatPercent(share, lang) });
  const howMuch = [
    `${t('calls.pool')}: ${money(call.budget)}`,
    `${t('calls.grant')}: ${t('calls.fromTo', { from: money(call.minGrant), to: money(call.maxGrant) })}`,
    `${t('calls.share')}: ${upTo(call.maxShare)}`,
    ...(call.adminCap === null ? [] : [`${t('calls.field.adminCap')}: ${upTo(call.adminCap)}`]),
  ];
  return (
    <SummaryList
      items={[
        { label: t('calls.who'), value: call.eligibleForms.map((form) => t(`organisations.legalForm.${form as LegalForm}` as const)).join(', ') },
        { label: t('calls.howMuch'), value: <ul>{howMuch.map((line) => <li key={line}>{line}</li>)}</ul> },
        { label: t('calls.until'), value: <Deadline {...call.deadline} /> },
        { label: t('calls.task'), value: `${formatDay(call.taskFrom, lang)} – ${formatDay(call.taskTo, lang)}` },
        { label: t('calls.field.decisionBy'), value: formatDay(call.decisionBy, lang) },
        { label: t('calls.field.offersPerOrganisation'), value: call.offersPerOrganisation },
        { label: t('calls.number'), value: call.number },
      ]}
    />
  );
}
