import sharp from 'sharp';
import { expect, test } from 'vitest';
import { startApplication } from '~/modules/applications/commands.server';
import { removeFile } from '~/modules/files/commands.server';
import { getFile, listFiles } from '~/modules/files/queries.server';
import { translator, refusalSentence } from '~/i18n/translate';
import { verified } from '../modules/organisations/entries';
import { announced } from '../support/call';
import { maliciousFiles } from '../support/malicious-files';
import { portal } from '../support/portal';
import { uploadsOf } from '../support/uploads';

// The bytes and the names are the same question on either engine.
test('every file that means harm is refused with its reason, or kept where it can do nothing', async () => {
  const p = await portal('sqlite');
  const { callId, officer } = await announced(p);
  const { id: organisationId, owner } = await verified(p, officer, 1);
  const { id: subjectId } = await startApplication(p.as(owner), { callId, organisationId });
  const { announce, put, take, kept } = uploadsOf(p);
  const samples = await maliciousFiles();
  expect(samples.length).toBeGreaterThanOrEqual(60);
  const t = translator('pl');
  const odd: string[] = [];
  for (const { what, name, bytes, expect: wanted } of samples) {
    const said = await announce(owner, { name, size: bytes.length, subjectId });
    const answer = said.url ? await put(owner, said.url, { bytes, name: 'x.pdf' }) : { status: 422, error: said.message };
    if (wanted !== 'kept') {
      const sentence = refusalSentence(t, wanted);
      if (answer.status >= 500 || answer.status < 400 || answer.error !== sentence) odd.push(`${what}: ${answer.status} ${answer.error}`);
      continue;
    }
    const id = 'serverData' in answer ? (answer.serverData?.id ?? '') : '';
    if (answer.status !== 200) odd.push(`${what}: ${answer.status} ${answer.error}`);
    else odd.push(...(await harmsOf(id, what)));
    if (id) await removeFile(p.as(owner), { purpose: 'application_attachment', subjectId, organisationId }, id);
  }
  expect(odd).toEqual([]);
  expect(await listFiles(p.db.read, 'application_attachment', subjectId)).toEqual([]);
  expect(kept()).toHaveLength(samples.filter((one) => one.expect === 'kept').length);

  async function harmsOf(id: string, what: string): Promise<string[]> {
    const { status, headers, bytes } = await take(owner, id);
    const { name, type } = await getFile(p.db.read, id);
    const disposition = headers.get('content-disposition') ?? '';
    const wrong = [
      status !== 200 && `status ${status}`,
      headers.get('content-type') !== type && 'another type',
      !/^attachment; filename="file\.[a-z]{3,4}"; filename\*=UTF-8''[A-Za-z0-9%._~!'()*-]+$/.test(disposition) && disposition,
      headers.get('content-security-policy') !== "default-src 'none'; sandbox" && 'not in a sandbox',
      headers.get('cache-control') !== 'no-store' && 'kept by caches',
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u202e/\\"<>]/.test(name) && `name ${name}`,
      name.length > 120 && 'a long name',
      /^(con|aux)\./i.test(name) && 'a device',
      type.startsWith('image/') && (await sharp(bytes).metadata()).exif !== undefined && 'where it was taken',
      type.startsWith('image/') && bytes.includes('<script>') && 'what stood behind it',
    ];
    return wrong.flatMap((one) => (one ? [`${what}: ${one}`] : []));
  }
});
