import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

/** The proposal of a later deadline, with the outage that asks for it. */
export function ExtensionFields() {
  const t = useT();
  return (
    <Details summary={t('callLife.extend')}>
      <p>{t('callLife.extendHint')}</p>
      <PostForm intent="extend" formId="extend" className="stack">
        <DayField name="closesOn" legend={t('calls.field.closesOn')} />
        <Field name="closesTime" label={t('callLife.time')} defaultValue="15:00" width="short" />
        <Radios name="cause" legend={t('callLife.cause')} options={(['outage', 'other'] as const).map((value) => ({ value, label: t(`callLife.cause.${value}` as const) }))} />
        <DayField name="outageFromOn" legend={t('callLife.outageFrom')} />
        <Field name="outageFromTime" label={t('callLife.time')} width="short" optional />
        <DayField name="outageToOn" legend={t('callLife.outageTo')} />
        <Field name="outageToTime" label={t('callLife.time')} width="short" optional />
        <Field name="why" label={t('callLife.reason')} hint={t('callLife.reasonHint')} multiline maxLength={4000} lang="pl" />
        <Button>{t('callLife.propose')}</Button>
      </PostForm>
    </Details>
  );
}
