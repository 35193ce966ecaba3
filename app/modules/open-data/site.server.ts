import { asc, inArray } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { listPublicInitiatives } from '~/modules/agreements/queries.server';
import { listPublicConsultations } from '~/modules/consultations/queries.server';
import { publicStatuses } from '~/modules/organisations/rules';
import { NotFound } from '~/shared/errors';
import { listOpenCalls } from './queries.server';
import { pagesInPart, type SitePage } from './sitemap';

const fixed = ['', '/organisations', '/calls', '/initiatives', '/programme', '/consultations', '/how-it-works', '/accessibility', '/privacy', '/open-data', '/open-data/api'];

async function organisationPages(read: Read): Promise<SitePage[]> {
  const { organisations: o } = read.t;
  const rows = await read.select({ slug: o.slug }).from(o).where(inArray(o.status, publicStatuses)).orderBy(asc(o.createdAt), asc(o.id));
  return rows.map(({ slug }) => ({ path: `/organisations/${slug}` }));
}

const sections: Record<string, (read: Read) => Promise<SitePage[]>> = {
  pages: async () => fixed.map((path) => ({ path })),
  organisations: organisationPages,
  calls: async (read) => (await listOpenCalls(read)).map(({ slug, resultsPublishedAt, openedAt }) => ({ path: `/calls/${slug}`, changed: resultsPublishedAt ?? openedAt ?? undefined })),
  initiatives: async (read) => (await listPublicInitiatives(read)).map(({ number }) => ({ path: `/initiatives/${encodeURIComponent(number)}` })),
  consultations: async (read) =>
    (await listPublicConsultations(read)).flatMap(({ slug, reportPublishedAt }) => [
      { path: `/consultations/${slug}` }, ...(reportPublishedAt ? [{ path: `/consultations/${slug}/report`, changed: reportPublishedAt }] : []),
    ]),
};

/** The parts of the site map that hold something. */
export async function listSiteParts(read: Read): Promise<string[]> {
  const counted = await Promise.all(Object.entries(sections).map(async ([name, pages]) => ({ name, parts: Math.ceil((await pages(read)).length / pagesInPart) })));
  return counted.flatMap(({ name, parts }) => Array.from({ length: parts }, (_, index) => `${name}-${index + 1}`));
}

/** The pages of one part ("organisations-2"), or NotFound. */
export async function pagesOfPart(read: Read, part: string): Promise<SitePage[]> {
  const [, name = '', number = ''] = /^([a-z]+)-([1-9]\d{0,3})$/.exec(part) ?? [];
  const pages = Object.hasOwn(sections, name) ? await sections[name]?.(read) : undefined;
  const chosen = pages?.slice((Number(number) - 1) * pagesInPart, Number(number) * pagesInPart) ?? [];
  if (chosen.length === 0) throw new NotFound('part');
  return chosen;
}
