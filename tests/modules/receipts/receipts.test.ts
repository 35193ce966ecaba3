import { createPublicKey, verify } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { reopenApplication, submitApplication } from '~/modules/applications/commands.server';
import { printable } from '~/modules/applications/print/printable.server';
import { getApplication, getLatestSubmission } from '~/modules/applications/queries.server';
import { system } from '~/access/actor';
import { rotateReceiptKey } from '~/modules/receipts/commands.server';
import { findReceipt, findReceiptLinks, listPublicKeys } from '~/modules/receipts/queries.server';
import { signedText } from '~/modules/receipts/signing';
import * as formRoute from '~/routes/applicant/application-form';
import * as snapshotRoute from '~/routes/applicant/application-snapshot';
import * as keysRoute from '~/routes/api/receipt-keys';
import * as receiptRoute from '~/routes/public/receipt';
import * as shortRoute from '~/routes/public/receipt-short';
import * as receiptsRoute from '~/routes/public/receipts';
import { beginSession } from '~/access/session.server';
import { announced } from '../../support/call';
import { completeOffer } from '../../support/offer';
import { eachEngine, monday, portal } from '../../support/portal';
import { ask } from '../../support/pages';
import { visitorOf, type RouteModule } from '../../support/visit';
import { verified } from '../organisations/entries';

const visit = visitorOf({ receipts: receiptsRoute as unknown as RouteModule, 'receipts/:number': receiptRoute as unknown as RouteModule });

eachEngine((engine) => {
  async function handedIn() {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id, receipt } = await completeOffer(p, { callId, organisationId, editor: owner, submit: true });
    const { receiptNumber = '', sha256 = '' } = receipt ?? {};
    const { path = '', short = '' } = (await findReceiptLinks(p.db.read, 'http://portal.test', receiptNumber, sha256)) ?? {};
    const cookie = async (person = owner) => (await beginSession(p.db, 'http://portal.test', person.id)).split(';')[0] ?? '';
    return { p, callId, officer, organisationId, owner, id, number: receiptNumber, sha256, path, short, code: path.split('code=')[1] ?? '', cookie };
  }

  test('a receipt is signed with a key anybody can have, and the signature is checked without the portal', async () => {
    const { p, number, sha256, code } = await handedIn();
    const found = await findReceipt(p.db.read, number, code);
    expect(found).toMatchObject({ number, sha256, kind: 'offer', about: 'Integracja mieszkańców Krakowa', issuedAt: monday, valid: true });
    const { body } = await ask(p, keysRoute, '/pl/keys');
    const jwk = JSON.parse(body).keys.find(({ kid }: { kid: string }) => kid === found?.keyId);
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    expect(found && verify(null, Buffer.from(signedText(found)), key, Buffer.from(found.signature, 'base64url'))).toBe(true);
    expect(body).not.toContain('"d"');
  });

  test('only who holds the code or the checksum reads it, however they write the code', async () => {
    const { p, number, sha256, code } = await handedIn();
    for (const proof of [code, code.toLowerCase().replace('-', ' '), sha256, sha256.toUpperCase()]) expect(await findReceipt(p.db.read, number.toLowerCase(), proof)).toBeDefined();
    for (const proof of ['', 'AAAA-AAAA', sha256.slice(0, 63)]) expect(await findReceipt(p.db.read, number, proof)).toBeUndefined();
    expect(await findReceipt(p.db.read, 'OK-2026-999999', code)).toBeUndefined();
  });

  test('a receipt changed in the database is found out', async () => {
    const { p, number, code } = await handedIn();
    await p.db.tx(async (tx) => {
      await tx.update(tx.t.receipts).set({ issuedAt: new Date(monday.getTime() - 1000) }).where(eq(tx.t.receipts.number, number));
    });
    expect(await findReceipt(p.db.read, number, code)).toMatchObject({ valid: false });
    expect((await visit(p, `/en/receipts/${number}?code=${code}`)).html).toContain('The signature does not fit');
  });

  test('after the key is changed new receipts carry the new one, and the old ones stay valid', async () => {
    const { p, officer, id, owner, number, code } = await handedIn();
    await expect(rotateReceiptKey(p.as(officer))).rejects.toThrow('receipt.rotateKey');
    const { id: newer } = await rotateReceiptKey({ ...p.as(officer), actor: system, now: new Date(monday.getTime() + 1000) });
    await reopenApplication(p.as(owner), id);
    const next = await submitApplication(p.as(owner, { now: new Date(monday.getTime() + 2000) }), id);
    expect(await findReceipt(p.db.read, number, code)).toMatchObject({ keyId: 'receipts-1', valid: true });
    expect(await findReceipt(p.db.read, next.receiptNumber, next.sha256)).toMatchObject({ keyId: newer, valid: true });
    const { body } = await ask(p, keysRoute, '/pl/keys');
    expect(JSON.parse(body).keys.map(({ kid }: { kid: string }) => kid)).toEqual(['receipts-1', newer]);
    const keys = await p.db.read.select().from(p.db.t.receiptKeys);
    expect(keys.map(({ privateKey }) => privateKey.length > 0).toSorted()).toEqual([false, true]);
  });

  test('the short address on paper leads to the page in the language of the reader', async () => {
    const { p, short, path } = await handedIn();
    const [number, code] = short.split('/').slice(-2);
    const request = new Request(short, { headers: { 'accept-language': 'uk' } });
    const answer = shortRoute.loader({ request, params: { number, code }, context: {} } as never);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, `/uk${path}`]);
    const { id } = (await p.db.read.select().from(p.db.t.applications))[0]!;
    const printed = await printable(p.db.read, await getApplication(p.db.read, id), { now: monday, origin: 'http://portal.test' });
    expect(printed.receipt?.check).toBe(short);
  });

  test('all receipts are signed with one key, also those issued at once', async () => {
    const { p, callId, officer, id, owner, number } = await handedIn();
    const other = await verified(p, officer, 2);
    const second = await completeOffer(p, { callId, organisationId: other.id, editor: other.owner });
    await reopenApplication(p.as(owner), id);
    const receipts = await Promise.all([submitApplication(p.as(owner), id), submitApplication(p.as(other.owner), second.id)]);
    expect(new Set([number, ...receipts.map((one) => one.receiptNumber)]).size).toBe(3);
    expect(await listPublicKeys(p.db.read)).toHaveLength(1);
  });

  test('the letter leads to the page of the receipt, which says when and what but not who', async () => {
    const { p, number, path, short, sha256 } = await handedIn();
    const [mail] = (await p.db.read.select().from(p.db.t.outbox)).filter(({ template }) => template === 'application.received');
    expect(JSON.stringify(mail)).toContain(short);
    const { status, html } = await visit(p, `/pl${path}`);
    expect(status).toBe(200);
    for (const said of [number, sha256, '10:00:00', 'Integracja mieszkańców Krakowa', 'To potwierdzenie jest ważne']) expect(html).toContain(said);
    for (const kept of ['Fundacja', 'Klub rozmów', 'Person']) expect(html).not.toContain(kept);
    expect((await visit(p, `/pl/receipts/${number}?code=ZZZZ-ZZZZ`)).html).toContain('Nie ma potwierdzenia');
    expect((await visit(p, `/pl/receipts?number=${number}&code=abc`)).location).toBe(`/pl/receipts/${number}?code=abc`);
    expect((await visit(p, '/uk/receipts')).html).toContain('open-krakow-receipts.json');
  });

  test('the very file proves itself; one sign more and it is not the same', async () => {
    const { p, id, number, path, cookie } = await handedIn();
    const file = await ask(p, snapshotRoute, `/pl/applications/${id}/snapshots/${number}`, { cookie: await cookie(), params: { id, receipt: number } });
    const { snapshot } = (await getLatestSubmission(p.db.read, id)) ?? {};
    expect(file.body).toBe(snapshot);
    const same = await visit(p, `/pl${path}`, { form: { intent: 'compare', snapshot: file.body } });
    expect((await visit(p, same.location)).html).toContain('To dokładnie to, co złożono');
    const other = await visit(p, `/pl${path}`, { form: { intent: 'compare', snapshot: file.body.replace('Klub', 'Kłub') } });
    expect((await visit(p, other.location)).html).toContain('To nie jest to, co złożono');
    expect((await visit(p, `/pl${path}`, { form: { intent: 'compare' } })).status).toBe(422);
  });

  test('the printed form is for its own people and, once handed in, for the City', async () => {
    const { p, id, officer, owner, number, cookie } = await handedIn();
    const stranger = await p.person();
    const print = async (person: typeof owner) => ask(p, formRoute, `/pl/applications/${id}/form.pdf`, { cookie: await cookie(person), params: { id } });
    expect((await print(owner)).body.slice(0, 8)).toBe('%PDF-1.7');
    expect((await print(officer)).status).toBe(200);
    expect((await print(stranger)).status).not.toBe(200);
    await reopenApplication(p.as(owner), id);
    expect((await print(officer)).status).not.toBe(200);
    expect((await print(owner)).status).toBe(200);
    expect((await ask(p, formRoute, `/pl/applications/${id}/form.pdf?receipt=${number}`, { cookie: await cookie(), params: { id } })).status).toBe(200);
  });
});
