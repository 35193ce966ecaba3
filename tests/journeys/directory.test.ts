import { expect, test } from 'vitest';
import { stage } from '../support/stage';
import { somebody } from './person';

const on = stage();

test.each([true, false])('somebody new who reads Ukrainian finds help in three steps on a phone, scripts %s', async (javaScriptEnabled) => {
  const visitor = await somebody(on.browser, on.demo.origin, { javaScriptEnabled, viewport: { width: 360, height: 780 }, locale: 'uk-UA' });
  await visitor.open('/uk');
  await visitor.open('/uk/organisations');
  await visitor.open('/uk/help');
  const [first = ''] = (await visitor.links('/uk/help?need=')).filter((href) => href.includes('legal_help'));
  await visitor.open(first);
  const [spoken = ''] = (await visitor.links('language=')).filter((href) => href.includes('language=uk'));
  await visitor.open(spoken);
  const [near = ''] = (await visitor.links('from=podgorze')).filter((href) => href.endsWith('=podgorze'));
  await visitor.open(near);
  expect(await visitor.page.locator('main li.result').count()).toBeGreaterThan(0);
  const [profile = ''] = (await visitor.links('/uk/organisations/')).filter((href) => !/map|compare/.test(href));
  await visitor.open(profile);
});

test('the map leads to districts, slips of the finger are understood, and organisations can be compared', async () => {
  const visitor = await somebody(on.browser, on.demo.origin);
  await visitor.open('/pl/organisations/map');
  const [district = ''] = (await visitor.links('/map?district=podgorze')).filter((href) => href.endsWith('=podgorze'));
  await visitor.open(district);
  expect(await visitor.page.locator('.places-list > li').count()).toBeGreaterThan(0);
  const [list = ''] = await visitor.links('/organisations?district=podgorze');
  await visitor.open(list);
  expect(await visitor.page.locator('main li.result').count()).toBeGreaterThan(0);
  await visitor.open('/pl/organisations?q=zustrcz');
  expect(await visitor.text()).toContain('Zustricz');
  await visitor.open('/pl/organisations?q=stowarzyszenie');
  for (const box of (await visitor.page.locator('input[name=o]').all()).slice(0, 2)) await box.check();
  await Promise.all([visitor.page.waitForNavigation(), visitor.page.locator('form[action$="/compare"] button').click()]);
  expect(await visitor.page.locator('main tbody tr').count()).toBe(2);
});
