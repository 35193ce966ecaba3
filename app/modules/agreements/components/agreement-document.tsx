import { useLang, useT } from '~/i18n/react';
import { amountInWordsPl, formatMoney, formatPercent, grosze, percentOf } from '~/shared/money';
import { formatNip, formatNrb } from '~/shared/identifiers';
import { formatDay } from '~/shared/time';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { Party } from '../content';

export type AgreementView = {
  title: string; callTitle: string; form: 'entrustment' | 'support'; amount: number; totalCost: number; startDate: string; endDate: string;
  account: string; party: Party; organisationRepresentatives: string; cityRepresentative: string; shiftLimit: number;
  orderNumber: string; orderDate: string; reportDays: number; returnDays: number;
  orgSignatures: string[]; signaturesNeeded: number; citySignature: string | null;
};

function numbersOf({ krs, nip, regon, register }: Party): string {
  return [krs ? `KRS ${krs}` : null, nip ? `NIP ${formatNip(nip)}` : null, regon ? `REGON ${regon}` : null, register].filter(Boolean).join(' · ');
}

/** The whole agreement in words: parties, amounts, clauses and signatures. */
export function AgreementDocument({ agreement }: { agreement: AgreementView }) {
  const t = useT();
  const lang = useLang();
  const { title, callTitle, form, amount, totalCost, startDate, endDate, account, party, shiftLimit } = agreement;
  const share = formatPercent(percentOf(grosze(amount), grosze(totalCost)), lang);
  const clauses = [
    t('agreements.clause.subject', { title, call: callTitle, form: t(`agreements.form.${form}` as const), order: agreement.orderNumber, day: formatDay(agreement.orderDate, lang) }),
    t('agreements.clause.period', { from: formatDay(startDate, lang), to: formatDay(endDate, lang) }),
    t('agreements.clause.money', { amount: formatMoney(amount, lang), total: formatMoney(totalCost, lang), share, account: formatNrb(account) }),
    t('agreements.clause.shifts', { percent: formatPercent(shiftLimit, lang) }),
    t('agreements.clause.records'),
    t('agreements.clause.information'),
    t('agreements.clause.inspection'),
    t('agreements.clause.report', { days: agreement.reportDays }),
    t('agreements.clause.return', { days: agreement.returnDays }),
    t('agreements.clause.assets'),
    t('agreements.clause.end'),
  ];
  return (
    <>
      <SummaryList
        items={[
          { label: t('agreements.task'), value: <OwnText lang="pl" as="span">{title}</OwnText> },
          { label: t('agreements.amount'), value: formatMoney(amount, lang) },
          { label: t('agreements.inWords'), value: <span lang="pl">{amountInWordsPl(amount)}</span> },
          { label: t('agreements.totalCost'), value: formatMoney(totalCost, lang) },
          { label: t('agreements.period'), value: `${formatDay(startDate, lang)} – ${formatDay(endDate, lang)}` },
        ]}
      />
      <h2>{t('agreements.parties')}</h2>
      <div className="grid">
        <div className="stack">
          <p><strong>{t('agreements.city')}</strong></p>
          <p>{t('agreements.representedBy', { who: agreement.cityRepresentative })}</p>
        </div>
        <div className="stack">
          <p><strong lang="pl">{party.name}</strong></p>
          <p>{[party.address, numbersOf(party)].filter(Boolean).join(' · ')}</p>
          <p>{t('agreements.representedBy', { who: agreement.organisationRepresentatives })}</p>
        </div>
      </div>
      <h2>{t('agreements.clauses')}</h2>
      <ol className="stack">{clauses.map((clause) => <li key={clause}>{clause}</li>)}</ol>
      <p className="hint">{t('agreements.binding')}</p>
      <h2>{t('agreements.signatures')}</h2>
      <SummaryList
        items={[
          { label: <span lang="pl">{party.name}</span>, value: <OrganisationSignatures signatures={agreement.orgSignatures} needed={agreement.signaturesNeeded} /> },
          { label: t('agreements.city'), value: agreement.citySignature ?? t('agreements.notSigned') },
        ]}
      />
    </>
  );
}

function OrganisationSignatures({ signatures, needed }: { signatures: string[]; needed: number }) {
  const t = useT();
  const missing = needed - signatures.length;
  return (
    <>
      {signatures.map((signature) => <div key={signature}>{signature}</div>)}
      {missing > 0 ? <div>{signatures.length === 0 && missing === 1 ? t('agreements.notSigned') : t('agreements.signaturesMissing', { n: missing })}</div> : null}
    </>
  );
}
