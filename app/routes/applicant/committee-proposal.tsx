import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { getPublicCall } from '~/modules/calls/queries.server';
import { listOrganisationsOf } from '~/modules/organisations/queries.server';
import { ProposedPerson } from '~/modules/panels/components/proposed';
import { RecruitmentView } from '~/modules/panels/components/recruitment';
import { ProposalForm } from '~/modules/panels/forms-recruitment';
import { findRecruitment, listProposed, proposeMember } from '~/modules/panels/recruitment.server';
import { NotFound } from '~/shared/errors';
import { dayOf } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkbox, Select } from '~/ui/choices';
import { Field } from '~/ui/field';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'desk.read', do: { propose: 'panel.propose' } });
export const meta = titled('recruitment.propose');

export const loader = load(handle, async ({ context, params }) => {
  const { actor, now, db: { read } } = context;
  const call = await getPublicCall(read, params.slug ?? '');
  const recruitment = await findRecruitment(read, call.id);
  if (!recruitment) throw new NotFound('recruitment');
  const mine = (actor.kind === 'person' ? await listOrganisationsOf(read, actor.id) : []).filter(({ id }) => may(actor, 'panel.propose', { organisationId: id }));
  const proposed = mine.length > 0 ? await listProposed(read, call.id, mine.map(({ id }) => id)) : [];
  const today = dayOf(now);
  return {
    slug: call.slug, title: call.title, recruitment, today, proposed,
    open: today <= recruitment.until && ['open', 'closed'].includes(call.status),
    able: mine.filter(({ id, status }) => status === 'verified' && !proposed.some(({ organisationId }) => organisationId === id)).map(({ id, name }) => ({ value: id, label: name })),
  };
});

export const action = act(handle, {
  propose: doing(ProposalForm, async (context, input, { params, lang }) => {
    const { id, slug } = await getPublicCall(context.db.read, params.slug ?? '');
    await proposeMember(context, id, input);
    return `/${lang}/calls/${slug}/committee`;
  }),
});

/** An organisation points a person out for the committee of a call, and reads what became of it. */
export default function CommitteeProposal() {
  const { slug, title, recruitment, today, proposed, open, able } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('calls.title') }, { href: `/${lang}/calls/${slug}`, label: title }]} />
      <h1>{t('recruitment.propose')}</h1>
      <RecruitmentView recruitment={recruitment} today={today} />
      {proposed.map((person) => <section className="card stack" key={person.id}><ProposedPerson person={person} /></section>)}
      {open && able.length === 0 && proposed.length === 0 ? <Notice>{t('recruitment.noOrganisation')}</Notice> : null}
      {open && able.length > 0 ? (
        <PostForm intent="propose" className="stack">
          <Select name="organisationId" label={t('recruitment.organisation')} options={able} defaultValue={able.length === 1 ? able[0]?.value : undefined} />
          <Field name="name" label={t('recruitment.name')} width="medium" maxLength={120} />
          <Field name="email" type="email" label={t('recruitment.email')} hint={t('recruitment.emailHint')} width="medium" />
          <Field name="experience" label={t('recruitment.experience')} multiline rows={6} maxLength={4000} />
          <Checkbox name="unbound" label={t('recruitment.unbound')} />
          <Checkbox name="agrees" label={t('recruitment.agrees')} />
          <Button>{t('recruitment.send')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
