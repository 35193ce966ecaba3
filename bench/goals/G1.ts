import { benchFile } from '../data';
import { compare, serve, shown, told, type Goal } from '../compare';

export const goal: Goal = {
  title: 'a kept page of the directory: at least 0.5 of the requests, at most 3 times the p99 of bare node:http with the same bytes',
  async run() {
    const subject = await serve('portal', { BENCH_FILE: await benchFile() });
    const path = '/pl/organisations?district=podgorze';
    const yardstick = await serve('bare', { BENCH_SAME: `http://localhost:${subject.port}${path}` });
    const order = { paths: [path], headers: { 'Accept-Encoding': 'gzip' }, connections: 8, seconds: 1.5 };
    try {
      const found = await compare(order, { server: yardstick }, { server: subject });
      const reached = !found.isVoid && found.throughput >= 0.5 && found.p99 <= 3;
      return { lines: [...told(['bare node:http', 'the portal'], found), `  throughput ${shown(found.throughput)} (goal 0.5), p99 ${shown(found.p99)} (goal 3)`], reached };
    } finally {
      await Promise.all([subject.stop(), yardstick.stop()]);
    }
  },
};
