import { eq } from 'drizzle-orm';
import { fileTypeFromBuffer } from 'file-type';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { attachWithin, removeWithin, type Arrived, type FileSubject } from '~/modules/files/commands.server';
import { getFile } from '~/modules/files/queries.server';
import { NotFound, RuleViolation } from '~/shared/errors';
import type { Read } from '#db/open.server';
import { noteChange } from './history.server';
import { getOrganisation } from './queries.server';
import { isPublic, shownPerson, whyNot } from './rules';

const taken = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];
const largest = 8 * 1024 * 1024;
const side = 512;
// A few kilobytes can unfold into a picture that fills the memory.
const mostPixels = 40_000_000;

/** The same picture made anew from its pixels alone, as a PNG: no place, no camera, no hidden bytes; refuses what is no picture. */
export async function reencode(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length > largest) throw new RuleViolation('logo.tooLarge', 'file');
  const type = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime ?? '';
  if (!taken.includes(type)) throw new RuleViolation('logo.type', 'file');
  const { default: sharp } = await import('sharp');
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 })
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png()
      .toBuffer();
  } catch {
    throw new RuleViolation('logo.broken', 'file');
  }
}

const subjectOf = (id: string): FileSubject => ({ purpose: 'organisation_logo', subjectId: id, organisationId: id });

/** Whether this actor may change the logo of this entry now; asked before any byte is looked at. */
export async function refuseLogo({ db, actor }: Pick<Context, 'db' | 'actor'>, id: string): Promise<void> {
  const { status } = await getOrganisation(db.read, id);
  authorise(actor, 'organisation.setLogo', { organisationId: id });
  refuse(whyNot('editOffer', status));
}

/** Gives an entry a logo, in the place of the one it had. */
export function setLogo(context: Context, id: string, arrived: Arrived): Promise<{ id: string }> {
  return changing(context, id, (tx) => attachWithin(tx, context, subjectOf(id), arrived));
}

/** Takes the logo off an entry. */
export async function removeLogo(context: Context, id: string): Promise<void> {
  await changing(context, id, () => Promise.resolve(null));
}

function changing<Kept extends { id: string } | null>(context: Context, id: string, keep: (tx: Parameters<typeof attachWithin>[0]) => Promise<Kept>): Promise<Kept> {
  const { db, actor } = context;
  return db.tx(async (tx) => {
    const { organisations } = tx.t;
    const before = await getOrganisation(tx, id);
    authorise(actor, 'organisation.setLogo', { organisationId: id });
    refuse(whyNot('editOffer', before.status));
    if (before.logoFileId) await removeWithin(tx, context, subjectOf(id), before.logoFileId);
    const kept = await keep(tx);
    await tx.update(organisations).set({ logoFileId: kept?.id ?? null }).where(eq(organisations.id, id));
    if (isPublic(before.status) && !before.safeMode) await noteChange(tx, context, id, 'edited', ['logo']);
    await record(tx, context, { event: kept ? 'organisation.logoSet' : 'organisation.logoRemoved', subject: { kind: 'organisation', id } });
    return kept;
  });
}

/** The logo of a public entry that may be seen, or NotFound. */
export async function getPublicLogo(read: Read, slug: string) {
  const { organisations: o } = read.t;
  const [entry] = await read
    .select({ status: o.status, safeMode: o.safeMode, contactName: o.contactName, contactConsentAt: o.contactConsentAt, logoFileId: o.logoFileId })
    .from(o)
    .where(eq(o.slug, slug));
  const id = entry && isPublic(entry.status) ? shownPerson(entry).logoFileId : null;
  if (!id) throw new NotFound('file');
  return getFile(read, id);
}
