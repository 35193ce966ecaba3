import { useLang } from '~/i18n/react';

/** The name of a funded organisation, with the way to its entry where everybody may see it. */
export function OrganisationLink({ name, slug }: { name: string; slug: string | null }) {
  const lang = useLang();
  return slug ? <a href={`/${lang}/organisations/${slug}`} lang="pl">{name}</a> : <span lang="pl">{name}</span>;
}
