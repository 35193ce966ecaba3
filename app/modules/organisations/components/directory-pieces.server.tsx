import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Lang } from '~/i18n/messages';
import { LangProvider } from '~/i18n/react';
import { translator } from '~/i18n/translate';
import { dayOf, formatDay } from '~/shared/time';
import { Facet } from '~/ui/facet';
import type { Markup } from '~/ui/markup';
import { facets, type FacetName, type Wanted } from '../facets';
import { facetValues } from '../facet-values';
import { languageLabels, roleLabels } from '../labels';
import { inLanguageOf } from '../rules';
import { notConfirmedSince } from '../rules-of-life';
import type { ListedRow } from '../search/memory.server';
import { labelOf, legendOf } from '../search-words';
import { DirectoryEntry } from './directory-entry';

// The pieces that every page of the directory is made of change far less often than they are asked for, so their HTML is kept:
// that of an entry for as long as the row is kept in memory, that of a facet by everything it shows.

function markupOf(lang: Lang, piece: ReactElement): Markup {
  const made = renderToStaticMarkup(<LangProvider lang={lang}>{piece}</LangProvider>);
  // React adds it up of hundreds of strings, and V8 keeps it so; in one piece it is copied many times faster.
  return Buffer.from(made).toString() as Markup;
}

const together = (pieces: readonly Markup[]) => pieces.join('') as Markup;

const entries = new WeakMap<ListedRow, Map<string, Markup>>();

/** The entries of a page of the list, one after another. */
export function entriesMarkup(rows: readonly ListedRow[], lang: Lang, now: Date): Markup {
  return together(rows.map((row) => entryMarkup(row, lang, now)));
}

function entryMarkup(row: ListedRow, lang: Lang, now: Date): Markup {
  const stale = notConfirmedSince(row, now) !== null;
  const kept = entries.get(row) ?? new Map<string, Markup>();
  entries.set(row, kept);
  const key = stale ? `${lang} stale` : lang;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const t = translator(lang);
  const { slug, name, names, status, legalForm, district } = row;
  const made = markupOf(lang, (
    <DirectoryEntry
      entry={{
        slug, name, names, status, legalForm, district, stale,
        description: inLanguageOf(row.descriptions, lang) ?? null,
        languages: languageLabels(t, row.languages), roles: roleLabels(t, row.communityRoles),
        confirmed: row.confirmedAt ? formatDay(dayOf(row.confirmedAt), lang) : null,
      }}
    />
  ));
  kept.set(key, made);
  return made;
}

const facetsKept = new Map<string, Markup>();
const mostFacets = 500;

/** The facets one after another, with how many entries each choice would leave; a facet in which no choice leaves any is left out. */
export function facetsMarkup(counts: Readonly<Record<FacetName, ReadonlyMap<string, number>>>, wanted: Wanted, lang: Lang): Markup {
  return together(facets.map((facet) => facetMarkup(facet, counts[facet], wanted[facet], lang)));
}

function facetMarkup(facet: FacetName, counts: ReadonlyMap<string, number>, chosen: readonly string[], lang: Lang): Markup {
  const key = `${lang} ${facet} ${facetValues[facet].map((value) => counts.get(value) ?? 0).join()} ${chosen.join()}`;
  const known = facetsKept.get(key);
  if (known !== undefined) return known;
  const t = translator(lang);
  const options = facetValues[facet]
    .map((value) => ({ value, label: labelOf(t, facet, value), count: counts.get(value) ?? 0 }))
    .filter(({ value, count }) => count > 0 || chosen.includes(value));
  const open = chosen.length > 0 || options.length <= 6;
  const made = options.length > 0 ? markupOf(lang, <Facet name={facet} legend={legendOf(t, facet)} options={options} chosen={chosen} open={open} />) : ('' as Markup);
  if (facetsKept.size >= mostFacets) facetsKept.clear();
  facetsKept.set(key, made);
  return made;
}
