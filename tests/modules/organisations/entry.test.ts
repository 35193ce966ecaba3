import { readFileSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepLogo } from '~/http/uploads/logo.server';
import { pathOf } from '~/http/uploads/store.server';
import { saveOwnData } from '~/modules/organisations/commands.server';
import { addPlace } from '~/modules/organisations/locations.server';
import { OwnDataForm } from '~/modules/organisations/forms';
import { PlaceForm, ServiceForm } from '~/modules/organisations/forms-of-services';
import { getPublicLogo, reencode, removeLogo } from '~/modules/organisations/logo.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { authoritativeOf, consentAt, originsOf, problemsOfWords, shownOrigins } from '~/modules/organisations/rules-of-words';
import { hideOrganisation } from '~/modules/organisations/safe-mode.server';
import { addService } from '~/modules/organisations/services.server';
import { listGrantsOf } from '~/modules/agreements/queries.server';
import { seedDemo } from '#db/seed/run';
import { visit } from '../../routes/support';
import { ask } from '../../support/open';
import { eachEngine, monday, portal } from '../../support/portal';
import { pdf, html as page } from '../../support/sample-files';
import { typed, verified } from './entries';

const own = (more: Record<string, unknown> = {}) => OwnDataForm.parse(typed(1, more));
const later = new Date('2026-04-01T10:00:00Z');

describe('where texts come from', () => {
  test('what was not said was written by the organisation; a text that is not there has no origin', () =>
    expect(originsOf({ pl: 'a', uk: 'b' }, { uk: { origin: 'machine', by: 'X' }, de: { origin: 'human', by: 'Y' } })).toEqual({ pl: { origin: 'own' }, uk: { origin: 'machine', by: 'X' } }));

  const words = { names: {}, descriptions: { pl: 'a', en: 'b' } };
  test.each([
    ['a person who translated has a name', { ...words, descriptionOrigins: { en: { origin: 'human' as const } } }, 'descriptionOrigins.en.by words.translatorNeeded'],
    ['the text that counts is there', { ...words, authoritativeLang: 'de' as const }, 'authoritativeLang words.authoritativeEmpty'],
    ['the text that counts is no machine’s', { ...words, authoritativeLang: 'en' as const, descriptionOrigins: { en: { origin: 'machine' as const } } }, 'authoritativeLang words.authoritativeMachine'],
    ['a translation of a name that is not there needs nobody', { ...words, nameOrigins: { en: { origin: 'human' as const } } }, undefined],
    ['own words need nothing', { ...words, authoritativeLang: 'pl' as const }, undefined],
  ])('%s', (_what, typedWords, problem) => expect(problemsOfWords(typedWords).map(({ field, code }) => `${field} ${code}`)[0]).toBe(problem));

  test('Polish counts where nothing is said, else the first there is', () => {
    expect(authoritativeOf(words)).toBe('pl');
    expect(authoritativeOf({ descriptions: { uk: 'a' } })).toBe('uk');
    expect(shownOrigins({ uk: { origin: 'human', by: 'Anna' } }, { safeMode: true })).toEqual({ uk: { origin: 'human' } });
  });

  test('whoever agreed to be named need not agree again, another person does', () => {
    const before = { contactName: 'Anna', contactConsentAt: monday };
    expect(consentAt('Anna', before, later)).toBe(monday);
    expect(consentAt('Olena', before, later)).toBe(later);
    expect(consentAt(undefined, before, later)).toBeNull();
  });
});

describe('a logo', () => {
  const picture = () => sharp({ create: { width: 900, height: 300, channels: 3, background: '#1b3f94' } });

  test('is made anew: smaller, without the place and camera, and without what hung behind it', async () => {
    const sent = Buffer.concat([await picture().withExif({ IFD0: { Make: 'KANAREK', Copyright: 'KANAREK' }, IFD3: { GPSLatitude: '50/1 3/1 0/1' } }).jpeg().toBuffer(), Buffer.from('<script>KANAREK</script>')]);
    expect(sent.includes('KANAREK')).toBe(true);
    const kept = await reencode(sent);
    expect(kept.includes('KANAREK')).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'png', width: 512, height: 171 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  test.each([
    ['a document', () => pdf(), 'logo.type'],
    ['a page', () => page, 'logo.type'],
    ['a drawing that could run', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'logo.type'],
    ['nothing', () => Buffer.alloc(0), 'logo.type'],
    ['a picture cut short', async () => (await picture().png().toBuffer()).subarray(0, 200), 'logo.broken'],
    ['too much', () => Buffer.alloc(9 * 1024 * 1024), 'logo.tooLarge'],
  ])('%s is refused', async (_what, bytes, code) => expect(reencode(await bytes())).rejects.toThrow(code));
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, slug, owner } = await verified(p, officer);
    const dataDir = await mkdtemp(path.join(tmpdir(), 'portal-logo-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    return { p, id, slug, officer, owner, me: p.as(owner), dataDir };
  }
  const logo = async () => new File([new Uint8Array(await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } }).png().toBuffer())], 'znak.png');

  test('the texts of an entry are shown with their origin, in their language', async () => {
    const { p, id, slug, me } = await scene();
    await saveOwnData(me, id, own({
      names: { uk: 'Фонд Зустріч' }, nameOrigins: { uk: { origin: 'human', by: 'Олена Т.' } },
      descriptions: { pl: 'Uczymy polskiego.', uk: 'Вчимо польської.', de: 'Wir lehren Polnisch.' }, authoritativeLang: 'pl',
      descriptionOrigins: { uk: { origin: 'human', by: 'Олена Т.' }, de: { origin: 'machine' } },
    }));
    const { html } = await visit(p, `/uk/organisations/${slug}`);
    expect(html).toContain('<span lang="uk">Фонд Зустріч</span>');
    expect(html).toContain('<p class="hint">Переклад: Олена Т.</p>');
    expect(html).toContain('<p lang="uk" class="own-text">Вчимо польської.</p>');
    expect(html).toContain('Вирішальним є опис мовою: польська.');
    expect(html).toContain('<p lang="de" class="own-text">Wir lehren Polnisch.</p>');
    expect((await visit(p, `/de/organisations/${slug}`)).html).toContain('Maschinelle Übersetzung; sie kann Fehler enthalten.');
  });

  test('a person is named only with consent, and no longer when it is withdrawn', async () => {
    const { p, id, slug, me } = await scene();
    await expect(saveOwnData(me, id, own({ contactName: 'Anna Nowak' }))).rejects.toMatchObject({ violations: [{ field: 'contactConsent' }] });
    await saveOwnData(me, id, own({ contactName: 'Anna Nowak', contactConsent: 'yes' }));
    expect((await getOrganisation(p.db.read, id)).contactConsentAt).toEqual(monday);
    expect((await visit(p, `/pl/organisations/${slug}`)).html).toContain('Anna Nowak');
    await saveOwnData(me, id, own({}));
    expect(await getOrganisation(p.db.read, id)).toMatchObject({ contactName: null, contactConsentAt: null });
    expect((await visit(p, `/pl/organisations/${slug}`)).html).not.toContain('Anna Nowak');
  });

  test('a logo is kept without the bytes that were sent, replaced, removed, and hidden with the rest', async () => {
    const { p, id, slug, officer, me, dataDir } = await scene();
    const taken = (now = monday) => ask(p, `/logos/${slug}`, { env: { DATA_DIR: dataDir }, now });
    expect((await taken()).status).toBe(404);
    await keepLogo(me, id, await logo(), dataDir);
    await keepLogo(me, id, await logo(), dataDir);
    const { storageKey } = await getPublicLogo(p.db.read, slug);
    expect(readdirSync(path.join(dataDir, 'uploads'))).toContain(storageKey);
    const answer = await taken();
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(readFileSync(pathOf(dataDir, storageKey)));
    expect((await ask(p, `/logos/${slug}`, { env: { DATA_DIR: dataDir }, headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })).status).toBe(304);
    expect((await visit(p, `/pl/organisations/${slug}`)).html).toContain(`src="/logos/${slug}" alt="Logo: Fundacja Spotkanie 1"`);

    await hideOrganisation(me, id);
    expect((await taken()).status).toBe(404);
    await removeLogo(me, id);
    expect((await getOrganisation(p.db.read, id)).logoFileId).toBeNull();
    await expect(keepLogo(p.as(officer), id, await logo(), dataDir)).rejects.toThrow('organisation.setLogo');
    await expect(keepLogo(me, id, undefined, dataDir)).rejects.toThrow('logo.none');
  });

  test('the profile and the handout say when, where, in which languages and for how much', async () => {
    const { p, id, slug, me } = await scene();
    const place = await addPlace(me, id, PlaceForm.parse({ name: 'Klub', street: 'ul. Zmyślona 1', city: 'Kraków', district: 'podgorze', visibility: 'full', access: ['lift'] }));
    await addService(me, id, ServiceForm.parse({
      kind: 'legal_help', status: 'active', names: { pl: 'Porady prawne' }, cost: 'free', languages: ['uk'], hours: [{ days: ['MO', 'TU', 'WE'], from: '9:00', to: '12:00' }], locationId: place.id, howToCome: 'Bez zapisów',
    }));
    await addService(me, id, ServiceForm.parse({ kind: 'work', status: 'ended', names: { pl: 'Dawna usługa' }, cost: 'paid' }));
    for (const address of [`/pl/organisations/${slug}`, `/pl/organisations/${slug}/handout`]) {
      const { html } = await visit(p, address);
      for (const words of ['Porady prawne', 'poniedziałek – środa: 09:00–12:00', 'Klub, ul. Zmyślona 1, Kraków, XIII Podgórze', 'bezpłatnie']) expect(html).toContain(words);
      expect(html).not.toContain('Dawna usługa');
    }
    const { html } = await visit(p, `/pl/organisations/${slug}`);
    for (const words of ['Z rejestru', 'Od organizacji', 'Urząd sprawdził dane rejestrowe: 2 marca 2026', 'Organizacja potwierdziła te dane: 2 marca 2026', 'ukraiński', 'winda', 'Bez zapisów']) expect(html).toContain(words);
  });

  test('what is typed into the pages of services and places is kept or refused at its field', async () => {
    const { p, id, owner } = await scene();
    const list = `/pl/my/${id}/services`;
    const form = { intent: 'save', kind: 'legal_help', status: 'active', cost: 'free', 'names.pl': 'Porady', 'hours[0].days': ['MO', 'FR'], 'hours[0].from': '10:00', 'hours[0].to': '9:00' };
    const refused = await visit(p, `${list}/new`, { person: owner, form });
    expect(refused.status).toBe(422);
    expect(refused.state?.errors.map((error) => error.path)).toEqual(['hours[0].to']);
    expect(refused.html).toMatch(/value="FR" checked=""|checked="" [^>]*value="FR"/);
    const overlapping = await visit(p, `${list}/new`, { person: owner, form: { ...form, 'hours[0].to': '12:00', 'hours[1].days': 'FR', 'hours[1].from': '11:00', 'hours[1].to': '13:00' } });
    expect(overlapping.html).toContain('Godziny tego samego dnia nachodzą na siebie');
    expect(await visit(p, `${list}/new`, { person: owner, form: { ...form, 'hours[0].to': '12:00' } })).toMatchObject({ status: 303, location: list });
    const { html } = await visit(p, list, { person: owner });
    const serviceId = /services\/([0-9a-z]{20,})\?remove=yes/.exec(html)?.[1] ?? '';
    expect((await visit(p, `${list}/${serviceId}`, { person: owner })).html).toContain('value="10:00"');
    expect((await visit(p, `${list}/${serviceId}?remove=yes`, { person: owner })).html).toContain('Usunąć „Porady”?');
    expect((await visit(p, `${list}/${serviceId}?remove=yes`, { person: owner, form: { intent: 'remove' } })).location).toBe(list);
    expect((await visit(p, `/pl/my/${id}/places/new`, { person: owner, form: { intent: 'save', name: 'Klub', city: 'Kraków', visibility: 'hidden' } })).location).toBe(`/pl/my/${id}/places`);
    expect((await visit(p, `/pl/my/${id}/places`, { person: owner })).html).toContain('nic: o miejscu wiemy tylko my');
    expect((await visit(p, `/pl/my/${id}/logo`, { person: owner, form: { intent: 'setLogo', _form: 'logo' }, multipart: true })).html).toContain('Wybierz plik z logo');
  });

  test('safe mode is one switch on the page of the organisation', async () => {
    const { p, id, owner } = await scene();
    const here = `/pl/my/${id}`;
    expect((await visit(p, here, { person: owner })).html).toContain('Włącz tryb bezpieczny');
    expect((await visit(p, here, { person: owner, form: { intent: 'hide' } })).status).toBe(303);
    expect((await visit(p, here, { person: owner })).html).toContain('Tryb bezpieczny jest włączony');
    expect((await visit(p, here, { person: owner, form: { intent: 'showAgain' } })).status).toBe(303);
    expect((await getOrganisation(p.db.read, id)).safeMode).toBe(false);
  });

  test('the profile shows the grants an organisation received from the City', { timeout: 60_000 }, async () => {
    const p = await portal(engine);
    await seedDemo(p.db, { now: monday });
    const { agreements, organisations } = p.db.t;
    const [funded] = await p.db.read.select({ id: organisations.id, slug: organisations.slug }).from(agreements).innerJoin(organisations, eq(organisations.id, agreements.organisationId)).where(eq(agreements.status, 'settled'));
    const [grant] = (await listGrantsOf(p.db.read, funded?.id ?? '')).filter(({ status }) => status === 'settled');
    const { html } = await visit(p, `/pl/organisations/${funded?.slug}`);
    expect(html).toContain(`href="/pl/initiatives/${encodeURIComponent(grant?.number ?? '')}"`);
    expect(html).toContain('rozliczona');
  });
});
