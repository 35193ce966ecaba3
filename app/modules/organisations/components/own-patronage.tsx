import { useLang, useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { SearchBox } from '~/ui/search-box';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';
import type { LegalForm, PatronageSide, PatronageStatus } from '../content';
import type { PatronageStep } from '../rules-of-patronage';

type Shown = { id: string; status: PatronageStatus; scope: string; other: { name: string; slug: string }; ours: boolean; proposed: string; ended: string | null };

function stepsOf({ status, ours }: Shown): PatronageStep[] {
  if (status === 'active') return ['end'];
  if (status !== 'proposed') return [];
  return ours ? ['withdraw'] : ['accept', 'decline'];
}

/** One patronage as a member of either side sees it, with what they can do with it. */
export function PatronageCard({ patronage, mayAnswer }: { patronage: Shown; mayAnswer: boolean }) {
  const t = useT();
  const lang = useLang();
  const { id, status, scope, other, ours, proposed, ended } = patronage;
  const tone = status === 'active' ? 'good' : status === 'proposed' ? 'wait' : 'plain';
  return (
    <article className="card stack">
      <h3><a href={`/${lang}/organisations/${other.slug}`} lang="pl">{other.name}</a></h3>
      <p><Tag tone={tone}>{status === 'proposed' ? t(`groups.status.proposed.${ours ? 'ours' : 'theirs'}` as const) : t(`groups.status.${status}` as const)}</Tag></p>
      <OwnText lang="pl">{scope}</OwnText>
      <SummaryList items={[{ label: t('groups.own.since'), value: proposed }, ...(ended ? [{ label: t('groups.own.ended'), value: ended }] : [])]} />
      {mayAnswer ? (
        <div className="row">
          {stepsOf(patronage).map((step) => (
            <PostForm key={step} intent={step} formId={`${step}-${id}`}>
              <input type="hidden" name="patronageId" value={id} />
              <Button tone={step === 'accept' ? 'main' : 'plain'}>{t(`groups.${step}` as const)}<span className="visually-hidden">: {other.name}</span></Button>
            </PostForm>
          ))}
        </div>
      ) : null}
    </article>
  );
}

type Partner = { id: string; name: string; legalForm: LegalForm };

/** The search for the other side, and the words of the proposal. */
export function ProposePatronage({ action, side, q, partners }: { action: string; side: PatronageSide; q: string; partners: Partner[] }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t(`groups.search.${side}` as const)}</h2>
      <SearchBox action={action} label={t('groups.search.label')} button={t('groups.search.button')} defaultValue={q} />
      {partners.length === 0 ? <p>{t('groups.search.none')}</p> : (
        <PostForm intent="propose" formId="propose" className="stack">
          <Radios
            name="otherId" legend={t(`groups.choose.${side}` as const)}
            options={partners.map(({ id, name, legalForm }) => ({ value: id, label: <span lang="pl">{name}</span>, hint: t(`organisations.legalForm.${legalForm}` as const) }))}
          />
          <Field name="scope" label={t('groups.scope')} hint={t('groups.scope.hint')} multiline rows={4} maxLength={1000} />
          <Button>{t(`groups.propose.${side}` as const)}</Button>
        </PostForm>
      )}
    </section>
  );
}
