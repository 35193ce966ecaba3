import { rush, type Rush } from '../rush';
import type { Goal } from '../compare';

const asked = process.env.BENCH_RUSH?.split(' ') ?? [];
const [organisations = 2000, seconds = 60, handIn = 20] = asked.map(Number).filter((n) => !Number.isNaN(n));
const engines = (['sqlite', 'postgresql'] as const).filter((engine) => asked.every((word) => !/^[a-z]/.test(word)) || asked.includes(engine));

export const goal: Goal = {
  title: 'the last minute of a call: 2,000 write, all hand in within 20 s, others search, one kill -9: nothing acknowledged lost, nothing late, p99 at most 250 ms and 3 times that alone, back in 1.5 s',
  async run() {
    const lines: string[] = [];
    let reached = true;
    for (const engine of engines) {
      const wanted: Rush = { organisations, seconds, handIn, kill: engine === 'sqlite', engine };
      const found = await rush(wanted);
      lines.push(`  ${engine}, ${organisations} organisations, ${seconds} s, the last ${handIn} s for handing in${wanted.kill ? ', one kill -9' : ''}`, ...found.lines, `  ${found.reached ? 'held' : 'NOT HELD'}`);
      reached &&= found.reached;
    }
    return { lines, reached };
  },
};
