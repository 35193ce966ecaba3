import { useLang, useT } from '~/i18n/react';
import { formatPercent, grosze, percentOf, plainAmount } from '~/shared/money';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Money } from '~/ui/money';
import { MoneyField } from '~/ui/money-field';
import { OwnText } from '~/ui/own-text';
import { yearKeys, type ByYear } from '../content';
import { shareByYear, type PartnerStatus, type YearCosts } from '../rules-of-partners';
import { YearAmounts } from './year-amounts';

/** What an organisation pays for and does in a joint offer. */
export function PartFields({ share, shareYears, tasks, years }: { share?: number; shareYears?: ByYear | null; tasks?: string; years: YearCosts }) {
  const t = useT();
  return (
    <>
      {years.length > 1
        ? <YearAmounts name="shareYears" legend={t('offers.partnerShare')} hint={t('joint.yearsHint')} years={years.map(({ year }) => year)} amounts={shareYears ?? undefined} />
        : <MoneyField name="share" label={t('offers.partnerShare')} defaultValue={share} />}
      <Field name="tasks" label={t('offers.partnerTasks')} multiline rows={3} defaultValue={tasks} />
    </>
  );
}

type Card = {
  organisationId: string; name: string; status: PartnerStatus; share: number; shareYears: ByYear | null; tasks: string; reason: string | null;
  /** Whether the reader belongs to this organisation, and may answer for it. */
  isTheirs: boolean; mayAnswer: boolean;
  /** The organisation that files the offer. */
  filer: string;
  /** What the whole task costs. */
  total: number;
  years: YearCosts;
  /** Where its part is changed, for those who write the offer; and whether it is being changed. */
  change?: string | undefined; changed: boolean;
};

/** One organisation that was asked: what it does, and what the reader can do about it. */
export function PartnerCard({ organisationId, name, status, share, shareYears, tasks, reason, isTheirs, mayAnswer, filer, total, years, change, changed }: Card) {
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
          <PartFields share={share} shareYears={shareYears} tasks={tasks} years={years} />
          <Button>{t('joint.changeSave')}</Button>
        </PostForm>
      ) : (
        <>
          <p><Money grosze={share} /> ({formatPercent(percentOf(grosze(share), grosze(total)), lang)})</p>
          {years.length > 1 ? <ul>{shareByYear({ share, shareYears }, years).map((amount, i) => <li key={i}>{t('budget.year', { n: i + 1, year: String(years[i]?.year) })}: <Money grosze={amount} /></li>)}</ul> : null}
          <OwnText lang="pl" as="div">{tasks}</OwnText>
        </>
      )}
      {reason ? <p>{t('joint.saidWhy', { reason })}</p> : null}
      {mayAnswer ? (
        <PostForm intent="answer" formId={organisationId} className="stack">
          {about}
          <input type="hidden" name="share" value={share} />
          {yearKeys.map((key) => (shareYears?.[key] ? <input key={key} type="hidden" name={`shareYears.${key}`} value={plainAmount(grosze(shareYears[key]))} /> : null))}
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
