import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Thread } from '~/modules/applications/components/thread';
import { offerSections } from '~/modules/applications/content';
import { CommentForm } from '~/modules/applications/forms';
import { listTeam, withHelp } from '~/modules/applications/helper-queries.server';
import { partnersAccepted } from '~/modules/applications/partners.server';
import { getApplication } from '~/modules/applications/queries.server';
import { commentOnSection, listComments } from '~/modules/applications/together.server';
import { formatInstant } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Details } from '~/ui/details';

export const handle = declare({ see: 'application.read', do: { comment: 'application.comment' } });
export const meta = titled('offers.comments');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { db, actor, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false, coOrganisations: await partnersAccepted(db.read, application.id) });
  const [remarks, members] = await Promise.all([listComments(db.read, application.id), listTeam(db.read, application, now)]);
  const nameOf = (id: string) => members.find(({ personId }) => personId === id)?.name ?? '';
  return {
    id: application.id,
    own: may(actor, 'application.read', { organisationId: application.organisationId, handedIn: false }),
    title: application.title || t('applications.untitled'),
    people: members.filter(({ personId }) => actor.kind === 'person' && personId !== actor.id).map(({ personId, name }) => ({ id: personId, name })),
    sections: offerSections.map((section) => ({
      section,
      remarks: remarks.filter((one) => one.section === section).map(({ id, text, author, at, mentions }) => ({ id, text, author, when: formatInstant(at, lang), named: mentions.map(nameOf).filter(Boolean).join(', ') })),
    })),
  };
});

export const action = act(handle, {
  comment: doing(CommentForm, async (context, input, { params, lang }) => {
    await commentOnSection(context, params.id ?? '', input);
    return `/${lang}/applications/${params.id}/comments#${input.section}`;
  }),
});

/** What the people of the organisation say to each other about their offer. */
export default function Comments() {
  const { id, own, title, people, sections } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: `/${lang}/applications/${id}${own ? '' : '/partners'}`, label: title }]} />
      <h1>{t('offers.comments')}</h1>
      <p>{t('offers.commentsLead')}</p>
      {sections.map(({ section, remarks }) => (
        <section key={section} id={section} className="stack" aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`}>{t(`applications.section.${section}` as const)}</h2>
          {remarks.length > 0 ? <Thread section={section} remarks={remarks} people={people} /> : <Details summary={t('offers.comment')}><Thread section={section} remarks={remarks} people={people} /></Details>}
        </section>
      ))}
    </div>
  );
}
