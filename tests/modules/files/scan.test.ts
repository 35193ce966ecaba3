import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { system } from '~/access/actor';
import { readConfig } from '~/http/config.server';
import { submitApplication } from '~/modules/applications/commands.server';
import { clamd, verdictOf } from '~/modules/files/clamd.server';
import { attachFile, removeFile } from '~/modules/files/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { scanAgainAfter, whyNotHandOut } from '~/modules/files/rules';
import { scanFiles } from '~/modules/files/scan.server';
import { forgetUnfinished } from '~/modules/files/tidy.server';
import { fakeClamd } from '../../support/clamd';
import { announced } from '../../support/call';
import { eicar } from '../../support/malicious-files';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { pdf } from '../../support/sample-files';
import { verified } from '../organisations/entries';

const later = (milliseconds: number) => new Date(monday.getTime() + milliseconds);

function folderOf(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'portal-scan-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('clamd is asked by its own protocol, chunk by chunk, and only a plain yes is a yes', async () => {
  const server = await fakeClamd();
  const scan = clamd({ ...server, timeout: 300 });
  expect(await scan(Readable.from([pdf(700_000)]))).toEqual({ clean: true });
  expect(server.seen).toEqual([700_000]);
  expect(await scan(Readable.from([Buffer.from('a'), Buffer.from(eicar)]))).toEqual({ clean: false, found: 'Eicar-Test-Signature' });
  expect(await scan(Readable.from([]))).toEqual({ clean: true });
  for (const mood of ['silent', 'hangs up', 'full'] as const) {
    server.state.mood = mood;
    await expect(scan(Readable.from([pdf(200_000)]))).rejects.toThrow(/clamd|ECONNRESET|EPIPE/);
  }
  await expect(scan(new Readable({ read() { this.destroy(new Error('the disk')); } }))).rejects.toThrow('the disk');
  for (const answer of ['', 'stream: OK?', 'OK', 'stream: ERROR']) expect(() => verdictOf(answer)).toThrow('clamd answered');
});

test('a scanner that is not there is an error, and none is set without its name', async () => {
  const closed = createServer();
  const port = await new Promise<number>((ready) => closed.listen(0, '127.0.0.1', () => ready((closed.address() as { port: number }).port)));
  await new Promise((done) => closed.close(done));
  await expect(clamd({ host: '127.0.0.1', port })(Readable.from(['x']))).rejects.toThrow('ECONNREFUSED');
  expect(readConfig({}).clamd).toBeUndefined();
  expect(readConfig({ CLAMD_HOST: 'clamd' }).clamd).toEqual({ host: 'clamd', port: 3310 });
  expect(() => readConfig({ CLAMD_HOST: 'a b' })).toThrow('CLAMD_HOST');
});

test('an infected file is handed to nobody, and with a scanner an unchecked one only to its sender', () => {
  const file = (scan: 'unchecked' | 'clean' | 'infected' | 'failed') => ({ scan, uploadedBy: 'me' });
  for (const scanner of [true, false]) for (const reader of ['me', 'you', null]) expect(whyNotHandOut(file('infected'), { scanner, reader })).toBe('file.infected');
  expect(whyNotHandOut(file('unchecked'), { scanner: false, reader: 'you' })).toBeNull();
  for (const scan of ['unchecked', 'failed'] as const) {
    expect(whyNotHandOut(file(scan), { scanner: true, reader: 'you' })).toBe('file.notChecked');
    expect(whyNotHandOut(file(scan), { scanner: true, reader: 'me' })).toBeNull();
  }
  expect(whyNotHandOut(file('clean'), { scanner: true, reader: 'you' })).toBeNull();
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const folder = folderOf();
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id } = await completeOffer(p, { callId, organisationId, editor: owner });
    const subject = { purpose: 'application_attachment' as const, subjectId: id, organisationId };
    const attach = (name: string, bytes: Buffer) => {
      const storageKey = `key${name.replace(/\W/g, '')}`.padEnd(24, '0');
      writeFileSync(path.join(folder, storageKey), bytes);
      return attachFile(p.as(owner), subject, { storageKey, name, type: 'application/pdf', size: bytes.length, sha256: 'x' });
    };
    const states = async () => Object.fromEntries((await listFiles(p.db.read, 'application_attachment', id)).map(({ name, scan }) => [name, scan]));
    const job = (now = monday) => ({ ...p.as(officer, { now }), actor: system });
    return { p, folder, officer, owner, id, subject, attach, states, job };
  }

  test('what the scanner finds is blocked and told, and stops the handing in until it is gone', async () => {
    const { p, folder, owner, officer, id, subject, attach, states, job } = await scene();
    const server = await fakeClamd();
    await attach('statut.pdf', pdf());
    const { id: bad } = await attach('oferta.pdf', Buffer.concat([pdf(), Buffer.from(eicar)]));
    expect(await states()).toEqual({ 'statut.pdf': 'unchecked', 'oferta.pdf': 'unchecked' });
    await expect(scanFiles(p.as(officer), clamd(server), folder)).rejects.toThrow('file.scan');
    expect(await scanFiles(job(), clamd(server), folder)).toEqual({ scanned: 2, failed: 0 });
    expect(await states()).toEqual({ 'statut.pdf': 'clean', 'oferta.pdf': 'infected' });
    const mails = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template.startsWith('file.'));
    expect(mails.map(({ template, toEmail }) => [template, toEmail]).toSorted()).toEqual([['file.infected', owner.email], ['file.infectedToCity', officer.email]].toSorted());
    expect(JSON.stringify(mails.find(({ template }) => template === 'file.infectedToCity')?.params)).not.toContain('oferta');
    await expect(submitApplication(p.as(owner), id)).rejects.toMatchObject({ code: 'file.infectedAttached', params: { name: 'oferta.pdf' } });
    await removeFile(p.as(owner), subject, bad);
    expect((await submitApplication(p.as(owner), id)).receiptNumber).toMatch(/^OK-/);
    expect(await scanFiles(job(), clamd(server), folder)).toEqual({ scanned: 0, failed: 0 });
  });

  test('a scanner that is away holds nobody up, and the file is looked at when it is back', async () => {
    const { p, folder, owner, id, attach, states, job } = await scene();
    const server = await fakeClamd();
    server.state.mood = 'hangs up';
    await attach('statut.pdf', pdf());
    expect(await scanFiles(job(), clamd(server), folder)).toEqual({ scanned: 0, failed: 1 });
    expect(await states()).toEqual({ 'statut.pdf': 'failed' });
    await submitApplication(p.as(owner), id);
    server.state.mood = 'well';
    expect(await scanFiles(job(later(scanAgainAfter)), clamd(server), folder)).toEqual({ scanned: 0, failed: 0 });
    expect(await scanFiles(job(later(scanAgainAfter + 1)), clamd(server), folder)).toEqual({ scanned: 1, failed: 0 });
    expect(await states()).toEqual({ 'statut.pdf': 'clean' });
  });

  test('what was begun and not finished within a day is forgotten, and nothing else', async () => {
    const { p, officer } = await scene();
    const folder = folderOf();
    const { db } = p;
    const day = 24 * 3_600_000;
    const at = { old: later(-day - 1), young: later(-day) };
    await db.tx(async (tx) => {
      for (const [fileKey, createdAt, result] of [['old', at.old, null], ['young', at.young, null], ['done', at.old, { id: 'x' }]] as const)
        await tx.insert(tx.t.uploadIntents).values({ fileKey, personId: officer.id, purpose: 'application_attachment', subjectId: 'x', callbackUrl: '', callbackSlug: '', metadata: {}, createdAt, ...(result ? { result } : {}) });
    });
    for (const [name, time] of [['old.part', at.old], ['young.part', at.young], ['whole', at.old]] as const) {
      writeFileSync(path.join(folder, name), 'x');
      utimesSync(path.join(folder, name), time, time);
    }
    const context = { ...p.as(officer), actor: system };
    expect(await forgetUnfinished(context, folder)).toEqual({ intents: 1, pieces: 1 });
    expect(readdirSync(folder).toSorted()).toEqual(['whole', 'young.part']);
    expect(await forgetUnfinished(context, path.join(folder, 'none'))).toEqual({ intents: 0, pieces: 0 });
    await expect(forgetUnfinished(p.as(officer), folder)).rejects.toThrow('file.tidy');
  });
});
