import { languageNames, languages } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { Checkbox, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { useFieldId, useFormState, useTyped, valueAt } from '~/ui/form';
import { attachmentConditions, mostAttachments, type RequiredAttachment } from '../content';

const blankRows = 2;

/** The attachments of a call, to be written: a name in Polish first, when each is wanted, and the other languages folded away. */
export function AttachmentFields({ stored }: { stored: readonly RequiredAttachment[] }) {
  const t = useT();
  const { error } = useTyped('requiredAttachments');
  const typed = valueAt(useFormState()?.values, 'requiredAttachments');
  const rows = Math.min(mostAttachments, Math.max(stored.length + blankRows, Array.isArray(typed) ? typed.length : 0));
  return (
    <div className="stack" id={useFieldId('requiredAttachments')}>
      {error ? <p className="error">{error}</p> : null}
      {Array.from({ length: rows }, (_, i) => {
        const one = stored[i];
        const name = `requiredAttachments[${i}]`;
        return (
          <fieldset className="card stack" key={i}>
            <legend>{t('attachments.number', { n: i + 1 })}</legend>
            <input type="hidden" name={`${name}.key`} value={one?.key ?? ''} />
            <Field name={`${name}.name.pl`} label={`${t('attachments.name')}: ${languageNames.pl}`} defaultValue={one?.name.pl} maxLength={250} lang="pl" optional={!one} />
            <Select name={`${name}.when`} label={t('attachments.when')} defaultValue={one?.when ?? 'always'} options={attachmentConditions.map((value) => ({ value, label: t(`attachments.when.${value}` as const) }))} />
            <Field name={`${name}.help.pl`} label={`${t('callLife.extraHelp')}: ${languageNames.pl}`} defaultValue={one?.help.pl} maxLength={500} lang="pl" optional />
            <Details summary={t('attachments.languages')}>
              {languages.filter((other) => other !== 'pl').map((other) => (
                <div className="stack" key={other}>
                  <Field name={`${name}.name.${other}`} label={`${t('attachments.name')}: ${languageNames[other]}`} defaultValue={one?.name[other]} maxLength={250} lang={other} optional />
                  <Field name={`${name}.help.${other}`} label={`${t('callLife.extraHelp')}: ${languageNames[other]}`} defaultValue={one?.help[other]} maxLength={500} lang={other} optional />
                </div>
              ))}
            </Details>
            {one ? <Checkbox name={`${name}.remove`} label={t('attachments.remove')} /> : null}
          </fieldset>
        );
      })}
    </div>
  );
}
