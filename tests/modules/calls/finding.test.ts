import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '~/access/actor';
import { confirmAlerts, sendAlerts, stopAlerts, wantAlerts } from '~/modules/calls/alerts.server';
import { findCalendarFeed, findCalendarOwner, makeCalendarFeed, revokeCalendarFeed } from '~/modules/calls/calendar.server';
import { atomOf, calendarOf, deadlinesOfCalls } from '~/modules/calls/feeds.server';
import { readingOf, syllables } from '~/modules/calls/readability';
import { matches, smallGrantFits, whyNotEligible, type Answers, type Wishes } from '~/modules/calls/rules-finding';
import { proposeExtension } from '~/modules/calls/versions.server';
import { cancelCall, confirmExtension } from '~/modules/decisions/endings.server';
import { instantAt } from '~/shared/time';
import { announced } from '../../support/call';
import { faultsOfAtom, faultsOfCalendar, longLines } from '../../support/feeds';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

const call = {
  status: 'open' as const, closesAt: instantAt('2026-03-31', '15:00'), minGrant: 500_000, maxGrant: 5_000_000, eligibleForms: ['foundation', 'association'],
  targetGroups: ['forced_migrant'], districts: ['podgorze'],
};
const any: Wishes = { groups: [], targets: [], districts: [], amounts: [], soon: false };

test.each<[string, Partial<Wishes>, boolean]>([
  ['nothing asked', {}, true],
  ['its group', { targets: ['forced_migrant', 'economic_migrant'] }, true],
  ['another group', { targets: ['economic_migrant'] }, false],
  ['its district', { districts: ['podgorze'] }, true],
  ['another district', { districts: ['bronowice'] }, false],
  ['an amount within its limits', { amounts: ['to50'] }, true],
  ['more than it gives', { amounts: ['over50'] }, false],
  ['closing within a week', { soon: true }, false],
  ['open', { groups: ['open'] }, true],
  ['decided', { groups: ['decided'] }, false],
])('a call is found or not by %s', (_what, wish, found) => expect(matches(call, { ...any, ...wish }, monday)).toBe(found));

test('a call that names no group and no district is for everybody everywhere', () => {
  expect(matches({ ...call, targetGroups: [], districts: [] }, { ...any, targets: ['economic_migrant'], districts: ['bronowice'] }, monday)).toBe(true);
});

const fit: Answers = { form: 'foundation', registered: true, krakow: true, amount: 1_000_000, arrears: false };
test.each<[string, Partial<Answers>, string[]]>([
  ['a registered foundation', {}, []],
  ['somebody who does not know the amount', { amount: null }, []],
  ['an informal group', { form: 'informal_group', registered: false }, ['informal']],
  ['a business', { form: 'business' }, ['form']],
  ['a foundation in no register', { registered: false }, ['registered']],
  ['a task elsewhere', { krakow: false }, ['krakow']],
  ['too little', { amount: 499_999 }, ['tooSmall']],
  ['too much, with arrears', { amount: 5_000_001, arrears: true }, ['tooLarge', 'arrears']],
])('%s learns whether it may apply, and why not', (_who, answers, obstacles) => expect(whyNotEligible(call, { ...fit, ...answers }, monday)).toEqual(obstacles));

test('nobody may apply at the deadline, and a small grant is a way up to the limit of art. 19a', () => {
  expect(whyNotEligible(call, fit, call.closesAt)).toEqual(['closed']);
  expect([smallGrantFits(fit, 1_000_000), smallGrantFits({ ...fit, amount: 1_000_001 }, 1_000_000), smallGrantFits({ ...fit, form: 'business' }, 1_000_000)]).toEqual([true, false, false]);
});

describe('plain Polish', () => {
  test.each([['miasto', 2], ['siedziba', 3], ['organizacja', 5], ['rozstrzygnięcie', 4], ['żółw', 1]])('%s has %i syllables', (word, n) => expect(syllables(word)).toBe(n));
  test('short sentences are easy, officialese is named with something better', () => {
    expect(readingOf('Dajemy do 50 tys. zł. Oferty składasz do marca.')).toMatchObject({ level: 'easy', warnings: [] });
    const hard = readingOf('W przypadku gdy przedmiotowa oferta została odrzucona przez organizatora postępowania konkursowego, podmiot uprawniony winien dokonać niezwłocznego uzupełnienia niniejszej dokumentacji w celu umożliwienia przeprowadzenia oceny formalnej.');
    expect(hard?.level).toBe('hard');
    expect(hard?.warnings).toEqual(expect.arrayContaining([
      expect.objectContaining({ kind: 'longSentence' }),
      { kind: 'officialese', words: 'W przypadku gdy', better: 'jeśli, gdy' },
      { kind: 'passive', words: 'została odrzucona' },
    ]));
    expect(readingOf('  ')).toBeNull();
  });
  test('an abbreviation does not end a sentence', () => expect(readingOf('Zgodnie z art. 13 ust. 2 pkt. 5 piszemy termin.')?.fog).toBe(readingOf('Zgodnie z art 13 ust 2 pkt 5 piszemy termin.')?.fog));
});

describe('the checks of feeds', () => {
  const fixture = (name: string) => readFileSync(`tests/standards/fixtures/${name}`, 'utf8');
  test('a good file has no fault, a bad one has several', () => {
    expect([faultsOfCalendar(fixture('calls.valid.ics')), faultsOfAtom(fixture('calls.valid.atom'))]).toEqual([[], []]);
    expect(faultsOfCalendar(fixture('calls.invalid.ics')).length).toBeGreaterThan(4);
    expect(faultsOfAtom(fixture('calls.invalid.atom')).length).toBeGreaterThan(4);
  });
});

const mailsOf = async (p: Portal) => (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template.startsWith('alert.')).map(({ template, toEmail, params, link }) => ({ template, toEmail, params: params as Record<string, string>, link: link ?? '' }));
const at = (day: string) => new Date(`${day}T09:00:00Z`);

eachEngine((engine) => {
  test('letters come only after the address was confirmed, once for each occasion, and stop at one click', async () => {
    const p = await portal(engine);
    await wantAlerts(p.as(anonymous, { lang: 'uk' }), { email: 'kto@example.org', targetGroup: undefined });
    const [letter] = await mailsOf(p);
    const token = letter?.link.split('/').at(-1) ?? '';
    expect(letter).toMatchObject({ template: 'alert.confirm', link: `/uk/calls/alerts/confirm/${token}` });
    const { callId } = await announced(p, { now: at('2026-03-03') });
    expect(await sendAlerts(p.as(system, { now: at('2026-03-03') }))).toBe(0);
    await expect(confirmAlerts(p.as(anonymous), 'wrong')).rejects.toMatchObject({ code: 'alert.linkOver' });
    await confirmAlerts(p.as(anonymous, { now: monday }), token);
    await expect(confirmAlerts(p.as(anonymous), token)).rejects.toMatchObject({ code: 'alert.linkOver' });
    expect(await sendAlerts(p.as(system, { now: at('2026-03-03') }))).toBe(1);
    expect(await sendAlerts(p.as(system, { now: at('2026-03-04') }))).toBe(0);
    expect(await sendAlerts(p.as(system, { now: at('2026-03-24') }))).toBe(1);
    expect(await sendAlerts(p.as(system, { now: at('2026-03-28') }))).toBe(0);
    expect(await sendAlerts(p.as(system, { now: at('2026-03-30') }))).toBe(1);
    const sent = await mailsOf(p);
    expect(sent.map(({ template }) => template)).toEqual(['alert.confirm', 'alert.new', 'alert.soon', 'alert.soon']);
    const stop = sent[1]?.params.stop ?? '';
    expect(stop).toContain('http://portal.test/uk/calls/alerts/stop/');
    await p.db.tx(async (tx) => { await tx.update(tx.t.calls).set({ closesAt: instantAt('2026-04-06', '15:00') }).where(eq(tx.t.calls.id, callId)); });
    await stopAlerts(p.as(anonymous), stop.split('/').at(-1) ?? '');
    await expect(stopAlerts(p.as(anonymous), stop.split('/').at(-1) ?? '')).rejects.toThrow('alert');
    expect(await sendAlerts(p.as(system, { now: at('2026-03-31') }))).toBe(0);
    expect(await p.db.read.select().from(p.db.t.callAlerts)).toEqual([]);
  });

  test('a moved deadline is written about again, another group is not', async () => {
    const p = await portal(engine);
    for (const [email, targetGroup] of [['a@example.org', 'forced_migrant'], ['b@example.org', 'economic_migrant']] as const) {
      await wantAlerts(p.as(anonymous), { email, targetGroup });
      const link = (await mailsOf(p)).find(({ toEmail }) => toEmail === email)?.link ?? '';
      await confirmAlerts(p.as(anonymous), link.split('/').at(-1) ?? '');
    }
    const { callId } = await announced(p, { now: at('2026-03-03'), input: { targetGroups: ['forced_migrant'] } });
    expect(await sendAlerts(p.as(system, { now: at('2026-03-25') }))).toBe(2);
    await p.db.tx(async (tx) => { await tx.update(tx.t.calls).set({ closesAt: instantAt('2026-04-08', '15:00') }).where(eq(tx.t.calls.id, callId)); });
    expect(await sendAlerts(p.as(system, { now: at('2026-04-02') }))).toBe(1);
    expect(new Set((await mailsOf(p)).filter(({ template }) => template !== 'alert.confirm').map(({ toEmail }) => toEmail))).toEqual(new Set(['a@example.org']));
  });

  test('a wish nobody confirmed is forgotten after a week, and asking again for what one has sends nothing', async () => {
    const p = await portal(engine);
    await wantAlerts(p.as(anonymous), { email: 'a@example.org', targetGroup: undefined });
    await sendAlerts(p.as(system, { now: at('2026-03-10') }));
    expect(await p.db.read.select().from(p.db.t.callAlerts)).toEqual([]);
    await wantAlerts(p.as(anonymous), { email: 'b@example.org', targetGroup: undefined });
    await confirmAlerts(p.as(anonymous), (await mailsOf(p))[1]?.link.split('/').at(-1) ?? '');
    await wantAlerts(p.as(anonymous), { email: 'b@example.org', targetGroup: undefined });
    expect(await mailsOf(p)).toHaveLength(2);
  });

  test('the feeds keep to their standards; a moved deadline raises SEQUENCE, a cancelled call stays', async () => {
    const p = await portal(engine);
    const { callId, officer, head } = await announced(p, { input: { title: 'Święto sąsiadów, stołu i książki; edycja trzecia, wiosenna', summaries: { pl: 'Spotkania, warsztaty;\nkoncerty i bardzo długie opisy, które trzeba zawinąć w pliku kalendarza.', en: undefined, uk: undefined, de: undefined, ru: undefined } } });
    const asked = { now: monday, origin: 'https://portal.test', lang: 'pl' as const };
    const calendar = async () => calendarOf('Nabory', 'pl', await deadlinesOfCalls(p.db.read, asked));
    const first = await calendar();
    expect([faultsOfCalendar(first), longLines(first)]).toEqual([[], []]);
    expect(first.replace(/\r\n[ \t]/g, '')).toContain('DTSTART;TZID=Europe/Warsaw:20260331T150000');
    const uid = /UID:(.+)/.exec(first)?.[1];
    expect(first).toContain('SEQUENCE:0');
    const version = await proposeExtension(p.as(officer), callId, { closesAt: instantAt('2026-04-07', '15:00'), cause: 'other', outage: undefined, reason: 'x' });
    await confirmExtension(p.as(head), version);
    const second = await calendar();
    expect(second).toContain('SEQUENCE:1');
    expect(/UID:(.+)/.exec(second)?.[1]).toBe(uid);
    await cancelCall(p.as(head), callId, { clause: 'x', reason: 'y', orderNumber: '1', orderDate: '2026-03-02' });
    const third = await calendar();
    expect([third.includes('STATUS:CANCELLED'), third.includes('SEQUENCE:2'), faultsOfCalendar(third)]).toEqual([true, true, []]);
    for (const lang of ['pl', 'uk'] as const) {
      const atom = await atomOf(p.db.read, { ...asked, lang });
      expect(faultsOfAtom(atom)).toEqual([]);
      expect(atom).toContain('<id>https://portal.test/id/call/OK-2026-1</id>');
    }
  });

  test('the secret address of a calendar opens it, a new one ends the old, and revoked it opens nothing', async () => {
    const p = await portal(engine);
    const anna = await p.person();
    const first = await makeCalendarFeed(p.as(anna));
    expect(await findCalendarOwner(p.db.read, first)).toBe(anna.id);
    const second = await makeCalendarFeed(p.as(anna));
    expect([await findCalendarOwner(p.db.read, first), await findCalendarOwner(p.db.read, second)]).toEqual([undefined, anna.id]);
    expect(JSON.stringify(await p.db.read.select().from(p.db.t.calendarFeeds))).not.toContain(second);
    await revokeCalendarFeed(p.as(anna));
    expect([await findCalendarOwner(p.db.read, second), await findCalendarFeed(p.db.read, anna.id)]).toEqual([undefined, undefined]);
    await expect(makeCalendarFeed(p.as(anonymous))).rejects.toThrow('calendar.own');
  });
});
