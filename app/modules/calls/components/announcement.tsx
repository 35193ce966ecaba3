import { useLang, useT } from '~/i18n/react';
import { scale, type ChecklistCode, type CriterionKey, type PublicationPlace } from '~/modules/calls/rules';
import { formatMoney } from '~/shared/money';
import { formatDay } from '~/shared/time';
import { DataTable } from '~/ui/data-table';
import { Deadline } from '~/ui/deadline';
import { OwnText } from '~/ui/own-text';
import { Details } from '~/ui/details';
import type { Moment } from './call-facts';
import { taskAreaName } from './task-area';

type Criterion = { id: string; key: string; max: number };
type Item = { id: string; code: string; correctable: boolean };
type Announced = {
  title: string; taskArea: string; form: 'entrustment' | 'support'; budget: number; partialFunding: boolean; threshold: number;
  rules: string; conditions: string; procedure: string; previousTasks: string; committeeRecruitment: string; deadline: Moment;
};

/** Criteria with their points and the threshold. */
export function CriteriaTable({ criteria, threshold }: { criteria: Criterion[]; threshold: number }) {
  const t = useT();
  return (
    <>
      <DataTable
        caption={t('calls.field.criteria')}
        columns={[{ key: 'name', label: t('calls.criterion'), rowHeader: true }, { key: 'max', label: t('calls.points'), numeric: true }]}
        rows={criteria.map(({ id, key, max }) => ({ id, cells: { name: t(`calls.criterion.${key as CriterionKey}` as const), max } }))}
      />
      <p>{t('calls.thresholdHint', { threshold, scale })}</p>
    </>
  );
}

/** What the formal screening asks of every offer. */
export function Checklist({ items }: { items: Item[] }) {
  const t = useT();
  return (
    <Details summary={t('calls.checklist')}>
      <ol>
        {items.map(({ id, code, correctable }) => (
          <li key={id}>
            {t(`calls.checklist.${code as ChecklistCode}` as const)}
            {correctable ? <span className="hint"> ({t('calls.correctable.yes')})</span> : null}
          </li>
        ))}
      </ol>
    </Details>
  );
}

/** The announcement with the seven items of art. 13(2), in the binding Polish words of the City. */
export function Announcement({ call, criteria }: { call: Announced; criteria: Criterion[] }) {
  const t = useT();
  const lang = useLang();
  const text = (words: string) => (words ? <OwnText lang="pl">{words}</OwnText> : null);
  return (
    <section className="stack">
      <h2>{t('calls.announcement')}</h2>
      <h3>{t('calls.item.1')}</h3>
      <p><OwnText lang="pl" as="span">{call.title}</OwnText> · {taskAreaName(t, call.taskArea)} · {t(`calls.form.${call.form}` as const)}</p>
      <h3>{t('calls.item.2')}</h3>
      <p>{formatMoney(call.budget, lang)}</p>
      <h3>{t('calls.item.3')}</h3>
      {text(call.rules)}
      <p>{t(`calls.partial.${call.partialFunding ? 'yes' : 'no'}` as const)}</p>
      <h3>{t('calls.item.4')}</h3>
      {text(call.conditions)}
      <h3>{t('calls.item.5')}</h3>
      <p><Deadline absolute={call.deadline.absolute} iso={call.deadline.iso} /></p>
      <h3>{t('calls.item.6')}</h3>
      {text(call.procedure)}
      <CriteriaTable criteria={criteria} threshold={call.threshold} />
      <h3>{t('calls.item.7')}</h3>
      {text(call.previousTasks)}
      <h3>{t('calls.field.committeeRecruitment')}</h3>
      {text(call.committeeRecruitment)}
    </section>
  );
}

type Publication = { place: PublicationPlace; publishedOn: string; reference: string };

/** The order and the places where the announcement hangs. */
export function Publications({ order, publications }: { order: { number: string; date: string } | null; publications: Publication[] }) {
  const t = useT();
  const lang = useLang();
  if (publications.length === 0 && !order) return null;
  return (
    <section className="stack">
      <h2>{t('calls.published')}</h2>
      {order ? <p>{t('calls.order', { number: order.number, day: formatDay(order.date, lang) })}</p> : null}
      <ul>
        {publications.map(({ place, publishedOn, reference }) => (
          <li key={place}>
            {t(`calls.place.${place}` as const)}: {formatDay(publishedOn, lang)}, <OwnText lang="pl" as="span">{reference}</OwnText>
          </li>
        ))}
      </ul>
    </section>
  );
}
