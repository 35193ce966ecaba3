import { languageNames, languages, type Lang } from '~/i18n/messages';
import { useT } from '~/i18n/react';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';

export type ConsultationValues = {
  titles: Record<Lang, string>; questions: Record<Lang, string>; backgrounds: Record<Lang, string>;
  opensOn: string; opensTime: string; closesOn: string; closesTime: string;
};

/** A consultation as the officer writes it: when, and in each language what and why. */
export function ConsultationFields({ values }: { values?: ConsultationValues }) {
  const t = useT();
  return (
    <>
      <DayField name="opensOn" legend={t('consultations.field.opensOn')} defaultValue={values?.opensOn} />
      <Field name="opensTime" label={t('consultations.field.opensTime')} defaultValue={values?.opensTime ?? '08:00'} width="short" />
      <DayField name="closesOn" legend={t('consultations.field.closesOn')} defaultValue={values?.closesOn} />
      <Field name="closesTime" label={t('consultations.field.closesTime')} defaultValue={values?.closesTime ?? '15:00'} width="short" />
      {languages.map((lang) => (
        <section className="card stack" key={lang}>
          <h2 lang={lang}>{languageNames[lang]}</h2>
          <Field name={`titles.${lang}`} label={t('consultations.field.title')} lang={lang} defaultValue={values?.titles[lang]} />
          <Field name={`questions.${lang}`} label={t('consultations.field.question')} lang={lang} multiline rows={3} defaultValue={values?.questions[lang]} />
          <Field name={`backgrounds.${lang}`} label={t('consultations.field.background')} lang={lang} multiline defaultValue={values?.backgrounds[lang]} />
        </section>
      ))}
    </>
  );
}
