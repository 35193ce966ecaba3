import { describe, expect, test } from 'vitest';
import { attachFile, removeFile, type Arrived } from '~/modules/files/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { largestFile, mostFiles, shownName, whyNotKeep } from '~/modules/files/rules';
import { eachEngine, portal } from '../../support/portal';

const megabyte = 1024 * 1024;

describe('what may be kept', () => {
  const pdf = { name: 'statut.pdf', type: 'application/pdf', size: 1000 };
  test.each([
    [pdf, null],
    [{ ...pdf, name: 'STATUT.PDF' }, null],
    [{ ...pdf, size: largestFile }, null],
    [{ ...pdf, size: largestFile + 1 }, 'file.tooLarge'],
    [{ ...pdf, size: 0 }, 'file.empty'],
    [{ ...pdf, type: undefined }, 'file.type'],
    [{ ...pdf, type: 'text/html' }, 'file.type'],
    [{ ...pdf, type: 'constructor' }, 'file.type'],
    [{ ...pdf, name: 'statut.pdf.exe' }, 'file.ending'],
    [{ ...pdf, name: 'statut' }, 'file.ending'],
    [{ name: 'zdjęcie.jpeg', type: 'image/jpeg', size: 8 * megabyte }, null],
    [{ name: 'zdjęcie.jpg', type: 'image/jpeg', size: 8 * megabyte + 1 }, 'file.tooLarge'],
  ])('%o gives %s', (file, expected) => {
    expect(whyNotKeep(file)).toBe(expected);
  });

  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\dokumenty\\umowa.pdf', 'umowa.pdf'],
    ['umowa\u202efdp.exe', 'umowafdp.exe'],
    ['a\r\nSet-Cookie: x.pdf', 'aSet-Cookie x.pdf'],
    ['\u0000', 'plik'],
    [`${'ż'.repeat(300)}.pdf`, `${'ż'.repeat(116)}.pdf`],
  ])('the name %j is shown as %j', (name, expected) => {
    expect(shownName(name)).toBe(expected);
  });
});

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const subject = { purpose: 'organisation_evidence' as const, subjectId: 'o1', organisationId: 'o1' };
    await p.db.tx(async (tx) => {
      await tx.insert(tx.t.organisations).values({
        id: 'o1', slug: 'o1', status: 'draft', name: 'Most', nameKey: 'most', names: {}, legalForm: 'foundation', city: 'Kraków', addressVisibility: 'full', descriptions: {},
        targetGroups: [], communityRoles: [], ledByCommunity: 'not_stated', communities: [], languages: [], fields: [], searchText: '', representation: { minSignatures: 1, text: '' }, createdAt: new Date(0),
      });
    });
    const editor = await p.person({ memberships: [{ organisationId: 'o1', role: 'editor', signatory: false }] });
    const arrived = (n: number): Arrived => ({ storageKey: `abcdefghijklmnopqrst${n}`, name: `plik ${n}.pdf`, type: 'application/pdf', size: 500, sha256: 'f'.repeat(64) });
    return { p, subject, editor, arrived, files: () => listFiles(p.db.read, subject.purpose, subject.subjectId) };
  }

  test('a subject holds twenty files and a place is free again when one is taken off', async () => {
    const { p, subject, editor, arrived, files } = await scene();
    for (let n = 1; n <= mostFiles; n += 1) await attachFile(p.as(editor), subject, arrived(n));
    await expect(attachFile(p.as(editor), subject, arrived(99))).rejects.toMatchObject({ code: 'file.tooMany' });
    const [first] = await files();
    await removeFile(p.as(editor), subject, first?.id ?? '');
    await attachFile(p.as(editor), subject, arrived(99));
    expect(await files()).toHaveLength(mostFiles);
    await expect(removeFile(p.as(editor), subject, first?.id ?? '')).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('only an editor of the organisation adds and takes off, and a file is taken off only where it hangs', async () => {
    const { p, subject, editor, arrived, files } = await scene();
    const viewer = await p.person();
    await expect(attachFile(p.as(viewer), subject, arrived(1))).rejects.toMatchObject({ name: 'Forbidden' });
    const { id } = await attachFile(p.as(editor), subject, arrived(1));
    await expect(removeFile(p.as(viewer), subject, id)).rejects.toMatchObject({ name: 'Forbidden' });
    await expect(removeFile(p.as(editor), { ...subject, subjectId: 'o2' }, id)).rejects.toMatchObject({ code: 'wrongState' });
    expect(await files()).toHaveLength(1);
    const events = await p.db.read.select({ event: p.db.t.events.event }).from(p.db.t.events);
    expect(events.map(({ event }) => event)).toContain('file.attached');
  });
});
