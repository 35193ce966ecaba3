import { expect, test } from 'vitest';
import { getApplication } from '~/modules/applications/queries.server';
import { saveSection } from '~/modules/applications/saving.server';
import { getCall } from '~/modules/calls/queries.server';
import * as section from '~/routes/applicant/application-section';
import * as apply from '~/routes/applicant/apply';
import { verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { completeContent } from '../support/offer';
import { eachEngine, portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const visit = visitorOf({ 'apply/:slug': apply, 'applications/:id/section/:section': section });

eachEngine((engine) => {
  async function begun() {
    const p = await portal(engine);
    const { slug, officer, callId } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer);
    let requests = 0;
    const ask: typeof visit = (...sent) => {
      requests += 1;
      return visit(...sent);
    };
    await ask(p, `/pl/apply/${slug}`, { person: owner });
    const id = (await ask(p, `/pl/apply/${slug}`, { person: owner, form: { intent: 'start', organisationId } })).location.split('/').at(3) ?? '';
    const save = (form: Record<string, string>, name = 'budget', version = '1') =>
      ask(p, `/pl/applications/${id}/section/${name}`, { person: owner, form: { intent: name, version, ...(name === 'budget' ? { 'sources.grant': '' } : {}), ...form } });
    return { p, id, owner, callId, save, requests: () => requests };
  }

  test('a new draft is saved for the first time with the third request', async () => {
    const { p, id, save, requests } = await begun();
    expect((await save({ experience: 'Od roku prowadzimy klub.' }, 'profile')).status).toBe(303);
    expect(requests()).toBe(3);
    expect((await getApplication(p.db.read, id)).content.profile?.experience).toBe('Od roku prowadzimy klub.');
  });

  test('amounts are read as people write them, and what cannot be an amount is refused at its field', async () => {
    const { p, id, save } = await begun();
    const good = ['1 234,56', '1.234,56', '1\u00a0234,56', '1\u202f234,56 zł', '1234.56', '1,234.56'];
    for (const typed of good) {
      const { version } = await getApplication(p.db.read, id);
      expect((await save({ 'sources.grant': typed, 'sources.ownCash': String(version) }, 'budget', String(version))).status, typed).toBe(303);
      expect((await getApplication(p.db.read, id)).content.budget?.sources, typed).toMatchObject({ grant: 123_456, ownCash: version * 100 });
    }
    const before = await getApplication(p.db.read, id);
    for (const typed of ['-5', '−5,00', '1000000000000000', '1,234', '12,345', '1e5', 'NaN', 'dużo', '<b>5</b>', '0x10']) {
      const answer = await save({ 'sources.grant': typed }, 'budget', String(before.version));
      expect(answer.status, typed).toBe(422);
      expect(answer.html).toContain('sources.grant');
    }
    expect((await getApplication(p.db.read, id)).version).toBe(before.version);
  });

  test('ten thousand pasted rows are refused, never half taken; as many as a budget holds are taken', async () => {
    const { p, id, save, owner, callId } = await begun();
    await saveSection(p.as(owner), id, 'schedule', completeContent(await getCall(p.db.read, callId)).schedule, 1);
    const rows = (n: number) => Array.from({ length: n }, () => 'a\tb\t1\t1\tadmin').join('\n');
    for (const n of [10_000, 201]) expect((await save({ pasted: rows(n) }, 'budget', '2')).status, String(n)).toBe(422);
    expect((await getApplication(p.db.read, id)).content.budget).toBeUndefined();
    expect((await save({ pasted: rows(200) }, 'budget', '2')).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.budget?.lines).toHaveLength(200);
  });

  test('a table pasted from a word processor is read by its cells, its markup is not', async () => {
    const { p, id, save } = await begun();
    expect((await save({ pasted: '<table><tr><td>Sala</td></tr></table>' })).status).toBe(422);
    expect((await save({ pasted: 'Rodzaj kosztu\tMiara\tKoszt\tLiczba\r\n„Sala”\u00a0duża\tdzień\t1\u00a0250,00 zł\t2\tadministracyjne\r\n\r\n' })).status).toBe(303);
    expect((await getApplication(p.db.read, id)).content.budget?.lines).toMatchObject([{ actionId: null, unitCost: 125_000, quantity: 200 }]);
  });
});
