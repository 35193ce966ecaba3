import { benchFile } from '../data';
import { compare, serve, shown, told, type Goal } from '../compare';

export const goal: Goal = {
  title: 'a page of the directory that is not kept: at least 0.40 of the requests of a minimal Remix page in the same server',
  async run() {
    const file = await benchFile();
    const [subject, yardstick] = await Promise.all([serve('fresh', { BENCH_FILE: file }), serve('minimal', { BENCH_FILE: file })]);
    const paths = Array.from({ length: 18 }, (_, i) => `/pl/organisations?page=${i + 1}`);
    const order = { paths, connections: 4, seconds: 2 };
    try {
      const found = await compare(order, { server: yardstick, paths: ['/hello'] }, { server: subject });
      return { lines: [...told(['minimal Remix page', 'page of the directory'], found), `  throughput ${shown(found.throughput)} (goal 0.40)`], reached: !found.isVoid && found.throughput >= 0.4 };
    } finally {
      await Promise.all([subject.stop(), yardstick.stop()]);
    }
  },
};
