import { languages } from '~/i18n/messages';
import { leaf, xml, type Element } from './xml';

/** A page in five languages: its address without the language, and the moment of its last change where we know it. */
export type SitePage = { path: string; changed?: Date | undefined };

/** Pages in one part: each is told five times with six addresses, and a part may hold 50 000 addresses. */
export const pagesInPart = 2000;

const namespaces = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One part of the site map: every page in every language, each with its translations. */
export function sitemapOf(pages: readonly SitePage[], origin: string): string {
  const links = (path: string): Element[] => [
    ...languages.map((lang) => ({ name: 'xhtml:link', attributes: { rel: 'alternate', hreflang: lang, href: `${origin}/${lang}${path}` } })),
    { name: 'xhtml:link', attributes: { rel: 'alternate', hreflang: 'x-default', href: `${origin}/pl${path}` } },
  ];
  return xml({
    name: 'urlset', attributes: { ...namespaces, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' },
    within: pages.flatMap(({ path, changed }) =>
      languages.map((lang) => ({ name: 'url', within: [leaf('loc', `${origin}/${lang}${path}`), ...(changed ? [leaf('lastmod', changed.toISOString())] : []), ...links(path)] })),
    ),
  });
}

/** The list of the parts. */
export function sitemapIndexOf(parts: readonly string[], origin: string): string {
  return xml({ name: 'sitemapindex', attributes: namespaces, within: parts.map((part) => ({ name: 'sitemap', within: [leaf('loc', `${origin}/sitemap/${part}.xml`)] })) });
}

/** What programs that read the whole site may read. */
export function robotsOf(origin: string): string {
  return ['User-agent: *', 'Disallow: /api/', 'Disallow: /*/office', 'Disallow: /*/desk', `Sitemap: ${origin}/sitemap.xml`, ''].join('\n');
}
