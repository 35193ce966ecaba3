import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { formatDay } from '~/shared/time';
import type { LinkedFile } from '~/ui/file-link';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';
import type { OfferContent, OfferSection } from '../content';
import { yearSums } from '../rules-of-budget';
import type { Slot } from '../rules-of-slots';
import type { Original } from '../rules-of-words';
import { ExtraAnswers } from './extra-answers';
import { JointOfferors, JointTasks, SplitTable, type JointOfferor } from './joint-offerors';
import { OriginalBeside } from './original';
import { CostTable, GrantYears, ResultsTable, ScheduleTables, SourcesTable } from './offer-tables';
import { AttachedFiles } from './slots';

/** What part II.1 of the form says of the organisation; empty lines are left out. */
export type OfferorLine = { name: string; legalForm?: string; lines: readonly string[] };

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="stack">
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function Piece({ title, text, original }: { title: string; text: string | undefined; original?: Original | undefined }) {
  const t = useT();
  return (
    <>
      <h3>{title}</h3>
      {text ? <OwnText lang="pl" as="div">{text}</OwnText> : <p className="hint">{t('screening.offer.missing')}</p>}
      <OriginalBeside original={original} />
    </>
  );
}

type Changeable = { base: string; sections: readonly OfferSection[] };

/** The way to write in a section again, where that is allowed. */
function Change({ section, changeable }: { section: OfferSection; changeable: Changeable | undefined }) {
  const t = useT();
  if (!changeable?.sections.includes(section)) return null;
  return <p className="change"><a href={`${changeable.base}/section/${section}`}>{t('ui.change')}<span className="visually-hidden">: {t(`applications.section.${section}` as const)}</span></a></p>;
}

type OfferViewProps = {
  content: OfferContent;
  call: { title: string };
  offeror: OfferorLine;
  /** Those who make the offer with it (art. 14(2)); in a draft also those who have not answered. */
  partners?: readonly JointOfferor[];
  /** For readers who judge the offer and need no person's name or telephone. */
  withoutPersons?: boolean;
  sums: { total: number };
  /** Names of attached files with the way to each. */
  files?: readonly LinkedFile[];
  /** The attachments of the call with the files that are them. */
  slots?: readonly Slot[];
  /** Where the offer is changed, for those who may write in these sections. */
  changeable?: Changeable | undefined;
};

/** A whole offer to read, part by part as on the official form (annex 1), each part with its own address on the page. */
export function OfferView({ content, call, offeror, partners = [], withoutPersons, sums, files = [], slots = [], changeable }: OfferViewProps) {
  const t = useT();
  const lang = useLang();
  const { contact, task, schedule, results, profile, budget, other, declarations } = content;
  const yesNo = (value: boolean | undefined) => (value === undefined ? t('screening.offer.missing') : t(value ? 'screening.answer.yes' : 'screening.answer.no'));
  const arrears = (value: 'yes' | 'no' | undefined) => yesNo(value === undefined ? undefined : value === 'yes');
  const parts = [
    ['basic', t('screening.offer.basic')], ['contact', t('screening.offer.offeror')], ['task', t('screening.offer.task')],
    ['profile', t('screening.offer.profile')], ['budget', t('screening.offer.budget')], ['other', t('screening.offer.other')],
    ['declarations', t('screening.offer.declarations')], ['attachments', t('screening.offer.attachments')],
  ] as const;
  return (
    <div className="stack">
      <nav aria-label={t('screening.offer.contents')}>
        <ol className="plain">
          {parts.map(([id, title]) => <li key={id}><a href={`#offer-${id}`}>{title}</a></li>)}
        </ol>
      </nav>
      <Part id="offer-basic" title={t('screening.offer.basic')}>
        <SummaryList items={[
          { label: t('screening.offer.addressee'), value: t('screening.offer.mayor') },
          { label: t('screening.offer.taskKind'), value: <OwnText lang="pl" as="span">{call.title}</OwnText> },
        ]} />
      </Part>
      <Part id="offer-contact" title={t('screening.offer.offeror')}>
        <h3>{t('screening.offer.offerorData')}</h3>
        <JointOfferors offeror={offeror} partners={partners} />
        {withoutPersons ? null : <Piece title={t('screening.offer.contact')} text={contact && [contact.name, contact.phone, contact.email].filter(Boolean).join('\n')} />}
        <Change section="contact" changeable={changeable} />
      </Part>
      <Part id="offer-task" title={t('screening.offer.task')}>
        <Change section="task" changeable={changeable} />
        <Piece title={t('screening.offer.title')} text={task?.title} />
        <Piece title={t('screening.offer.term')} text={task?.startDate && task.endDate ? `${formatDay(task.startDate, lang)} – ${formatDay(task.endDate, lang)}` : undefined} />
        <Piece title={t('screening.offer.synthesis')} text={task?.synthesis} original={task?.words?.synthesis} />
        <Piece title={t('screening.offer.districts')} text={task?.districts.map(districtName).join(', ')} />
        <h3 id="offer-schedule">{t('screening.offer.schedule')}</h3>
        <Change section="schedule" changeable={changeable} />
        <ScheduleTables actions={schedule?.actions ?? []} />
        <div id="offer-results" className="stack">
          <Change section="results" changeable={changeable} />
          <Piece title={t('screening.offer.resultsText')} text={results?.text} original={results?.words?.text} />
          <ResultsTable results={results?.results ?? []} />
        </div>
      </Part>
      <Part id="offer-profile" title={t('screening.offer.profile')}>
        <Change section="profile" changeable={changeable} />
        <Piece title={t('screening.offer.experience')} text={profile?.experience} original={profile?.words?.experience} />
        <Piece title={t('screening.offer.resources')} text={profile?.resources} original={profile?.words?.resources} />
      </Part>
      <Part id="offer-budget" title={t('screening.offer.budget')}>
        <Change section="budget" changeable={changeable} />
        {budget ? (
          <>
            <CostTable content={content} total={sums.total} />
            <SourcesTable sources={budget.sources} total={sums.total} />
            <GrantYears content={content} />
          </>
        ) : <p className="hint">{t('screening.offer.missing')}</p>}
        {partners.length > 0 ? <SplitTable own={offeror.name} partners={partners.map(({ offeror: { name }, ...said }) => ({ name, ...said }))} total={sums.total} years={yearSums(content)} /> : null}
      </Part>
      <Part id="offer-other" title={t('screening.offer.other')}>
        <Change section="other" changeable={changeable} />
        <SummaryList items={[{ label: t('screening.offer.paid'), value: yesNo(other?.paid) }]} />
        {partners.length > 0 ? <JointTasks own={offeror.name} partners={partners} /> : null}
        {other?.information ? <OwnText lang="pl" as="div">{other.information}</OwnText> : null}
        <OriginalBeside original={other?.words?.information} />
      </Part>
      {content.extra && content.extra.answers.length > 0 ? (
        <Part id="offer-extra" title={t('screening.section.extra')}>
          <Change section="extra" changeable={changeable} />
          <ExtraAnswers answers={content.extra.answers} />
        </Part>
      ) : null}
      <Part id="offer-declarations" title={t('screening.offer.declarations')}>
        <Change section="declarations" changeable={changeable} />
        <SummaryList items={[
          { label: t('screening.offer.withinStatute'), value: yesNo(declarations?.withinStatute) },
          { label: t('screening.offer.feesOnlyPaid'), value: yesNo(declarations?.feesOnlyPaid) },
          { label: t('screening.offer.taxArrears'), value: arrears(declarations?.taxArrears) },
          { label: t('screening.offer.insuranceArrears'), value: arrears(declarations?.insuranceArrears) },
          { label: t('screening.offer.dataAgrees'), value: yesNo(declarations?.dataAgrees) },
          { label: t('screening.offer.allTrue'), value: yesNo(declarations?.allTrue) },
          { label: t('screening.offer.dataProtection'), value: yesNo(declarations?.dataProtection) },
        ]} />
      </Part>
      <Part id="offer-attachments" title={t('screening.offer.attachments')}>
        <Change section="attachments" changeable={changeable} />
        <AttachedFiles slots={slots} files={files} content={content} />
      </Part>
    </div>
  );
}
