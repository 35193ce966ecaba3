import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '#db/open.server';
import { system } from '~/access/actor';
import { legalForms } from '~/modules/organisations/content';
import { searchColumn } from '~/modules/organisations/entry.server';
import { communityRolesList, districtSlugs, languagesServed, targetGroups } from '~/modules/programme/lists';
import { ensureReferenceData } from '~/modules/programme/commands.server';
import { polishSortKey } from '~/shared/text';
import { draws } from './data-draws';

export { draws } from './data-draws';

const kinds = ['Fundacja', 'Stowarzyszenie', 'Towarzystwo', 'Klub', 'Centrum', 'Spółdzielnia', 'Ośrodek', 'Związek', 'Koło', 'Inicjatywa'];
const deeds = ['Przyjaciół', 'Miłośników', 'Wspierania', 'Rozwoju', 'Pomocy', 'Ochrony', 'Współpracy', 'Edukacji', 'Integracji', 'Dziedzictwa', 'Życzliwości', 'Źródła', 'Łączności'];
const things = ['Krakowa', 'Nowej Huty', 'Podgórza', 'Kazimierza', 'Dębnik', 'Młodzieży', 'Seniorów', 'Dzieci', 'Zieleni', 'Żywej Kultury', 'Wisły', 'Muzyki Dawnej', 'Książki', 'Rowerów'];
const syllables = ['ba', 'cze', 'da', 'ga', 'gło', 'kie', 'kra', 'li', 'ła', 'mie', 'nie', 'po', 'ro', 'szy', 'wa', 'wie', 'ze', 'żo', 'źre', 'ćma', 'dę', 'gó'];
const words = 'organizuje warsztaty spotkania zajęcia dla mieszkańców dzielnicy wsparcie osób starszych młodych rodzin projekt ze środków miasta koncerty wystawy wycieczki pomoc prawną psychologiczną bezpłatnie każdy może przyjść wolontariusze lokalna społeczność ogród nauka języka polskiego integracja kultura dziedzictwo ćwiczenia żywność łącznie źródło świetlica opiekun działania na rzecz równości dostępności'.split(' ');
const ukrainian = 'допомога біженцям курси польської мови для дітей та дорослих культурні заходи підтримка громади'.split(' ');

/** Organisations that are the same in every run; about one in eight writes Ukrainian too. */
function* organisations(count: number) {
  const random = draws(20261123);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const some = <T>(list: readonly T[], most: number) => [...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(list)))];
  const name = () => {
    const made = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables)).join('');
    return made.charAt(0).toUpperCase() + made.slice(1);
  };
  for (let i = 1; i <= count; i += 1) {
    const uk = random() < 0.12;
    const text = (list: string[]) => `${Array.from({ length: 35 + Math.floor(random() * 50) }, () => (random() < 0.08 ? name() : pick(list))).join(' ')}.`;
    yield {
      id: `bench${String(i).padStart(21, '0')}`, slug: `organizacja-${i}`, name: `${pick(kinds)} ${pick(deeds)} ${pick(things)} „${name()}”`,
      legalForm: pick(legalForms), district: pick(districtSlugs), targetGroups: some(targetGroups, 4), communityRoles: some(communityRolesList, 2),
      languages: some(languagesServed, 3), descriptions: { pl: text(words), ...(uk ? { uk: text(ukrainian) } : {}) },
    };
  }
}

/** Fills an empty database with so many organisations. */
export async function fill(db: Database, count: number): Promise<void> {
  const now = new Date('2026-03-02T09:00:00Z');
  await ensureReferenceData({ db, actor: system, now, lang: 'pl', origin: 'http://localhost' });
  let batch: ReturnType<typeof organisations> extends Generator<infer T> ? T[] : never = [];
  const write = async () => {
    await db.tx(async (tx) => {
      const { organisations: o, organisationFacets } = tx.t;
      await tx.insert(o).values(
        batch.map((one) => {
          const entry = { ...one, names: {}, shortName: null, communities: [] };
          return {
            ...entry, status: 'verified' as const, nameKey: polishSortKey(one.name), searchText: searchColumn(entry), city: 'Kraków', street: 'ul. Zmyślona 7',
            addressVisibility: 'full' as const, safeMode: false, fields: [], ledByCommunity: 'not_stated' as const, representation: { minSignatures: 1, text: '' },
            email: `${one.slug}@example.org`, confirmedAt: now, createdAt: now,
          };
        }),
      );
      const facets = batch.flatMap(({ id, legalForm, district, targetGroups: group, communityRoles: role, languages }) =>
        Object.entries({ form: [legalForm], district: [district], group, role, language: languages }).flatMap(([facet, values]) =>
          values.map((value) => ({ organisationId: id, facet, value })),
        ),
      );
      for (let at = 0; at < facets.length; at += 500) await tx.insert(organisationFacets).values(facets.slice(at, at + 500));
    });
    batch = [];
  };
  for (const one of organisations(count)) if (batch.push(one) === 200) await write();
  if (batch.length > 0) await write();
}

/** A file with so many organisations, made once for each state of the tables. */
export async function benchFile(count = Number(process.env.BENCH_ORGANISATIONS ?? 10_000)): Promise<string> {
  const journal = readFileSync('db/migrations/sqlite/meta/_journal.json', 'utf8') + readFileSync('bench/data.ts', 'utf8');
  const folder = join('node_modules', '.cache', 'bench');
  const file = join(folder, `${count}-${createHash('sha256').update(journal).digest('hex').slice(0, 8)}.sqlite`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  console.log(`filling a database with ${count} organisations (once)…`);
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}.part${end}`, { force: true });
  const db = await openDatabase(`${file}.part`);
  await db.migrate();
  await fill(db, count);
  await db.close();
  renameSync(`${file}.part`, file);
  return file;
}
