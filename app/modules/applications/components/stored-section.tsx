import { useLang, useT } from '~/i18n/react';
import { districtName } from '~/modules/programme/lists';
import { formatDay } from '~/shared/time';
import { OwnText } from '~/ui/own-text';
import type { OfferContent, OfferSection } from '../content';
import { budgetSums } from '../rules-of-budget';
import { ExtraAnswers } from './extra-answers';
import { OriginalBeside } from './original';
import { CostTable, GrantYears, ResultsTable, ScheduleTables, SourcesTable } from './offer-tables';

/** What somebody else saved in this section meanwhile, to compare with what was typed. */
export function StoredSection({ section, content }: { section: OfferSection; content: OfferContent }) {
  const t = useT();
  const lang = useLang();
  const actions = content.schedule?.actions ?? [];
  const { contact, task, results, profile, budget, other, declarations, attachments } = content;
  const answer = (value: boolean | 'yes' | 'no' | undefined) => t(value === true || value === 'yes' ? 'applications.yes' : 'applications.no');
  const texts = (...parts: (string | undefined)[]) => parts.map((text, i) => (text ? <OwnText key={i} lang="pl">{text}</OwnText> : null));
  switch (section) {
    case 'contact':
      return <>{texts(contact?.name, contact?.phone, contact?.email)}</>;
    case 'task':
      return (
        <>
          {texts(task?.title, task?.synthesis)}<OriginalBeside original={task?.words?.synthesis} />{texts( task?.districts.map(districtName).join(', '))}
          <p>{[task?.startDate, task?.endDate].map((day) => (day ? formatDay(day, lang) : '–')).join(' – ')}</p>
          <p>{task?.targetGroups.map((group) => t(`programme.targetGroup.${group}` as 'programme.targetGroup.forced_migrant')).join(', ')}</p>
        </>
      );
    case 'schedule':
      return <ScheduleTables actions={actions} />;
    case 'results':
      return <>{texts(results?.text)}<OriginalBeside original={results?.words?.text} /><ResultsTable results={results?.results ?? []} /></>;
    case 'profile':
      return <>{texts(profile?.experience)}<OriginalBeside original={profile?.words?.experience} />{texts(profile?.resources)}<OriginalBeside original={profile?.words?.resources} /></>;
    case 'budget':
      return budget ? (
        <>
          <CostTable content={content} total={budgetSums(budget).total} />
          <SourcesTable sources={budget.sources} total={budgetSums(budget).total} />
          <GrantYears content={content} />
        </>
      ) : null;
    case 'other':
      return <><p>{t('applications.field.paid')} {answer(other?.paid)}</p>{texts(other?.information)}<OriginalBeside original={other?.words?.information} /></>;
    case 'declarations': {
      const names = ['withinStatute', 'feesOnlyPaid', 'taxArrears', 'insuranceArrears', 'dataAgrees', 'allTrue', 'dataProtection'] as const;
      return <ul>{names.map((name) => <li key={name}>{t(`applications.declare.${name}` as const)} {answer(declarations?.[name])}</li>)}</ul>;
    }
    case 'extra':
      return <ExtraAnswers answers={content.extra?.answers ?? []} />;
    case 'attachments':
      return (
        <>
          {(attachments?.reasons ?? []).map(({ id, name, reason }) => <div key={id}><p>{t('attachments.because', { name })}</p><OwnText lang="pl">{reason}</OwnText></div>)}
          <p>{t('applications.attachmentsDone')} {answer(attachments?.none)}</p>
        </>
      );
  }
}
