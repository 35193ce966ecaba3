import { useLang, useT } from '~/i18n/react';
import { OwnText } from '~/ui/own-text';

type Shown = { id: string; side: 'group' | 'patron'; slug: string; name: string; scope: string };

/** The patron of a group, or the groups of a patron, on a public profile. */
export function Patronages({ patronages }: { patronages: Shown[] }) {
  const t = useT();
  const lang = useLang();
  const [first] = patronages;
  if (!first) return null;
  return (
    <section className="stack">
      <h2>{t(`groups.shown.${first.side}` as const)}</h2>
      {patronages.map(({ id, slug, name, scope }) => (
        <div key={id}>
          <p><a href={`/${lang}/organisations/${slug}`} lang="pl">{name}</a></p>
          <OwnText lang="pl">{scope}</OwnText>
        </div>
      ))}
    </section>
  );
}
