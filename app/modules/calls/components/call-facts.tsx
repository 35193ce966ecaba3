import { useLang, useT } from '~/i18n/react';
import type { LegalForm } from '~/modules/organisations/content';
import { formatMoney, formatPercent } from '~/shared/money';
import { formatDay, type Day } from '~/shared/time';
import { Deadline } from '~/ui/deadline';
import { SummaryList } from '~/ui/summary-list';

export type Moment = { absolute: string; relative?: string; iso: string };
export type Facts = {
  number: string; form: 'entrustment' | 'support'; partialFunding: boolean;
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
  return (
    <>
      <section className="stack">
        <h2>{t('calls.who')}</h2>
        <ul>
          {call.eligibleForms.map((form) => <li key={form}>{t(`organisations.legalForm.${form as LegalForm}` as const)}</li>)}
        </ul>
        <p>{t('calls.who.limit', { n: call.offersPerOrganisation })}</p>
        <p className="hint">{t('calls.who.informal')}</p>
      </section>
      <section className="stack">
        <h2>{t('calls.howMuch')}</h2>
        <SummaryList
          items={[
            { label: t('calls.pool'), value: money(call.budget) },
            { label: t('calls.grant'), value: t('calls.fromTo', { from: money(call.minGrant), to: money(call.maxGrant) }) },
            { label: t('calls.field.form'), value: t(`calls.form.${call.form}` as const) },
            { label: t('calls.share'), value: upTo(call.maxShare) },
            ...(call.adminCap === null ? [] : [{ label: t('calls.field.adminCap'), value: upTo(call.adminCap) }]),
          ]}
        />
        <p>{t(`calls.partial.${call.partialFunding ? 'yes' : 'no'}` as const)}</p>
      </section>
      <section className="stack">
        <h2>{t('calls.until')}</h2>
        <SummaryList
          items={[
            { label: t('calls.deadline'), value: <Deadline {...call.deadline} /> },
            { label: t('calls.field.decisionBy'), value: formatDay(call.decisionBy, lang) },
            { label: t('calls.task'), value: t('calls.fromTo', { from: formatDay(call.taskFrom, lang), to: formatDay(call.taskTo, lang) }) },
            { label: t('calls.number'), value: call.number },
          ]}
        />
        <p className="hint">{t('calls.until.clock')}</p>
      </section>
    </>
  );
}
