import { useT } from '~/i18n/react';
import { Rows } from '~/modules/applications/components/rows';
import { Button } from '~/ui/button';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';
import type { Agreement, PublicCopy } from '../content';
import { StepFields } from './request-fields';

/** What an agreement on this request would begin with: its time, its schedule, its costs and the equipment asked for. */
export function proposedAgreement({ startDate = '', endDate = '', steps = [], contributions = [], requests = [] }: Partial<PublicCopy>): Agreement {
  const words = (rows: readonly { name: string }[]) => rows.map(({ name }) => name).join('\n');
  return {
    number: '', signedOn: '', startsOn: startDate, endsOn: endDate, residentsDo: words(contributions), cityDoes: words(requests), steps,
    costs: [...requests.map(({ id, name, value }) => ({ id: `city-${id}`, name, city: value, residents: 0 })), ...contributions.map(({ id, name, value }) => ({ id: `own-${id}`, name, city: 0, residents: value }))],
    lent: requests.filter(({ kind }) => kind === 'equipment').map(({ id, name }) => ({ id, name })),
  };
}

/** The agreement signed on paper, written down for everybody. */
export function AgreementFields({ agreement, version, button }: { agreement: Agreement; version: number; button: string }) {
  const t = useT();
  const { costs, lent } = agreement;
  return (
    <PostForm intent="agreement" formId="agreement" className="stack">
      <p className="hint">{t('localInitiatives.office.agreementHint')}</p>
      <Field name="number" label={t('localInitiatives.agreementNumber')} defaultValue={agreement.number} width="medium" />
      <DayField name="signedOn" legend={t('localInitiatives.signedOn')} defaultValue={agreement.signedOn} />
      <DayField name="startsOn" legend={t('localInitiatives.startsOn')} defaultValue={agreement.startsOn} />
      <DayField name="endsOn" legend={t('localInitiatives.endsOn')} defaultValue={agreement.endsOn} />
      <Field name="residentsDo" label={t('localInitiatives.residentsDo')} defaultValue={agreement.residentsDo} multiline rows={4} lang="pl" />
      <Field name="cityDoes" label={t('localInitiatives.cityDoes')} defaultValue={agreement.cityDoes} multiline rows={4} lang="pl" />
      <h3>{t('localInitiatives.part.steps')}</h3>
      <StepFields steps={agreement.steps} version={version} />
      <h3>{t('localInitiatives.costs')}</h3>
      <Rows name="costs" version={version} stored={costs}>
        {(i) => (
          <>
            <Field name={`costs[${i}].name`} label={t('localInitiatives.cost')} defaultValue={costs[i]?.name} lang="pl" />
            <MoneyField name={`costs[${i}].city`} label={t('localInitiatives.sum.city')} defaultValue={costs[i]?.city || undefined} optional />
            <MoneyField name={`costs[${i}].residents`} label={t('localInitiatives.sum.residents')} defaultValue={costs[i]?.residents || undefined} optional />
          </>
        )}
      </Rows>
      <h3>{t('localInitiatives.lent')}</h3>
      <Rows name="lent" version={version} stored={lent}>
        {(i) => <Field name={`lent[${i}].name`} label={t('localInitiatives.thing')} defaultValue={lent[i]?.name} lang="pl" />}
      </Rows>
      <Button>{button}</Button>
    </PostForm>
  );
}
