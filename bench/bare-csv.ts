// The same columns as the export, from a bare SQLite to a file: `bare-csv.js FILE`.
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

const db = new Sqlite(process.argv[2] ?? '', { readonly: true });
const quoted = (value: unknown) => (typeof value === 'string' && /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : String(value ?? ''));
const folder = mkdtempSync(join(tmpdir(), 'bare-csv-'));
const started = performance.now();
const out = createWriteStream(join(folder, 'list.csv'));
let waiting = '\uFEFF';
const rows = db.prepare("select name, legal_form, krs, nip, regon, district, street, postcode, city, email, phone, website, languages, target_groups, community_roles, descriptions, confirmed_at, slug from organisations where status in ('verified', 'unclaimed') order by name_key, id");
for (const row of rows.raw().iterate()) {
  waiting += `${(row as unknown[]).map(quoted).join(',')}\r\n`;
  if (waiting.length < 65_536) continue;
  if (!out.write(waiting)) await once(out, 'drain');
  waiting = '';
}
out.end(waiting);
await once(out, 'finish');
rmSync(folder, { recursive: true });
process.send?.({ seconds: (performance.now() - started) / 1000 });
process.on('SIGTERM', () => process.exit(0));
