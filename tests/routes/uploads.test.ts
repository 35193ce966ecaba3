import { expect, test, vi } from 'vitest';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { grantRole } from '~/modules/identity/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { largestFile } from '~/modules/files/rules';
import { instantAt } from '~/shared/time';
import { afresh, verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { getCall } from '~/modules/calls/queries.server';
import { completeContent, writeOffer } from '../support/offer';
import { eachEngine, monday, portal } from '../support/portal';
import { html, pdf } from '../support/sample-files';
import { takeFromCloud } from '~/http/uploads/uploads.server';
import { uploadsOf } from '../support/uploads';

const deadline = instantAt('2026-03-31', '15:00');
const later = (milliseconds: number) => new Date(Math.max(monday.getTime(), Date.now()) + milliseconds);

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p, { closesAt: deadline });
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { owner: stranger } = await verified(p, officer, 2);
    const { id: subjectId } = await startApplication(p.as(owner), { callId, organisationId });
    const files = () => listFiles(p.db.read, 'application_attachment', subjectId);
    return { p, callId, officer, owner, stranger, subjectId, files, ...uploadsOf(p) };
  }

  test('an announced upload is kept in the table, and its bytes become a file of the offer', async () => {
    const { p, owner, subjectId, announce, put, files, kept } = await scene();
    const { url, key } = await announce(owner, { name: 'Статут Спілки.pdf', size: 5000, subjectId });
    const [intent] = await p.db.read.select().from(p.db.t.uploadIntents);
    expect(intent).toMatchObject({ fileKey: key, personId: owner.id, purpose: 'application_attachment', subjectId, createdAt: monday });

    const answer = await put(owner, url, { bytes: pdf(5000) });
    expect(answer.status).toBe(200);
    expect(await files()).toMatchObject([{ id: answer.serverData?.id, name: 'Статут Спілки.pdf', size: 5000, type: 'application/pdf' }]);
    expect(kept()).toEqual([key]);
  });

  test('with a cloud token a file that arrived there is copied here, looked at, and attached for whoever sent it', async () => {
    const { owner, stranger, subjectId, files, load } = await scene();
    const served = new Map<string, Uint8Array>([['https://cloud.test/good', pdf(700)], ['https://cloud.test/bad', html]]);
    vi.stubGlobal('fetch', async (address: string) => new Response(served.get(address) ? Buffer.from(served.get(address) ?? []) : null, { status: served.has(address) ? 200 : 404 }));
    const from = (personId: string) => ({ purpose: 'application_attachment', subjectId, personId, lang: 'uk' as const });
    try {
      await takeFromCloud(load(), from(owner.id), { address: 'https://cloud.test/good', name: 'statut.pdf' });
      await expect(takeFromCloud(load(), from(owner.id), { address: 'https://cloud.test/bad', name: 'statut.pdf' })).rejects.toMatchObject({ name: 'RuleViolation' });
      await expect(takeFromCloud(load(), from(owner.id), { address: 'https://cloud.test/none', name: 'statut.pdf' })).rejects.toThrow('404');
      await expect(takeFromCloud(load(), from(stranger.id), { address: 'https://cloud.test/good', name: 'statut.pdf' })).rejects.toMatchObject({ name: 'Forbidden' });
    } finally {
      vi.unstubAllGlobals();
    }
    expect(await files()).toMatchObject([{ name: 'statut.pdf', size: 700, type: 'application/pdf' }]);
  });

  test('an upload is announced only by somebody who may attach to the offer, and only while it can change', async () => {
    const { p, callId, owner, stranger, officer, subjectId, announce } = await scene();
    const wanted = { name: 'statut.pdf', size: 5000, subjectId };
    for (const person of [null, stranger, officer]) expect((await announce(person, wanted)).status).toBe(403);
    expect((await announce(owner, { ...wanted, purpose: 'something_else' })).status).toBe(403);
    expect(await announce(owner, { ...wanted, size: largestFile + 1, lang: 'de' })).toMatchObject({ url: '', message: expect.stringContaining('Die Datei ist zu groß') });
    await writeOffer(p, owner, subjectId, completeContent(await getCall(p.db.read, callId)));
    await submitApplication(p.as(owner), subjectId);
    expect((await announce(owner, wanted)).status).toBe(403);
    expect(await p.db.read.select().from(p.db.t.uploadIntents)).toEqual([]);
  });

  test('a signature that is forged, moved to another key or size, or over opens nothing', async () => {
    const { owner, subjectId, announce, put, have, kept } = await scene();
    const { url, key } = await announce(owner, { name: 'statut.pdf', size: 400, subjectId });
    const bytes = pdf(400);
    const forged = [
      url.replace(/signature=.*$/, ''), url.replace(/signature=.*$/, 'signature=hmac-sha256%3D00'), url.replace(/(.)$/, (last) => (last === '0' ? '1' : '0')),
      url.replace(key, `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`), url.replace('x-ut-file-size=400', 'x-ut-file-size=4000'),
      url.replace('statut.pdf', 'statut.exe'),
    ];
    for (const address of forged) expect(`${address} ${(await put(owner, address, { bytes })).status}`).toBe(`${address} 403`);
    expect((await put(owner, url, { bytes, now: later(25 * 3_600_000) })).status).toBe(403);
    expect(await have(owner, forged[0] ?? '')).toBe('refused 403');
    expect(kept()).toEqual([]);
  });

  test('the signed address of somebody else is of no use', async () => {
    const { owner, stranger, subjectId, announce, put, have, files, kept } = await scene();
    const { url } = await announce(owner, { name: 'statut.pdf', size: 400, subjectId });
    for (const person of [null, stranger]) {
      expect((await put(person, url, { bytes: pdf(400) })).status).toBe(403);
      expect(await have(person, url)).toBe('refused 403');
    }
    expect(await files()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test('more bytes than announced are refused and nothing of them is kept; fewer are no file', async () => {
    const { owner, subjectId, announce, put, files, kept } = await scene();
    const { url } = await announce(owner, { name: 'statut.pdf', size: 5000, subjectId });
    expect((await put(owner, url, { bytes: pdf(5001) })).status).toBe(413);
    expect(kept()).toEqual([]);
    expect((await put(owner, url, { bytes: pdf(4000) })).status).toBe(400);
    expect(await files()).toEqual([]);
  });

  test.each([
    ['a page named .pdf', 'oferta.pdf', html, 'Przyjmujemy pliki PDF'],
    ['a PDF named .png', 'mapa.png', pdf(300), 'Rozszerzenie nazwy nie zgadza się'],
    ['a programme named .pdf', 'x.pdf', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]), 'Przyjmujemy pliki PDF'],
  ])('the type is read from the bytes: %s is refused and forgotten', async (_what, name, bytes, sentence) => {
    const { owner, subjectId, announce, put, files, kept } = await scene();
    const { url } = await announce(owner, { name, size: bytes.length, subjectId });
    const answer = await put(owner, url, { bytes, name });
    expect(answer).toMatchObject({ status: 422, error: expect.stringContaining(sentence) });
    expect(await files()).toEqual([]);
    expect(kept()).toEqual([]);
  });

  test('after a broken upload the client asks what arrived and sends the rest', async () => {
    const { owner, subjectId, announce, put, have, files, take } = await scene();
    const bytes = pdf(200_000);
    const { url } = await announce(owner, { name: 'mapa.pdf', size: bytes.length, subjectId });
    expect(await have(owner, url)).toBe(0);
    expect((await put(owner, url, { bytes, breakAt: 120_000 })).status).toBe(400);
    const arrived = Number(await have(owner, url));
    expect(arrived).toBeGreaterThan(50_000);
    expect(arrived).toBeLessThanOrEqual(120_000);
    expect((await put(owner, url, { bytes, from: arrived + 1 })).status).toBe(416);

    const done = await put(owner, url, { bytes, from: arrived });
    expect(done.status).toBe(200);
    expect((await take(owner, done.serverData?.id ?? '')).bytes.equals(bytes)).toBe(true);
    // The answer may be lost: asked again, the server says the same and keeps one file.
    expect(await have(owner, url)).toBe(bytes.length);
    expect(await put(owner, url, { bytes, from: bytes.length })).toMatchObject({ status: 200, serverData: done.serverData });
    expect(await files()).toHaveLength(1);
  });

  test('a file is handed to members at once, to the City after the offer is in, and to nobody else', async () => {
    const { p, callId, owner, stranger, officer, subjectId, announce, put, take } = await scene();
    const { url } = await announce(owner, { name: 'Żółty statut.pdf', size: 400, subjectId });
    const { serverData } = await put(owner, url, { bytes: pdf(400) });
    const id = serverData?.id ?? '';
    const status = async (person: typeof owner | null) => (await take(person, id)).status;

    expect([await status(null), await status(stranger), await status(officer), await status(owner)]).toEqual([302, 403, 403, 200]);
    await writeOffer(p, owner, subjectId, completeContent(await getCall(p.db.read, callId)));
    await submitApplication(p.as(owner), subjectId);
    expect([await status(null), await status(stranger), await status(officer), await status(owner)]).toEqual([302, 403, 200, 200]);
    await grantRole(p.as(await p.person({ roles: ['admin'] })), { personId: stranger.id, role: 'auditor' });
    expect(await status(await afresh(p, stranger))).toBe(200);

    const { headers } = await take(owner, id);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="file.pdf"; filename*=UTF-8''${encodeURIComponent('Żółty statut.pdf')}`);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await take(owner, 'nothing-here')).status).toBe(404);
  });

  test('a blocked file is handed to nobody, with a sentence; with a scanner the City waits until a file was looked at', async () => {
    const { p, callId, owner, officer, subjectId, announce, put, take } = await scene();
    const { url } = await announce(owner, { name: 'statut.pdf', size: 400, subjectId });
    const { serverData } = await put(owner, url, { bytes: pdf(400) });
    const id = serverData?.id ?? '';
    await writeOffer(p, owner, subjectId, completeContent(await getCall(p.db.read, callId)));
    await submitApplication(p.as(owner), subjectId);
    const scanned = (scan: 'unchecked' | 'clean' | 'infected') => p.db.tx(async (tx) => void (await tx.update(tx.t.files).set({ scan })));
    const guarded = uploadsOf(p, { CLAMD_HOST: 'clamd' });
    expect((await take(officer, id)).status).toBe(200);
    expect((await guarded.take(officer, id)).status).toBe(409);
    await scanned('infected');
    for (const person of [owner, officer]) {
      const { status, bytes, headers } = await take(person, id);
      expect([status, headers.get('content-type'), bytes.toString()]).toEqual([409, 'text/plain; charset=utf-8', expect.stringContaining('znaleziono wirusa')]);
    }
    expect((await take(null, id)).status).toBe(302);
  });
});
