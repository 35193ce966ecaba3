// The floor of an autosave: the same rows written by better-sqlite3 alone, synchronous = FULL, one saving a commit.
import { createHash, randomBytes } from 'node:crypto';
import Sqlite from 'better-sqlite3';
import type { Ready } from './kill-scene';
import { textOf } from './saves-text';

const db = new Sqlite(process.argv[2] ?? '');
for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON']) db.pragma(pragma);
const update = db.prepare('update applications set content = ?, title = ?, requested = ?, total_cost = ?, updated_at = ?, version = ? where id = ?');
const revision = db.prepare('insert into application_revisions (id, application_id, section, version, content, author_id, at) values (?, ?, ?, ?, ?, ?, ?)');
const event = db.prepare("insert into events (seq, at, event, actor_id, actor_role, subject_kind, subject_id, detail, prev_hash, hash) values (?, ?, 'application.saved', ?, 'person', 'application', ?, ?, ?, ?)");

type Row = { id: string; content: string; title: string; requested: number; total_cost: number; version: number; created_by: string };
const rowOf = db.prepare<[string], Row>('select id, content, title, requested, total_cost, version, created_by from applications where id = ?');
let seq = (db.prepare('select max(seq) from events').pluck().get() as number) ?? 0;
const hash = createHash('sha256').update('x').digest('hex');
const turns = [0, 1];

/** The rows are made ready before, so that only their writing counts. */
function ready({ applicationId }: Ready) {
  const row = rowOf.get(applicationId)!;
  const content = JSON.parse(row.content) as { task: object };
  const sections = turns.map((turn) => ({ ...content.task, synthesis: textOf(turn) }));
  return { ...row, sections: sections.map((section) => JSON.stringify(section)), contents: sections.map((task) => JSON.stringify({ ...content, task })) };
}

function run(offers: Ready[], seconds: number) {
  const rows = offers.map(ready);
  const save = db.transaction((row: (typeof rows)[number], turn: number) => {
    const now = Date.now();
    row.version += 1;
    update.run(row.contents[turn % 2], row.title, row.requested, row.total_cost, now, row.version, row.id);
    revision.run(randomBytes(13).toString('hex'), row.id, 'task', row.version, row.sections[turn % 2], row.created_by, now);
    event.run(++seq, now, row.created_by, row.id, `{"section":"task","version":${row.version}}`, hash, hash);
  });
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  for (let turn = 0; performance.now() < until; turn += 1) {
    const asked = performance.now();
    save(rows[turn % rows.length]!, turn);
    times.push(performance.now() - asked);
  }
  times.sort((a, b) => a - b);
  return { perSecond: times.length / ((performance.now() - started) / 1000), p99: times[Math.floor(times.length * 0.99)] ?? Number.NaN };
}

process.on('message', ({ offers, seconds }: { offers: Ready[]; seconds: number }) => process.send?.(run(offers, seconds)));
process.on('SIGTERM', () => process.exit(0));
