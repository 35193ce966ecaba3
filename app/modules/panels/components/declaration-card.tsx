import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Checkbox, Checkboxes, Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';

export type Applicant = { id: string; title: string; organisation: string };

/** The declaration of impartiality, made before any offer can be read. */
export function DeclarationCard({ applicants }: { applicants: readonly Applicant[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('panels.declareTitle')}</h2>
      <p>{t('panels.declareLead')}</p>
      <PostForm intent="declare" formId="declare" className="stack">
        <Radios name="outcome" legend={t('panels.outcome')} options={(['none', 'declared'] as const).map((value) => ({ value, label: t(`panels.outcome.${value}` as const) }))} />
        <Checkboxes name="applicationIds" legend={t('panels.whichOffers')} options={applicants.map(({ id, title, organisation }) => ({ value: id, label: <span lang="pl">{organisation}</span>, hint: <span lang="pl">{title}</span> }))} />
        <Field name="reason" label={t('panels.reason')} multiline rows={3} optional />
        <Checkbox name="truthful" label={t('panels.truthful')} />
        <Button>{t('panels.declare')}</Button>
      </PostForm>
    </section>
  );
}
