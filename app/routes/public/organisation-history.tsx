import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { followAddress } from '~/http/moved.server';
import { useLang, useT } from '~/i18n/react';
import { titled } from '~/http/title';
import { listHistory } from '~/modules/organisations/history.server';
import { fieldLabel } from '~/modules/organisations/labels-of-life';
import { getOrganisation, getPublicOrganisation } from '~/modules/organisations/queries.server';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';

export const handle = declare({ see: 'organisation.read' });
export const meta = titled('registry.history.title');

export const loader = load(handle, async (asked) => {
  const { context, params, lang, t } = asked;
  await followAddress(asked, '/history');
  const { id, name, slug } = await getPublicOrganisation(context.db.read, params.slug ?? '');
  const lines = await listHistory(context.db.read, await getOrganisation(context.db.read, id));
  return {
    name, slug, pageTitle: `${t('registry.history.title')}: ${name}`,
    lines: lines.map(({ id: key, at, kind, fields }) => ({
      key, day: dayOf(at), shown: formatDay(dayOf(at), lang), kind, fields: fields.map((field) => fieldLabel(t, field)),
    })),
  };
});

/** When the entry changed, and which parts of it: never what stood there before. */
export default function OrganisationHistory() {
  const { name, slug, lines } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/organisations`, label: t('organisations.title') }, { href: `/${lang}/organisations/${slug}`, label: name }]} />
      <h1>{t('registry.history.title')}</h1>
      <p>{t('registry.history.lead')}</p>
      {lines.length === 0 ? <p>{t('registry.history.none')}</p> : null}
      <ol className="stack" reversed>
        {lines.map(({ key, day, shown, kind, fields }) => (
          <li key={key}>
            <strong><time dateTime={day}>{shown}</time></strong> — {kind ? t(`registry.history.${kind}` as const) : t('registry.history.something')}
            {fields.length > 0 ? <>: {fields.join(', ')}</> : null}.
          </li>
        ))}
      </ol>
    </div>
  );
}
