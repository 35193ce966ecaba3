import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { StatusTag } from '~/modules/organisations/components/entry-summary';
import { PairForm } from '~/modules/organisations/forms-of-life';
import { keepApart, listSuspects } from '~/modules/organisations/merges.server';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { EmptyState } from '~/ui/empty-state';
import { PostForm } from '~/ui/form';

export const handle = declare({ see: 'organisation.merge', do: { apart: 'organisation.merge' } });
export const meta = titled('registry.duplicates.title');

const most = 100;

export const loader = load(handle, async ({ context, t }) => {
  const all = await listSuspects(context.db.read);
  return {
    total: all.length,
    pairs: all.slice(0, most).map(({ first, second, because, likeness }) => ({
      first: { id: first.id, name: first.name, status: first.status }, second: { id: second.id, name: second.name, status: second.status },
      because: because.map((why) => t(`registry.duplicates.because.${why}` as const, { percent: likeness })).join(', '),
    })),
  };
});

export const action = act(handle, {
  apart: doing(PairForm, async (context, { firstId, secondId }, { lang }) => {
    await keepApart(context, firstId, secondId);
    return `/${lang}/office/duplicates`;
  }),
});

/** Pairs of entries that may be one organisation, and why. */
export default function Duplicates() {
  const { pairs, total } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const office = `/${lang}/office`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: office, label: t('ui.nav.office') }]} />
      <h1>{t('registry.duplicates.title')}</h1>
      <p>{t('registry.duplicates.lead')}</p>
      {total === 0 ? <EmptyState title={t('registry.duplicates.none')} /> : <p>{t('registry.duplicates.found', { n: total })}</p>}
      {pairs.map(({ first, second, because }) => (
        <section className="card stack" key={`${first.id} ${second.id}`}>
          <h2 lang="pl">{first.name} / {second.name}</h2>
          <ul>
            {[first, second].map(({ id, name, status }) => (
              <li key={id}><a href={`${office}/organisations/${id}`} lang="pl">{name}</a> <StatusTag status={status} /></li>
            ))}
          </ul>
          <p>{because}</p>
          <div className="row">
            <a href={`${office}/duplicates/${first.id}/${second.id}`}>{t('registry.duplicates.compare')}<span className="visually-hidden" lang="pl"> {first.name}</span></a>
            <PostForm intent="apart" formId={`${first.id}-${second.id}`}>
              <input type="hidden" name="firstId" value={first.id} />
              <input type="hidden" name="secondId" value={second.id} />
              <button className="link" type="submit">{t('registry.duplicates.apart')}<span className="visually-hidden" lang="pl"> {first.name}</span></button>
            </PostForm>
          </div>
        </section>
      ))}
    </div>
  );
}
