import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { startApplication } from '~/modules/applications/commands.server';
import { offerSections } from '~/modules/applications/content';
import { StartForm } from '~/modules/applications/forms';
import { isFull } from '~/modules/applications/limit.server';
import { listOwnInCall } from '~/modules/applications/queries.server';
import { whyNotStart } from '~/modules/applications/rules';
import { getPublicCall } from '~/modules/calls/queries.server';
import { inWordsOf, isOpen } from '~/modules/calls/rules';
import { getOrganisation, listOrganisationsOf } from '~/modules/organisations/queries.server';
import { formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button, LinkButton } from '~/ui/button';
import { Radios } from '~/ui/choices';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'desk.read', do: { start: 'application.start' } });
export const meta = titled('applications.start');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, db, now } = context;
  const call = await getPublicCall(db.read, params.slug ?? '');
  const mine = actor.kind === 'person' ? await listOrganisationsOf(db.read, actor.id) : [];
  const able = [];
  const unable = [];
  const offers = [];
  for (const { id } of mine.filter((one) => may(actor, 'application.start', { organisationId: one.id }))) {
    const organisation = await getOrganisation(db.read, id);
    const own = await listOwnInCall(db.read, call.id, id);
    const { name } = organisation;
    for (const offer of own) offers.push({ id: offer.id, name, draft: offer.status === 'draft' });
    if (own.some(({ status }) => status === 'draft')) continue;
    const reason = whyNotStart(organisation, call) ?? ((await isFull(db.read, call, id)) ? 'application.limit' : null);
    if (reason) unable.push({ id, name, informal: reason === 'application.informalGroup', why: refusalSentence(t, reason, { n: call.offersPerOrganisation }) });
    else able.push({ id, name });
  }
  return { title: inWordsOf(lang, call.title, call.titles), slug: call.slug, open: isOpen(call, now), closes: formatInstantZone(call.closesAt, lang), none: mine.length === 0, able, unable, offers };
});

export const action = act(handle, {
  start: doing(StartForm, async (context, { organisationId }, { params, lang }) => {
    const call = await getPublicCall(context.db.read, params.slug ?? '');
    const { id } = await startApplication(context, { callId: call.id, organisationId });
    // Straight to the first words: what is left to do, and by when, is one link away.
    return `/${lang}/applications/${id}/section/${offerSections[0]}?begun=1`;
  }),
});

export default function Apply() {
  const { title, slug, open, closes, none, able, unable, offers } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/calls`, label: t('ui.nav.calls') }, { href: `/${lang}/calls/${slug}`, label: title.text }]} />
      <h1>{t('applications.start')}</h1>
      <OwnText lang={title.lang}>{title.text}</OwnText>
      <Notice tone="deadline">{open ? t('applications.deadline', { when: closes }) : t('refusal.application.callClosed')}</Notice>
      {offers.length > 0 ? (
        <section className="stack">
          <h2>{t('applications.already')}</h2>
          <ul className="bullets">
            {offers.map(({ id, name, draft }) => (
              <li key={id}><a href={`/${lang}/applications/${id}`}>{t(draft ? 'applications.goOn' : 'applications.open')}: <span lang="pl">{name}</span></a></li>
            ))}
          </ul>
        </section>
      ) : null}
      {unable.map(({ id, name, informal, why }) => (
        <Notice key={id} title={<span lang="pl">{name}</span>}>
          <p>{why}.</p>
          {informal ? <p className="row"><a href={`/${lang}/organisations?role=umbrella`}>{t('applications.findPatron')}</a> <a href={`/${lang}/my/${id}/patronage`}>{t('groups.search.group')}</a> <a href={`/${lang}/groups`}>{t('groups.title')}</a></p> : null}
        </Notice>
      ))}
      {none ? <EmptyState title={t('applications.startNone')}><LinkButton href={`/${lang}/register`}>{t('applications.register')}</LinkButton></EmptyState> : null}
      {open && able.length > 0 ? (
        <PostForm intent="start" className="stack">
          <Radios
            name="organisationId"
            legend={t('applications.startFor')}
            options={able.map(({ id, name }) => ({ value: id, label: <span lang="pl">{name}</span> }))}
            defaultValue={able.length === 1 ? able[0]?.id : undefined}
          />
          <Button>{t('applications.begin')}</Button>
        </PostForm>
      ) : null}
    </div>
  );
}
