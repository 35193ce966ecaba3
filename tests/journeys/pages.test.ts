import { describe, expect, test } from 'vitest';
import { accessibilityProblems, visitor } from '../support/browser';
import { stage } from '../support/stage';

const on = stage();

const publicPages = ['', '/organisations', '/organisations?language=uk', '/organisations?q=nicniema', '/organisations/map', '/organisations/map?district=podgorze', '/help', '/calls/alerts', '/organisations/klub-sasiedzki-przyklad', '/organisations/klub-sasiedzki-przyklad/history', '/organisations/stowarzyszenie-most-na-zablociu', '/organisations/stowarzyszenie-most-na-zablociu/handout', '/organisations/klub-sasiedzki-przyklad/suggest', '/calls', '/small-grants', '/local-initiatives', '/initiatives', '/programme', '/consultations', '/how-it-works', '/groups', '/groups/become-an-association', '/accessibility', '/privacy', '/open-data', '/open-data/api', '/sign-in', '/sign-up', '/reset'];

const desks = {
  'redaktorka@example.org': ['/desk', '/account', '/register'],
  'urzedniczka@example.org': ['/office', '/office/organisations', '/office/changes', '/office/claims', '/office/duplicates', '/office/suggestions', '/office/calls', '/office/calls/new', '/office/local-initiatives', '/office/agreements', '/office/consultations', '/office/components'],
  'dyrektorka@example.org': ['/office/audit'],
  'komisja1@example.org': ['/reviews'],
  'admin@example.org': ['/office/people'],
} as const;

describe.each([
  { width: 1280, lang: 'pl', colorScheme: 'light' as const },
  { width: 360, lang: 'uk', colorScheme: 'dark' as const },
])('at $width px in $lang, $colorScheme', ({ width, lang, colorScheme }) => {
  test('every public page is whole and accessible, also the one that is not there', async () => {
    const { page } = await visitor(on.browser, on.demo.origin, { viewport: { width, height: 900 }, colorScheme });
    const found: string[] = [];
    for (const path of publicPages) {
      const answer = await page.goto(`/${lang}${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      found.push(...(await accessibilityProblems(page)).map((problem) => `${path} ${problem}`));
      const sideways = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      if (sideways) found.push(`${path} scrolls sideways`);
    }
    expect((await page.goto(`/${lang}/organisations/nie-ma-takiej`))?.status()).toBe(404);
    expect(await page.title()).toContain(lang === 'pl' ? 'Nie ma takiej strony' : 'Такої сторінки немає');
    found.push(...(await accessibilityProblems(page)));
    expect(found).toEqual([]);
  });

  test('every desk is whole and accessible', async () => {
    const found: string[] = [];
    for (const [email, paths] of Object.entries(desks)) {
      const { page, signIn } = await visitor(on.browser, on.demo.origin, { viewport: { width, height: 900 }, colorScheme });
      await signIn(email, lang);
      for (const path of paths) {
        const answer = await page.goto(`/${lang}${path}`);
        expect([path, answer?.status()]).toEqual([path, 200]);
        found.push(...(await accessibilityProblems(page)).map((problem) => `${path} ${problem}`));
        const sideways = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
        if (sideways) found.push(`${path} scrolls sideways`);
      }
    }
    expect(found).toEqual([]);
  });
});
