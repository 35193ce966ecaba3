import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';

export type Proposed = { id: string; organisation: string; status: 'proposed' | 'appointed' | 'rejected'; name: string | null; email: string | null; experience: string | null; reason: string | null };

/** One person an organisation proposed, and what became of it. */
export function ProposedPerson({ person: { organisation, status, name, email, experience, reason } }: { person: Proposed }) {
  const t = useT();
  return (
    <>
      <h3>{name ?? t('recruitment.forgotten')}</h3>
      <p className="hint"><span lang="pl">{organisation}</span>, {t(`recruitment.status.${status}` as const)}</p>
      {email ? <p><a href={`mailto:${email}`}>{email}</a></p> : null}
      {experience ? <OwnText lang="pl">{experience}</OwnText> : null}
      {reason ? <p>{t('recruitment.reason')}: <OwnText lang="pl" as="span">{reason}</OwnText></p> : null}
    </>
  );
}

/** Everybody whom organisations proposed; one at a time is decided, because two fields of a page cannot have one name. */
export function ProposedList({ people, mayDecide, chosen }: { people: readonly Proposed[]; mayDecide: boolean; chosen: string | undefined }) {
  const t = useT();
  return (
    <section className="stack" id="proposed">
      <h2>{t('recruitment.proposals')}</h2>
      {people.length === 0 ? <p>{t('recruitment.none')}</p> : null}
      {people.map((person) => {
        const name = person.name ?? '–';
        return (
          <article className="card stack" key={person.id}>
            <ProposedPerson person={person} />
            {mayDecide && person.status === 'proposed' && person.id !== chosen ? <p><a href={`?proposal=${person.id}#proposed`}>{t('recruitment.appoint', { name })}</a></p> : null}
            {mayDecide && person.id === chosen ? (
              <>
                <PostForm intent="accept" formId={`accept-${person.id}`}>
                  <input type="hidden" name="proposal" value={person.id} />
                  <Button>{t('recruitment.appoint', { name })}</Button>
                </PostForm>
                <PostForm intent="reject" formId={`reject-${person.id}`} className="stack">
                  <input type="hidden" name="proposal" value={person.id} />
                  <Field name="reason" label={t('recruitment.reason')} multiline rows={3} maxLength={2000} />
                  <Button tone="plain">{t('recruitment.reject', { name })}</Button>
                </PostForm>
              </>
            ) : null}
          </article>
        );
      })}
    </section>
  );
}
