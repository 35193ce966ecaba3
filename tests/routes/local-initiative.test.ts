import { expect, test } from 'vitest';
import { eachEngine, monday, portal } from '../support/portal';
import { afresh, verified } from '../modules/organisations/entries';
import { visit } from './support';
import { mistrust } from './witness';
import { walker, type Clock } from './walker';

const word = 'Wynika to z opisu we wniosku.';
const answers = {
  title: 'Zielony skwer', area: 'ecology', what: 'Sadzimy krzewy. Zapisy: 600 700 800.', needs: 'Nie ma gdzie usiąść w cieniu.', place: 'Skwer w Podgórzu', districts: ['podgorze'],
  startDate: { day: '2026-05-01' }, endDate: { day: '2026-06-15' }, people: '15',
  'steps[0].name': 'Sadzenie', 'steps[0].from': { day: '2026-05-02' }, 'steps[0].to': { day: '2026-05-03' }, 'steps[0].doer': 'both',
  'contributions[0].name': 'Kopanie', 'contributions[0].kind': 'work', 'contributions[0].hours': '120', 'contributions[0].value': '4 800,50',
  'requests[0].name': 'Taczki', 'requests[0].kind': 'equipment', 'requests[0].value': '300',
  'contact.name': 'Olena', 'contact.phone': '12 000 10 10', 'contact.email': 'olena@example.org', resident: 'yes', noMoney: 'yes', allTrue: 'yes', dataProtection: 'yes',
};

eachEngine((engine) => {
  // What forms refuse does not depend on the engine, and there are many fields.
  if (engine === 'sqlite') test('a resident and the City walk the whole way by the forms of the pages alone, and every form refuses what is wrong', { timeout: 120_000 }, async () => {
    const p = await portal(engine);
    const { owner } = await verified(p, await p.person({ roles: ['officer'] }), 901);
    const { witness, counts, found } = mistrust(p, await afresh(p, owner), ['save']);
    const clock: Clock = { now: monday, witness };
    const resident = walker(p, clock, await p.person());
    const officer = walker(p, clock, await p.person({ roles: ['officer'] }));
    const head = walker(p, clock, await p.person({ roles: ['head'] }));
    const anyone = walker(p, clock);

    await resident.open('/uk/local-initiatives/new');
    await resident.send('start');
    const mine = resident.at().replace('/edit', '');
    await resident.send('save', answers);
    expect(resident.at()).toBe(mine);
    await resident.send('submit');
    const desk = `/pl/office/local-initiatives/${mine.split('/').pop()}`;
    await officer.open(desk);
    await officer.send('publish');
    await officer.send('complete', { note: 'Do kogo należy skwer?', dueOn: { day: '2026-03-20' } });
    // The same forms a second time.
    delete clock.witness;
    await resident.open(`${mine}/edit`);
    await resident.send('save', { place: 'Skwer miejski' });
    await resident.send('submit');
    await officer.open(desk);
    await officer.send('publish');
    clock.witness = witness;
    await officer.send('assess', { 'need.points': '40', 'need.reason': word, 'work.points': '40', 'work.reason': word, 'district.points': '0', 'district.reason': word });
    await head.open(desk);
    await head.send('agree', { reason: 'Skwer służy wszystkim sąsiadom.' });
    await officer.open(desk);
    // The agreement begins with what the request says.
    await officer.send('agreement', { number: 'IL/1/2026', signedOn: { day: '2026-03-02' } });
    await resident.open(mine);
    await resident.send('report', { outcome: 'done', text: 'Posadziliśmy krzewy. Telefon 600 700 800.', people: '18', hours: '130' });
    await officer.open(desk);
    await officer.send('done', { thingsBack: ['yes'] });

    await anyone.open('/en/local-initiatives');
    await anyone.open(anyone.links('/en/local-initiatives/IL-')[0] ?? '');
    for (const words of ['completed', 'Skwer miejski', 'IL/1/2026', '80 of 100 points', '5,100.50', 'Skwer służy wszystkim sąsiadom.', 'Posadziliśmy krzewy. Telefon [usunięto].']) expect(anyone.html()).toContain(words);
    expect(anyone.html()).not.toMatch(/600 700 800|Olena|12 000 10 10|olena@/);
    expect(found).toEqual([]);
    expect([counts.forms, counts.replays]).toEqual([10, 10]);
    expect(counts.fields).toBeGreaterThan(80);
  });

  test('a draft is shown to nobody, a request only to its people and the City, and its pages say what is due', async () => {
    const p = await portal(engine);
    const clock: Clock = { now: monday };
    const person = await p.person();
    const [stranger, officer] = [await p.person(), await p.person({ roles: ['officer'] })];
    const resident = walker(p, clock, person);
    await resident.open('/pl/local-initiatives/new');
    await resident.send('start');
    const edit = resident.at();
    const mine = edit.replace('/edit', '');
    const desk = `/pl/office/local-initiatives/${mine.split('/').pop()}`;
    await resident.send('save');
    expect(resident.html()).toContain('Co trzeba poprawić przed złożeniem');
    const seen = async () => Promise.all([visit(p, mine, { person: stranger }), visit(p, edit, { person: stranger }), visit(p, mine, { person: officer }), visit(p, desk, { person: stranger }), visit(p, desk, { person: officer })].map(async (page) => (await page).status));
    expect(await seen()).toEqual([403, 403, 403, 403, 403]);
    await resident.open(edit);
    await resident.send('save', answers);
    await resident.send('submit');
    expect(await seen()).toEqual([403, 403, 403, 403, 200]);
    expect(resident.html()).toContain('2 kwietnia 2026');
    expect((await visit(p, '/pl/desk', { person })).html).toContain(`href="${mine}"`);
    expect((await visit(p, '/pl/office', { person: officer })).html).toContain(`href="${desk}"`);
    expect((await visit(p, '/pl/office/local-initiatives', { person: officer })).html).toContain('2 kwietnia 2026');
    // Nobody has read it for everybody yet: its number is known, its words are not.
    const unread = (await visit(p, '/pl/local-initiatives/IL-2026-0001')).html;
    expect(unread).toContain('Wniosek IL-2026-0001');
    expect(unread).not.toContain('Zielony skwer');
    // A form that was folded away is open when it is refused.
    const refused = await visit(p, desk, { person: officer, form: { intent: 'complete', _form: 'complete', note: 'x' } });
    expect([refused.status, /<details open=""><summary>([^<]*)/.exec(refused.html)?.[1]]).toEqual([422, 'Poproś o uzupełnienie']);
    await resident.send('withdraw');
    expect((await visit(p, '/pl/local-initiatives/IL-2026-0001')).html).toContain('Wniosek wycofano');
  });

  test.each(['/pl/calls', '/pl/groups', '/pl/how-it-works', '/pl/desk'])('%s leads to local initiatives', async (path) => {
    const p = await portal(engine);
    expect((await visit(p, path, { person: await p.person() })).html).toContain('href="/pl/local-initiatives"');
  });
});
