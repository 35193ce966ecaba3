import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import type { Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import type { Translate } from '~/i18n/translate';
import { languageAt, placeLabel, rowTitleOf, valueText } from '~/modules/applications/components/places';
import { offerSections, type OfferContent, type OfferSection } from '~/modules/applications/content';
import { atPlace, changesBetween } from '~/modules/applications/merge';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { getApplication } from '~/modules/applications/queries.server';
import { isWritable } from '~/modules/applications/rules';
import { listRevisions, listSubmissions, restoreRevision } from '~/modules/applications/saving.server';
import { text } from '~/shared/fields';
import { dayOf, formatInstant } from '~/shared/time';
import { listIndicators } from '~/modules/programme/queries.server';
import type { Indicator } from '~/modules/programme/indicators';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';
import { OwnText } from '~/ui/own-text';
import { Pagination } from '~/ui/pagination';

export const handle = declare({ see: 'application.read', do: { restore: 'application.edit' } });
export const meta = titled('offers.versions');

const perPage = 30;

type Told = { place: string; label: string; before: string; after: string; words: string };

function told(t: Translate, lang: Lang, section: OfferSection, before: unknown, after: unknown, indicators: readonly Indicator[]): Told[] {
  return changesBetween(before, after).filter(({ place }) => !place.endsWith('/year')).map((change) => {
    const row = /^(.*?#[^/]*)/.exec(change.place)?.[1];
    const title = row ? rowTitleOf(atPlace(after, row) ?? atPlace(before, row)) : undefined;
    return { place: `${section}/${change.place}`, label: placeLabel(t, section, change.place, title), before: valueText(t, lang, change.place, change.before, indicators), after: valueText(t, lang, change.place, change.after, indicators), words: languageAt(change.place, after, before) };
  });
}

export const loader = load(handle, async ({ context, params, url, t, lang }) => {
  const { db, actor } = context;
  const application = await getApplication(db.read, params.id ?? '');
  const indicators = await listIndicators(context.db.read, lang, dayOf(context.now));
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false });
  const [revisions, submissions] = await Promise.all([listRevisions(db.read, application.id), listSubmissions(db.read, application.id)]);
  const frozen = submissions.map(({ snapshot }) => (JSON.parse(snapshot) as { content: OfferContent }).content);
  const mayWrite = may(actor, 'application.edit', subject);
  const newest = new Map(revisions.toReversed().map(({ section, version }) => [section, version]));
  const page = Math.max(1, Math.trunc(Number(url.searchParams.get('page'))) || 1);
  return {
    id: application.id,
    title: application.title || t('applications.untitled'),
    submissions: submissions.map(({ receiptNumber, submittedAt, sha256 }, i) => ({
      receiptNumber, sha256, when: formatInstant(submittedAt, lang, { seconds: true }), first: i === submissions.length - 1,
      changes: frozen[i + 1] ? offerSections.flatMap((section) => told(t, lang, section, frozen[i + 1]?.[section], frozen[i]?.[section], indicators)) : [],
    })),
    page,
    pages: Math.max(1, Math.ceil(revisions.length / perPage)),
    revisions: revisions.slice((page - 1) * perPage, page * perPage).map(({ id, section, version, content, at, author }, n) => {
      const i = (page - 1) * perPage + n;
      const earlier = revisions.slice(i + 1).find((one) => one.section === section);
      const current = newest.get(section) === version;
      return {
        id, version, author, when: formatInstant(at, lang), section: t(`applications.section.${section}` as const),
        changes: told(t, lang, section, earlier?.content, content, indicators), restorable: mayWrite && !current && isWritable(application, section),
      };
    }),
  };
});

export const action = act(handle, {
  restore: doing(z.object({ revision: text({ max: 40 }) }), async (context, { revision }, { params, lang }) => {
    await restoreRevision(context, params.id ?? '', revision);
    return `/${lang}/applications/${params.id}/versions`;
  }),
});

/** Everything that was ever saved or handed in, with what changed each time. */
export default function Versions() {
  const { id, title, submissions, revisions, page, pages } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/applications/${id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: base, label: title }]} />
      <h1>{t('offers.versions')}</h1>
      <p>{t('offers.versionsLead')}</p>
      <h2>{t('offers.submitted')}</h2>
      {submissions.length === 0 ? <p className="hint">{t('offers.noneSubmitted')}</p> : null}
      {submissions.map(({ receiptNumber, when, first, sha256, changes }) => (
        <section key={receiptNumber} className="card stack" aria-labelledby={receiptNumber}>
          <h3 id={receiptNumber}>{receiptNumber}, {when}</h3>
          <p className="hint">SHA-256: <code>{sha256}</code></p>
          <p className="row"><a href={`${base}/form.pdf?receipt=${receiptNumber}`}>{t('receipts.pdf')}</a> <a href={`${base}/snapshots/${receiptNumber}`}>{t('receipts.snapshot')}</a></p>
          {first ? <p>{t('offers.first')}</p> : <Changes changes={changes} open />}
        </section>
      ))}
      <h2>{t('offers.saved')}</h2>
      {revisions.map(({ id: revision, section, version, when, author, changes, restorable }) => (
        <section key={revision} className="card stack" aria-labelledby={`v${version}`}>
          <h3 id={`v${version}`}>{section}</h3>
          <p className="hint">{t('offers.savedBy', { version, when, name: author })}</p>
          <Changes changes={changes} />
          {restorable ? (
            <PostForm intent="restore" formId={revision}>
              <input type="hidden" name="revision" value={revision} />
              <Button tone="plain">{t('offers.restore')}<span className="visually-hidden"> ({version})</span></Button>
            </PostForm>
          ) : null}
        </section>
      ))}
      {pages > 1 ? <Pagination page={page} pages={pages} /> : null}
    </div>
  );
}

function Changes({ changes, open = false }: { changes: Told[]; open?: boolean }) {
  const t = useT();
  if (changes.length === 0) return <p>{t('offers.unchanged')}</p>;
  return (
    <Details summary={`${t('offers.changes')} (${changes.length})`} open={open}>
      <DataTable
        caption={t('offers.changes')}
        hideCaption
        columns={[{ key: 'place', label: t('offers.place'), rowHeader: true }, { key: 'before', label: t('offers.before') }, { key: 'after', label: t('offers.after') }]}
        rows={changes.map(({ place, label, before, after, words }) => ({ id: place, cells: { place: label, before: <OwnText lang={words}>{before}</OwnText>, after: <OwnText lang={words}>{after}</OwnText> } }))}
      />
    </Details>
  );
}
