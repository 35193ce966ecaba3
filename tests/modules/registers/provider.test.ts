import { expect, test } from 'vitest';
import { readConfig, WrongConfig } from '~/http/config.server';
import { offlineProvider } from '~/modules/registers/offline.server';
import { httpProvider } from '~/modules/registers/provider.server';
import { syntheticKrs } from '~/shared/identifiers';
import { register } from './register';

const krs = syntheticKrs(1);

test('the part of associations is asked first, then that of entrepreneurs', async () => {
  const { url, asked } = await register((path, response) => {
    if (path.includes('rejestr=P')) return void response.end('{"odpis":1}');
    response.statusCode = 404;
    response.end();
  });
  expect(await httpProvider({ url })(krs)).toEqual({ odpis: 1 });
  expect(asked).toEqual([`/api/krs/OdpisAktualny/${krs}?rejestr=S&format=json`, `/api/krs/OdpisAktualny/${krs}?rejestr=P&format=json`]);
});

test('a number in neither part is not there', async () => {
  const { url } = await register((_path, response) => {
    response.statusCode = 404;
    response.end();
  });
  expect(await httpProvider({ url })(krs)).toBeUndefined();
});

test('a register that is slow, broken, elsewhere or talks without end does not answer', async () => {
  const slow = await register(() => undefined);
  await expect(httpProvider({ url: slow.url, patience: 50 })(krs)).rejects.toThrow();
  const trickle = await register((_path, response) => void response.write('{'));
  await expect(httpProvider({ url: trickle.url, patience: 50 })(krs)).rejects.toThrow();
  const html = await register((_path, response) => void response.end('<html>503</html>'));
  await expect(httpProvider({ url: html.url })(krs)).rejects.toThrow();
  const broken = await register((_path, response) => {
    response.statusCode = 503;
    response.end();
  });
  await expect(httpProvider({ url: broken.url })(krs)).rejects.toThrow('503');
  const moved = await register((_path, response) => {
    response.writeHead(302, { location: 'http://127.0.0.1:1/' });
    response.end();
  });
  await expect(httpProvider({ url: moved.url })(krs)).rejects.toThrow();
  const endless = await register((_path, response) => void response.end(`"${'x'.repeat(1024 * 1024)}"`));
  await expect(httpProvider({ url: endless.url })(krs)).rejects.toThrow('more than an extract');
  await expect(httpProvider({ url: 'http://127.0.0.1:1' })(krs)).rejects.toThrow();
});

test('the recorded register answers, knows what is not there, and fails as the real one does', async () => {
  const ask = offlineProvider({ patience: 1 });
  expect(await ask(krs)).toHaveProperty('odpis');
  expect(await ask(syntheticKrs(99))).toBeUndefined();
  await expect(ask(syntheticKrs(96))).rejects.toThrow();
  await expect(ask(syntheticKrs(97))).rejects.toThrow();
});

test('the real register is asked in production only, unless the settings say otherwise', () => {
  expect(readConfig({}).krsUrl).toBe('offline');
  expect(readConfig({ NODE_ENV: 'production', ORIGIN: 'https://otwarty.example' }).krsUrl).toBe('https://api-krs.ms.gov.pl/api/krs');
  expect(readConfig({ NODE_ENV: 'production', ORIGIN: 'https://otwarty.example', KRS_URL: 'offline' }).krsUrl).toBe('offline');
  expect(readConfig({ KRS_URL: 'http://localhost:9' }).krsUrl).toBe('http://localhost:9');
  for (const wrong of ['http://krs.example', 'ftp://krs.example', 'on', 'krs'])
    expect(() => readConfig({ KRS_URL: wrong })).toThrow(WrongConfig);
  expect(() => readConfig({ KRS_URL: 'on' })).toThrow(/^KRS_URL /);
});
