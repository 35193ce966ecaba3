import { benchFile } from '../data';
import { compare, serve, shown, told, type Goal } from '../compare';

export const goal: Goal = {
  title: 'the same page: at least 0.6 of the requests of bare node:http with SQLite and renderToString, the same elements',
  async run() {
    const file = await benchFile();
    const subject = await serve('fresh', { BENCH_FILE: file });
    const paths = Array.from({ length: 18 }, (_, i) => `/pl/organisations?page=${i + 1}`);
    const yardstick = await serve('react', { BENCH_FILE: file, BENCH_SAME: `http://localhost:${subject.port}${paths[0]}` });
    const order = { paths, connections: 4, seconds: 2 };
    try {
      const sizes = await Promise.all([yardstick, subject].map(async ({ port }) => (await (await fetch(`http://localhost:${port}${paths[0]}`)).arrayBuffer()).byteLength));
      const alike = (sizes[0] ?? 0) / (sizes[1] ?? 1);
      const found = await compare(order, { server: yardstick }, { server: subject });
      const reached = !found.isVoid && found.throughput >= 0.6 && alike >= 0.9 && alike <= 1.1;
      return { lines: [...told(['bare node:http, SQLite, renderToString', 'page of the directory'], found), `  bytes of HTML ${sizes.join(' and ')}`, `  throughput ${shown(found.throughput)} (goal 0.6)`], reached };
    } finally {
      await Promise.all([subject.stop(), yardstick.stop()]);
    }
  },
};
