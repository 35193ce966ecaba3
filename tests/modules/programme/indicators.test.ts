import { expect, test } from 'vitest';
import { ensureReferenceData } from '~/modules/programme/commands.server';
import { addIndicator, renameIndicator, retireIndicator } from '~/modules/programme/indicators.server';
import { indicatorName } from '~/modules/programme/indicators';
import { listIndicators } from '~/modules/programme/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import * as indicators from '~/routes/office/indicators';
import { eachEngine, monday, portal } from '../../support/portal';
import { visitorOf } from '../../support/visit';

const visit = visitorOf({ 'office/indicators': indicators });
const names = { pl: 'Liczba mentorów', en: 'Mentors', uk: 'Ментори', de: 'Mentoren', ru: 'Менторы' };

eachEngine((engine) => {
  test('officers add, rename and end indicators; what once was linked keeps its name, and starting again changes nothing', async () => {
    const p = await portal(engine);
    const officer = p.as(await p.person({ roles: ['officer'] }), { now: monday });
    const on = (day: string, lang: 'pl' | 'uk' = 'pl') => listIndicators(p.db.read, lang, day);
    expect((await on('2026-03-02')).map(({ current }) => current)).toEqual(Array(12).fill(true));

    const { code } = await addIndicator(officer, { area: 'language', names, validFrom: '2026-04-01', official: true });
    expect((await on('2026-03-31')).at(-1)).toEqual({ code, name: 'Liczba mentorów', current: false });
    expect((await on('2026-04-01', 'uk')).at(-1)).toEqual({ code, name: 'Ментори', current: true });
    await renameIndicator(officer, { code, names: { ...names, pl: 'Liczba mentorek i mentorów' } });
    await expect(retireIndicator(officer, { code, validTo: '2026-03-31' })).rejects.toMatchObject({ code: 'indicator.endsBefore', field: 'validTo' });
    await retireIndicator(officer, { code, validTo: '2026-12-31' });
    await retireIndicator(officer, { code: 'pupils', validTo: '2026-03-01' });
    await ensureReferenceData(officer);
    const [last, gone] = [await on('2026-12-31'), await on('2027-01-01')];
    expect([last.at(-1)?.current, gone.at(-1)?.current, gone.length]).toEqual([true, false, 13]);
    expect(gone.find((one) => one.code === 'pupils')?.current).toBe(false);
    expect(indicatorName(code, gone)).toBe('Liczba mentorek i mentorów');
    await retireIndicator(officer, { code, validTo: undefined });
    expect((await on('2027-01-01')).at(-1)?.current).toBe(true);

    await expect(addIndicator(officer, { area: 'nowhere', names, validFrom: '2026-04-01', official: false })).rejects.toMatchObject({ field: 'area' });
    await expect(renameIndicator(officer, { code: 'nothing', names })).rejects.toBeInstanceOf(NotFound);
    for (const roles of [[], ['finance'], ['committee_member']] as const) await expect(renameIndicator(p.as(await p.person({ roles: [...roles] })), { code, names })).rejects.toBeInstanceOf(Forbidden);
    const events = await p.db.read.select({ event: p.db.t.events.event, id: p.db.t.events.subjectId }).from(p.db.t.events);
    expect(events.filter(({ id }) => id === code).map(({ event }) => event)).toEqual(['indicator.added', 'indicator.renamed', 'indicator.retired', 'indicator.retired']);
  });

  test('the page of the list takes a new name and says which language is missing', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const page = '/pl/office/indicators';
    expect((await visit(p, page, { person: await p.person() })).status).toBe(403);
    const form = { intent: 'rename', _form: 'rename-pupils', code: 'pupils', ...Object.fromEntries(Object.entries(names).map(([lang, name]) => [`names.${lang}`, name])) };
    const refused = await visit(p, page, { person: officer, form: { ...form, 'names.uk': '' } });
    expect([refused.status, refused.html.includes('<details open')]).toEqual([422, true]);
    expect((await visit(p, page, { person: officer, form })).status).toBe(303);
    expect((await visit(p, page.replace('pl', 'uk'), { person: officer })).html).toContain('Ментори');
  });
});
