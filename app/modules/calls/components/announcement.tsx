import type { ReactNode } from 'react';
import { useLang, useT } from '~/i18n/react';
import { scale, type ChecklistCode, type CriterionKey } from '~/modules/calls/rules';
import { formatMoney } from '~/shared/money';
import { formatDay, type Day } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Deadline } from '~/ui/deadline';
import { OwnText } from '~/ui/own-text';
import { Details } from '~/ui/details';
import type { AttachmentInWords } from '../rules-attachments';
import type { Moment } from './call-facts';
import { PublicationList, type Publication } from './publications';
import { taskAreaName } from './task-area';

type Criterion = { id: string; key: string; max: number };
type Item = { id: string; code: string; correctable: boolean };
type Announced = {
  title: string; taskArea: string; form: 'entrustment' | 'support'; budget: number; yearBudgets: readonly { year: number; amount: number }[]; taskFrom: Day; taskTo: Day; decisionBy: Day;
  rules: string; conditions: string; procedure: string; previousTasks: string; committeeRecruitment: string; deadline: Moment;
  attachments: readonly AttachmentInWords[];
};

/** Criteria with their points and the threshold. */
export function CriteriaTable({ criteria, threshold }: { criteria: Criterion[]; threshold: number }) {
  const t = useT();
  return (
    <>
      <DataTable
        caption={t('calls.field.criteria')}
        hideCaption
        columns={[{ key: 'name', label: t('calls.criterion'), rowHeader: true }, { key: 'max', label: t('calls.points'), numeric: true }]}
        rows={[
          ...criteria.map(({ id, key, max }) => ({ id, cells: { name: t(`calls.criterion.${key as CriterionKey}` as const), max } })),
          { id: 'total', line: true, cells: { name: t('calls.pointsTotal'), max: criteria.reduce((sum, { max }) => sum + max, 0) } },
        ]}
      />
      <p>{t('calls.thresholdHint', { threshold, scale })}</p>
    </>
  );
}

/** What the formal screening asks of every offer, and what of it can be corrected. */
export function Checklist({ items, correctionDays }: { items: Item[]; correctionDays: number }) {
  const t = useT();
  return (
    <section className="stack">
      <h2>{t('calls.checklist')}</h2>
      <Details summary={t('calls.checklistItems')}>
        <p>{t('calls.correctionDays', { n: correctionDays })}</p>
        <DataTable
          caption={t('calls.checklist')}
          hideCaption
          columns={[{ key: 'item', label: t('calls.checklistItem'), rowHeader: true }, { key: 'correctable', label: t('calls.correctable') }]}
          rows={items.map(({ id, code, correctable }) => ({
            id,
            cells: { item: t(`calls.checklist.${code as ChecklistCode}` as const), correctable: t(`calls.correctable.${correctable ? 'yes' : 'no'}` as const) },
          }))}
        />
      </Details>
    </section>
  );
}

/** The attachments as the announcement names them on paper: in Polish, one after another. */
function AttachmentLines({ attachments }: { attachments: readonly AttachmentInWords[] }) {
  const t = useT();
  return <ol className="bullets">{attachments.map(({ key, polish, when }) => <li key={key}><span lang="pl">{polish}</span> – {t(`attachments.when.${when}` as const)}</li>)}</ol>;
}

/** The announcement with the seven items of art. 13(2), in the binding Polish words of the City. */
export function Announcement({ call }: { call: Announced }) {
  const t = useT();
  const lang = useLang();
  const own = (words: string) => (words ? <OwnText lang="pl">{words}</OwnText> : null);
  const items: [heading: string, body: ReactNode][] = [
    [t('calls.item.1'), <>{own(call.title)}<p>{taskAreaName(t, call.taskArea)} · {t(`calls.form.${call.form}` as const)}</p></>],
    [t('calls.item.2'), <><p>{formatMoney(call.budget, lang)}</p>{call.yearBudgets.map(({ year, amount }) => <p key={year}>{t('budget.inYear', { year: String(year), amount: formatMoney(amount, lang) })}</p>)}</>],
    [t('calls.item.3'), own(call.rules)],
    [t('calls.item.4'), <><p>{t('calls.fromTo', { from: formatDay(call.taskFrom, lang), to: formatDay(call.taskTo, lang) })}</p>{own(call.conditions)}</>],
    ...(call.attachments.length > 0 ? [[t('attachments.title'), <AttachmentLines key="attachments" attachments={call.attachments} />] satisfies [string, ReactNode]] : []),
    [t('calls.item.5'), <p><Deadline absolute={call.deadline.absolute} iso={call.deadline.iso} /></p>],
    [t('calls.item.6'), <>{own(call.procedure)}<p>{t('calls.field.decisionBy')}: {formatDay(call.decisionBy, lang)}</p></>],
    [t('calls.item.7'), own(call.previousTasks)],
    [t('calls.field.committeeRecruitment'), own(call.committeeRecruitment)],
  ];
  return (
    <section className="stack">
      <h2>{t('calls.announcement')}</h2>
      {items.map(([heading, body]) => (
        <div className="stack" key={heading}>
          <h3>{heading}</h3>
          {body}
        </div>
      ))}
    </section>
  );
}

/** The order and the places where the announcement hangs. */
export function Publications({ order, publications }: { order: { number: string; date: string } | null; publications: Publication[] }) {
  const t = useT();
  const lang = useLang();
  if (publications.length === 0 && !order) return null;
  return (
    <section className="stack">
      <h2>{t('calls.published')}</h2>
      {order ? <p>{t('calls.order', { number: order.number, day: formatDay(order.date, lang) })}</p> : null}
      <PublicationList publications={publications} />
    </section>
  );
}
