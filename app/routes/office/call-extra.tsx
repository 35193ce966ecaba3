import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { questionKinds } from '~/modules/calls/content';
import { saveExtraQuestions } from '~/modules/calls/extra.server';
import { ExtraForm } from '~/modules/calls/forms-extra';
import { getCall } from '~/modules/calls/queries.server';
import { RuleViolation } from '~/shared/errors';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkbox, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'call.edit', do: { save: 'call.edit' } });
export const meta = titled('callLife.extra');

const blankRows = 2;

export const loader = load(handle, async ({ context, params }) => {
  const { id, title, status, extraQuestions } = await getCall(context.db.read, params.id ?? '');
  if (status !== 'draft') throw new RuleViolation('wrongState');
  return { id, title, questions: extraQuestions };
});

export const action = act(handle, {
  save: doing(ExtraForm, async (context, input, { params, lang }) => {
    await saveExtraQuestions(context, params.id ?? '', input);
    return `/${lang}/office/calls/${params.id}/extra`;
  }),
});

/** Questions this call adds to the statutory form. */
export default function CallExtra() {
  const { id, title, questions } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: title }]} />
      <h1>{t('callLife.extra')}</h1>
      <p>{t('callLife.extraHint')}</p>
      <PostForm intent="save" className="stack section">
        {Array.from({ length: questions.length + blankRows }, (_, i) => {
          const one = questions[i];
          const name = `questions[${i}]`;
          return (
            <fieldset className="card stack" key={i}>
              <legend>{t('callLife.extraNumber', { n: i + 1 })}</legend>
              <Field name={`${name}.label.pl`} label={`${t('callLife.question')}: ${languageNames.pl}`} defaultValue={one?.label.pl} maxLength={250} lang="pl" optional />
              <Select name={`${name}.kind`} label={t('callLife.extraKind')} defaultValue={one?.kind ?? 'text'} options={questionKinds.map((value) => ({ value, label: t(`callLife.extraKind.${value}` as const) }))} />
              <Checkbox name={`${name}.required`} label={t('callLife.extraRequired')} defaultChecked={one?.required ?? false} />
              <Field name={`${name}.help.pl`} label={`${t('callLife.extraHelp')}: ${languageNames.pl}`} defaultValue={one?.help.pl} maxLength={500} lang="pl" optional />
              <Field name={`${name}.options.pl`} label={`${t('callLife.extraOptions')}: ${languageNames.pl}`} hint={t('callLife.extraOptionsHint')} defaultValue={one?.options.map(({ pl }) => pl).join('\n')} multiline rows={3} lang="pl" optional />
              <Field name={`${name}.rows`} label={t('callLife.extraRows')} hint={t('callLife.extraRowsHint')} defaultValue={one?.rows} width="short" inputMode="numeric" optional />
              <Field name={`${name}.onlyIfQuestion`} label={t('callLife.extraOnlyIf')} defaultValue={one?.onlyIf?.key.slice(1)} width="short" inputMode="numeric" optional />
              <Field name={`${name}.onlyIfAnswer`} label={t('callLife.extraOnlyIfAnswer')} defaultValue={one?.onlyIf?.answer} width="medium" lang="pl" optional />
              <Details summary={t('attachments.languages')}>
                {languages.filter((other) => other !== 'pl').map((other) => (
                  <div className="stack" key={other}>
                    <Field name={`${name}.label.${other}`} label={`${t('callLife.question')}: ${languageNames[other]}`} defaultValue={one?.label[other]} maxLength={250} lang={other} optional />
                    <Field name={`${name}.help.${other}`} label={`${t('callLife.extraHelp')}: ${languageNames[other]}`} defaultValue={one?.help[other]} maxLength={500} lang={other} optional />
                    <Field name={`${name}.options.${other}`} label={`${t('callLife.extraOptions')}: ${languageNames[other]}`} defaultValue={one?.options.map((option) => option[other] ?? '').join('\n')} multiline rows={3} lang={other} optional />
                  </div>
                ))}
              </Details>
            </fieldset>
          );
        })}
        <Button>{t('callLife.extraSave')}</Button>
      </PostForm>
    </div>
  );
}
