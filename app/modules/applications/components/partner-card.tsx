import { useLang, useT } from '~/i18n/react';
import { formatPercent, grosze, percentOf } from '~/shared/money';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Money } from '~/ui/money';
import { MoneyField } from '~/ui/money-field';
import { OwnText } from '~/ui/own-text';
import type { PartnerStatus } from '../rules-of-partners';

/** What an organisation pays for and does in a joint offer. */
export function PartFields({ share, tasks }: { share?: number; tasks?: string }) {
  const t = useT();
  return (
    <>
      <MoneyField name="share" label={t('offers.partnerShare')} defaultValue={share} />
      <Field name="tasks" label={t('offers.partnerTasks')} multiline rows={3} defaultValue={tasks} />
    </>
  );
}

type Card = {
  organisationId: string; name: string; status: PartnerStatus; share: number; tasks: string; reason: string | null;
  /** Whether the reader belongs to this organisation, and may answer for it. */
  isTheirs: boolean; mayAnswer: boolean;
  /** The organisation that files the offer. */
  filer: string;
  /** What the whole task costs. */
  total: number;
  /** Where its part is changed, for those who write the offer; and whether it is being changed. */
  change?: string | undefined; changed: boolean;
};

/** One organisation that was asked: what it does, and what the reader can do about it. */
export function PartnerCard({ organisationId, name, status, share, tasks, reason, isTheirs, mayAnswer, filer, total, change, changed }: Card) {
  const t = useT();
  const lang = useLang();
  const about = <input type="hidden" name="organisationId" value={organisationId} />;
  return (
    <section id={changed ? 'part' : undefined} className="card stack" aria-labelledby={`p-${organisationId}`}>
      <h2 id={`p-${organisationId}`}>{changed ? t('joint.changeTitle', { name }) : isTheirs ? t('joint.yours', { name }) : <span lang="pl">{name}</span>}</h2>
      {changed ? (
        <PostForm intent="invite" formId="change" className="stack">
          {about}
          <p className="hint">{t('joint.changeHint')}</p>
          <PartFields share={share} tasks={tasks} />
          <Button>{t('joint.changeSave')}</Button>
        </PostForm>
      ) : (
        <>
          <p><Money grosze={share} /> ({formatPercent(percentOf(grosze(share), grosze(total)), lang)})</p>
          <OwnText lang="pl" as="div">{tasks}</OwnText>
        </>
      )}
      {reason ? <p>{t('joint.saidWhy', { reason })}</p> : null}
      {mayAnswer ? (
        <PostForm intent="answer" formId={organisationId} className="stack">
          {about}
          <input type="hidden" name="share" value={share} />
          <Field name="reason" label={t('joint.reason')} hint={t('joint.reasonHint', { filer })} multiline rows={2} optional />
          <p className="row">
            {status === 'invited' ? (
              <>
                <Button name="answer" value="accepted">{t('offers.partnerAccept')}</Button>
                <Button tone="plain" name="answer" value="declined">{t('offers.partnerDecline')}</Button>
              </>
            ) : <Button tone="plain" name="answer" value="withdrawn">{t('joint.takeBack')}</Button>}
          </p>
        </PostForm>
      ) : isTheirs && status === 'invited' ? <p className="hint">{t('joint.answers', { name })}</p> : null}
      {change && !changed ? (
        <div className="row">
          <a href={change}>{t('joint.change')}<span className="visually-hidden">: {name}</span></a>
          <PostForm intent="remove" formId={`remove-${organisationId}`}>
            {about}
            <Button tone="plain">{t('offers.partnerRemove')}<span className="visually-hidden">: {name}</span></Button>
          </PostForm>
        </div>
      ) : null}
    </section>
  );
}
