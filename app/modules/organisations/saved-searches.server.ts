import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte } from 'drizzle-orm';
import type { Read } from '#db/open.server';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { limits, networkOf, throttle } from '~/modules/identity/throttle.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import { digest, newId, newToken } from '~/shared/ids';
import { addressOf, listFound, wantedFrom, type Wanted } from './directory.server';
import { facetValues } from './facet-values';
import { publicStatuses } from './rules';
import { searchInWords } from './search-words';

const day = 24 * 3_600_000;
const confirmationDays = 7;
const ago = (now: Date, days: number) => new Date(now.getTime() - days * day);
const mostNamed = 10;

/** The search without the order of its list, which makes no difference to what is found. */
const queryOf = (wanted: Wanted) => addressOf({ ...wanted, sort: wanted.q ? 'relevance' : 'name', from: '' });

/** Somebody asks for letters about new entries that a search finds; nothing is sent before they open the link in the first one. */
export async function saveSearch(context: Context, { email, wanted }: { email: string; wanted: Wanted }): Promise<void> {
  const { db, actor, now, lang, ip } = context;
  authorise(actor, 'search.save', {});
  if (ip !== undefined) await throttle(context, limits.comments, networkOf(ip));
  await throttle(context, limits.mailsToAddress, `search ${email}`);
  const query = queryOf(wanted);
  await db.tx(async (tx) => {
    const { savedSearches: s } = tx.t;
    const [known] = await tx.select({ id: s.id, confirmedAt: s.confirmedAt }).from(s).where(and(eq(s.email, email), eq(s.wish, digest(query))));
    const id = known?.id ?? newId();
    await record(tx, context, { event: 'search.wanted', subject: { kind: 'search', id } });
    // Whoever asks again for what they have learns nothing about it here, and gets no second letter.
    if (known?.confirmedAt) return;
    const token = newToken();
    const fresh = { lang, confirmDigest: digest(token), createdAt: now, seenUntil: now };
    if (known) await tx.update(s).set(fresh).where(eq(s.id, id));
    else await tx.insert(s).values({ id, email, query, wish: digest(query), stopToken: newToken(), ...fresh });
    // The words of a stranger are not carried to an address that nobody has confirmed.
    await tellLater(tx, context, { template: 'search.confirm', to: { email, lang }, params: { days: confirmationDays }, link: `/organisations/save-search/confirm/${token}` });
  });
}

function inOneLine({ lang }: Pick<Context, 'lang'>, wanted: Wanted): string {
  const t = translator(lang);
  return searchInWords(t, wanted).map(({ label, value }) => `${label}: ${value}`).join('; ') || t('savedSearches.everything');
}

/** The address is confirmed: from now on letters come about what is new from now on. */
export function confirmSearch(context: Context, token: string): Promise<void> {
  const { db, actor, now } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'search.save', {});
    const { savedSearches: s } = tx.t;
    const [confirmed] = await tx
      .update(s)
      .set({ confirmedAt: now, seenUntil: now })
      .where(and(eq(s.confirmDigest, digest(token)), isNull(s.confirmedAt), gt(s.createdAt, ago(now, confirmationDays))))
      .returning({ id: s.id });
    if (!confirmed) throw new RuleViolation('search.linkOver');
    await record(tx, context, { event: 'search.confirmed', subject: { kind: 'search', id: confirmed.id } });
  });
}

/** The search behind a link of a letter, the one that confirms or the one that stops, or NotFound. */
export async function searchBehind(read: Read, { confirm, stop }: { confirm?: string; stop?: string }): Promise<Wanted> {
  const { savedSearches: s } = read.t;
  const [found] = await read.select({ query: s.query }).from(s).where(confirm === undefined ? eq(s.stopToken, stop ?? '') : eq(s.confirmDigest, digest(confirm)));
  if (!found) throw new NotFound('search');
  return wantedOf(found.query);
}

const wantedOf = (query: string) => wantedFrom(new URLSearchParams(query), facetValues);

/** Stops the letters about one search and forgets the address. */
export function stopSearch(context: Context, token: string): Promise<void> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    authorise(actor, 'search.save', {});
    const { savedSearches: s } = tx.t;
    const [stopped] = await tx.delete(s).where(eq(s.stopToken, token)).returning({ id: s.id });
    if (!stopped) throw new NotFound('search');
    await record(tx, context, { event: 'search.stopped', subject: { kind: 'search', id: stopped.id } });
  });
}

/** When entries that came into the directory after a moment were first in it. */
async function listedSince(read: Read, since: Date): Promise<Map<string, Date>> {
  const { entryChanges: c } = read.t;
  const coming = inArray(c.kind, ['listed', 'verified']);
  const fresh = await read.selectDistinct({ id: c.organisationId }).from(c).where(and(coming, gt(c.at, since)));
  const first = new Map<string, Date>();
  for (let at = 0; at < fresh.length; at += 200) {
    const ids = fresh.slice(at, at + 200).map(({ id }) => id);
    for (const row of await read.select({ id: c.organisationId, at: c.at }).from(c).where(and(coming, inArray(c.organisationId, ids))).orderBy(asc(c.at))) if (!first.has(row.id)) first.set(row.id, row.at);
  }
  return new Map([...first].filter(([, at]) => at > since));
}

/** Writes to everybody for whose search there is something new, at most once a day each; a job of the portal itself. Gives how many letters. */
export async function tellOfNewEntries(context: Context): Promise<number> {
  const { db, actor, now } = context;
  authorise(actor, 'search.tell', {});
  const { savedSearches: s, organisations: o } = db.t;
  if ((await db.read.$count(s)) === 0) return 0;
  await db.tx(async (tx) => void (await tx.delete(s).where(and(isNull(s.confirmedAt), lt(s.createdAt, ago(now, confirmationDays))))));
  const due = await db.read.select().from(s).where(and(isNotNull(s.confirmedAt), lte(s.seenUntil, ago(now, 1)))).orderBy(asc(s.seenUntil));
  const oldest = due[0]?.seenUntil;
  if (!oldest) return 0;
  const listed = await listedSince(db.read, oldest);
  if (listed.size === 0) return 0;
  const found = new Map<string, string[]>();
  let count = 0;
  for (const search of due) {
    const ids = found.get(search.query) ?? (await listFound(db, wantedOf(search.query))).filter((id) => listed.has(id));
    found.set(search.query, ids);
    const fresh = ids.filter((id) => (listed.get(id) ?? oldest) > search.seenUntil);
    if (fresh.length === 0) continue;
    const named = await db.read.select({ name: o.name, slug: o.slug }).from(o).where(and(inArray(o.id, fresh.slice(0, mostNamed)), inArray(o.status, publicStatuses))).orderBy(asc(o.nameKey));
    if (named.length > 0 && (await tell(context, search, named, fresh.length))) count += 1;
  }
  return count;
}

type Saved = { id: string; email: string; lang: Context['lang']; query: string; stopToken: string; seenUntil: Date };

function tell(context: Context, { id, email, lang, query, stopToken, seenUntil }: Saved, named: { name: string; slug: string }[], n: number): Promise<boolean> {
  const { db, now, origin } = context;
  return db.tx(async (tx) => {
    const { savedSearches: s } = tx.t;
    // Of two processes that come to it at once, one writes.
    const [mine] = await tx.update(s).set({ seenUntil: now }).where(and(eq(s.id, id), eq(s.seenUntil, seenUntil))).returning({ id: s.id });
    if (!mine) return false;
    const list = named.map(({ name, slug }) => `${name}: ${origin}/${lang}/organisations/${slug}`).join('\n\n');
    const params = { n, list, search: inOneLine({ lang }, wantedOf(query)), stop: `${origin}/${lang}/organisations/save-search/stop/${stopToken}`, stopAtOnce: `${origin}/${lang}/letters/searches/${stopToken}` };
    await tellLater(tx, context, { template: 'search.found', to: { email, lang }, params, link: `/organisations${query}` });
    return true;
  });
}
