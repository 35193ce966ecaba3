// `npm run bench` lists the goals; `npm run bench -- G1 G9` measures those. Ends with 1 when one falls short.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Goal } from './compare';

const folder = join(process.cwd(), 'bench/goals');
const known = readdirSync(folder).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3));
known.sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
const open = async (id: string) => (await import(pathToFileURL(join(folder, `${id}.ts`)).href)) as { goal: Goal };

const asked = process.argv.slice(2);
const unknown = asked.filter((id) => !known.includes(id));
if (unknown.length > 0) {
  console.error(`There is no goal ${unknown.join(', ')}; there are ${known.join(', ')}.`);
  process.exit(2);
}
if (asked.length === 0) {
  for (const id of known) console.log(`${id.padEnd(5)} ${(await open(id)).goal.title}`);
  console.log('\nnpm run bench -- G1 measures one of them.');
}
let short = 0;
for (const id of asked) {
  const { goal } = await open(id);
  console.log(`${id}  ${goal.title}`);
  const { lines, reached } = await goal.run().catch((error: Error) => ({ lines: [`  ${error.message}`], reached: false }));
  console.log([...lines, `  ${reached ? 'reached' : 'NOT REACHED'}`, ''].join('\n'));
  if (!reached) short += 1;
}
process.exit(short > 0 ? 1 : 0);
