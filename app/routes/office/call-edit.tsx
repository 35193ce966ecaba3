import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { refuse } from '~/access/authorise';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { saveCall } from '~/modules/calls/commands.server';
import { CallFields } from '~/modules/calls/components/call-fields';
import { CallForm } from '~/modules/calls/forms';
import { getCall, listChecklist, listCriteria } from '~/modules/calls/queries.server';
import { readingsOf } from '~/modules/calls/readability';
import { legalRule } from '~/modules/programme/queries.server';
import { clockOf, dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'call.edit', do: { save: 'call.edit' } });
export const meta = titled('calls.edit');

export const loader = load(handle, async ({ context, params, url }) => {
  const { read } = context.db;
  const { id, closesAt, ...call } = await getCall(read, params.id ?? '');
  refuse(call.status === 'draft' ? null : 'wrongState');
  const [criteria, checklist, days] = await Promise.all([listCriteria(read, id), listChecklist(read, id), legalRule(read, 'CALL_21_DAYS', dayOf(context.now))]);
  return {
    id,
    days,
    version: call.version,
    readings: readingsOf(call),
    saved: url.searchParams.has('saved'),
    values: {
      title: call.title, titles: call.titles, summaries: call.summaries, easy: call.easy, targetGroups: call.targetGroups, districts: call.districts, taskArea: call.taskArea, form: call.form, budget: call.budget, yearBudgets: call.yearBudgets,
      minGrant: call.minGrant, maxGrant: call.maxGrant, maxShare: call.maxShare, adminCap: call.adminCap,
      offersPerOrganisation: call.offersPerOrganisation, eligibleForms: call.eligibleForms, partialFunding: call.partialFunding,
      rules: call.rules, conditions: call.conditions, taskFrom: call.taskFrom, taskTo: call.taskTo, closesOn: dayOf(closesAt),
      closesTime: clockOf(closesAt), procedure: call.procedure, decisionBy: call.decisionBy, previousTasks: call.previousTasks,
      committeeRecruitment: call.committeeRecruitment, threshold: call.threshold, minScores: call.minScores,
      correctionDays: call.correctionDays, budgetLine: call.budgetLine,
      criteria: criteria.map(({ key, max }) => ({ key, max })),
      correctable: checklist.filter(({ correctable }) => correctable).map(({ code }) => code),
    },
  };
});

export const action = act(handle, {
  save: doing(CallForm, async (context, input, { params, lang }) => {
    await saveCall(context, params.id ?? '', input);
    // Back to the fields: each now says how hard its text is to read.
    return `/${lang}/office/calls/${params.id}/edit?saved`;
  }),
});

/** The announcement of a call, while it is a draft. */
export default function CallEdit() {
  const { id, days, version, values, readings, saved } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: `/${lang}/office/calls/${id}`, label: values.title }]} />
      <h1>{t('calls.edit')}</h1>
      {saved ? <Notice tone="good"><p>{t('callLife.saved')}</p><p><a href={`/${lang}/office/calls/${id}`}>{t('callLife.savedBack')}</a></p></Notice> : null}
      <PostForm intent="save" className="stack section">
        <input type="hidden" name="version" value={version} />
        <CallFields days={days} values={values} readings={readings} />
        <Button>{t('calls.save')}</Button>
      </PostForm>
    </div>
  );
}
