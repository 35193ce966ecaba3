import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { CorrigendumForm } from '~/modules/calls/forms-life';
import { AttachmentFields } from '~/modules/calls/components/attachment-fields';
import { percent, Points } from '~/modules/calls/components/call-fields';
import { YearBudgets } from '~/modules/calls/components/year-budgets';
import { getCall, listChecklist, listCriteria } from '~/modules/calls/queries.server';
import { checklistDefaults, isOpen } from '~/modules/calls/rules';
import { proposeCorrigendum } from '~/modules/calls/versions.server';
import { legalRule } from '~/modules/programme/queries.server';
import { RuleViolation } from '~/shared/errors';
import { clockOf, dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkboxes } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { MoneyField } from '~/ui/money-field';

export const handle = declare({ see: 'call.propose', do: { propose: 'call.propose' } });
export const meta = titled('callLife.correct');

export const loader = load(handle, async ({ context, params }) => {
  const { now, db: { read } } = context;
  const call = await getCall(read, params.id ?? '');
  if (!isOpen(call, now)) throw new RuleViolation('wrongState');
  const { id, title, budget, minGrant, maxGrant, rules, conditions, taskFrom, taskTo, procedure, decisionBy, previousTasks, committeeRecruitment, closesAt, maxShare, adminCap, yearBudgets, requiredAttachments } = call;
  const [criteria, checklist] = await Promise.all([listCriteria(read, id), listChecklist(read, id)]);
  return {
    id, days: await legalRule(read, 'CALL_21_DAYS', dayOf(now)),
    criteria: criteria.map(({ key, max }) => ({ key, max })),
    correctable: checklist.filter((item) => item.correctable).map(({ code }) => code),
    requiredAttachments,
    call: { maxShare, adminCap, yearBudgets, title, budget, minGrant, maxGrant, rules, conditions, taskFrom, taskTo, procedure, decisionBy, previousTasks, committeeRecruitment, closesOn: dayOf(closesAt), closesTime: clockOf(closesAt) },
  };
});

export const action = act(handle, {
  propose: doing(CorrigendumForm, async (context, input, { params, lang }) => {
    await proposeCorrigendum(context, params.id ?? '', input);
    return `/${lang}/office/calls/${params.id}/life`;
  }),
});

/** The announcement of an open call, to be corrected. */
export default function CallCorrigendum() {
  const { id, days, call, criteria, correctable, requiredAttachments } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const long = (name: 'rules' | 'conditions' | 'procedure' | 'previousTasks' | 'committeeRecruitment') => (
    <Field key={name} name={name} label={t(`calls.field.${name}` as const)} defaultValue={call[name]} multiline lang="pl" />
  );
  const day = (name: 'taskFrom' | 'taskTo' | 'decisionBy' | 'closesOn') => <DayField key={name} name={name} legend={t(`calls.field.${name}` as const)} defaultValue={call[name]} />;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: call.title }]} />
      <h1>{t('callLife.correct')}</h1>
      <p>{t('callLife.correctHint', { n: days })}</p>
      <PostForm intent="propose" className="stack section">
        <Field name="reason" label={t('callLife.reason')} hint={t('callLife.reasonHint')} multiline rows={3} maxLength={4000} lang="pl" />
        {day('closesOn')}
        <Field name="closesTime" label={t('calls.field.closesTime')} defaultValue={call.closesTime} width="short" />
        {day('decisionBy')}
        <Field name="title" label={t('calls.field.title')} defaultValue={call.title} maxLength={250} lang="pl" />
        {(['budget', 'minGrant', 'maxGrant'] as const).map((name) => <MoneyField key={name} name={name} label={t(`calls.field.${name}` as const)} defaultValue={call[name]} />)}
        <YearBudgets stored={call.yearBudgets} from={call.taskFrom} to={call.taskTo} />
        <Field name="maxShare" label={t('calls.field.maxShare')} hint={t('calls.hint.maxShare')} defaultValue={percent(call.maxShare)} suffix="%" inputMode="numeric" width="short" />
        <Field name="adminCap" label={t('calls.field.adminCap')} defaultValue={percent(call.adminCap)} suffix="%" inputMode="numeric" width="short" optional />
        {day('taskFrom')}
        {day('taskTo')}
        {(['rules', 'conditions', 'procedure', 'previousTasks', 'committeeRecruitment'] as const).map(long)}
        <Points values={{ criteria }} />
        <Checkboxes name="correctable" legend={t('calls.field.correctable')} defaultValue={correctable} options={checklistDefaults.map(({ code }) => ({ value: code, label: t(`calls.checklist.${code}` as const) }))} />
        <h2>{t('attachments.title')}</h2>
        <p className="hint">{t('attachments.whenHint')}</p>
        <AttachmentFields stored={requiredAttachments} />
        <Button>{t('callLife.propose')}</Button>
      </PostForm>
    </div>
  );
}
