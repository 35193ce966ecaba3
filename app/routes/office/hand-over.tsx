import { useLoaderData } from '@remix-run/react';
import { actorId } from '~/access/actor';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { HandOverForm, HandOverStepForm } from '~/modules/organisations/forms-of-life';
import { confirmHandOver, listHandOvers, proposeHandOver, refuseHandOver } from '~/modules/organisations/hand-over.server';
import { getOrganisation, listMembers } from '~/modules/organisations/queries.server';
import { lastDayToObject, objectionDays, whyNotHandOver } from '~/modules/organisations/rules-of-life';
import { RuleViolation } from '~/shared/errors';
import { formatDay, formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'handOver.confirm', do: { propose: 'handOver.propose', confirm: 'handOver.confirm', refuse: 'handOver.confirm' } });
export const meta = titled('registry.handOver.title');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { db, actor, now } = context;
  const { id, name } = await getOrganisation(db.read, params.id ?? '');
  authorise(actor, 'handOver.confirm', { organisationId: id });
  const all = await listHandOvers(db.read, id);
  const running = all.find(({ status }) => status === 'proposed' || status === 'confirmed');
  return {
    id, name,
    owners: (await listMembers(db.read, id)).filter(({ role }) => role === 'owner').map(({ name: owner, email }) => ({ name: owner, email })),
    list: all.map(({ id: key, status, to, toEmail, reason, proposedAt, objectionsUntil, objection, endReason }) => ({
      key, status, to: `${to} (${toEmail})`, reason, objection, endReason, proposed: formatInstant(proposedAt, lang),
      until: objectionsUntil ? formatDay(lastDayToObject(objectionsUntil), lang) : null,
    })),
    running: running
      ? { id: running.id, mayConfirm: whyNotHandOver('confirm', running, now) === null && ![running.proposedBy, running.toPersonId].includes(actorId(actor) ?? '') }
      : null,
    mayPropose: !running && may(actor, 'handOver.propose', { organisationId: id }),
  };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/office/organisations/${params.id}/hand-over`;

export const action = act(handle, {
  propose: doing(HandOverForm, async (context, input, { params, lang }) => {
    await proposeHandOver(context, params.id ?? '', input);
    return here(lang, params);
  }),
  confirm: doing(HandOverStepForm, async (context, { handOverId }, { params, lang }) => {
    await confirmHandOver(context, handOverId);
    return here(lang, params);
  }),
  refuse: doing(HandOverStepForm, async (context, { handOverId, reason }, { params, lang }) => {
    if (!reason) throw new RuleViolation('required', 'reason');
    await refuseHandOver(context, handOverId, { reason });
    return here(lang, params);
  }),
});

/** Where officers find a new owner for an organisation whose owner is gone: one proposes, another confirms. */
export default function HandOver() {
  const { id, name, owners, list, running, mayPropose } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }, { href: `${office}/organisations`, label: t('organisations.officeTitle') }, { href: `${office}/organisations/${id}`, label: name }]} />
      <h1>{t('registry.handOver.title')}</h1>
      <p>{t('registry.handOver.lead', { n: objectionDays })}</p>
      <h2>{t('registry.handOver.owners')}</h2>
      <ul>{owners.map((owner) => <li key={owner.email}>{owner.name}, {owner.email}</li>)}</ul>
      {list.map(({ key, status, to, reason, proposed, until, objection, endReason }) => (
        <section className="card stack" key={key}>
          <h2>{t(`registry.handOver.status.${status}` as const)}</h2>
          <SummaryList
            items={[
              { label: t('registry.handOver.to'), value: to }, { label: t('registry.handOver.proposed'), value: proposed },
              { label: t('registry.reasonGiven'), value: <OwnText lang="pl" as="span">{reason}</OwnText> },
              ...(until ? [{ label: t('registry.handOver.untilLabel'), value: until }] : []),
              ...(objection ? [{ label: t('registry.handOver.objection'), value: <OwnText lang="pl" as="span">{objection}</OwnText> }] : []),
              ...(endReason ? [{ label: t('registry.handOver.endReason'), value: <OwnText lang="pl" as="span">{endReason}</OwnText> }] : []),
            ]}
          />
        </section>
      ))}
      {running?.mayConfirm ? (
        <PostForm intent="confirm" formId="confirm" className="stack">
          <input type="hidden" name="handOverId" value={running.id} />
          <Notice>{t('registry.handOver.confirmLead', { n: objectionDays })}</Notice>
          <Button>{t('registry.handOver.confirm')}</Button>
        </PostForm>
      ) : null}
      {running ? (
        <PostForm intent="refuse" formId="refuse" className="stack">
          <input type="hidden" name="handOverId" value={running.id} />
          <Field name="reason" label={t('registry.reason')} hint={t('registry.handOver.stopHint')} multiline rows={3} maxLength={2000} />
          <Button tone="plain">{t('registry.handOver.stop')}</Button>
        </PostForm>
      ) : null}
      {mayPropose ? (
        <PostForm intent="propose" formId="propose" className="card stack">
          <h2>{t('registry.handOver.propose')}</h2>
          <Field name="email" type="email" label={t('registry.handOver.email')} hint={t('registry.handOver.emailHint')} width="medium" />
          <Field name="reason" label={t('registry.reason')} hint={t('registry.handOver.reasonHint')} multiline rows={4} maxLength={2000} />
          <Button>{t('registry.handOver.propose')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
