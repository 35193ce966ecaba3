import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import type { RequiredAttachment } from '~/modules/calls/content';
import { attachmentsInWords } from '~/modules/calls/rules-attachments';
import { listFiles } from '~/modules/files/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import type { OfferContent } from './content';
import { partnersReading } from './partners.server';
import { mayNeedNone, otherFiles, slotsFor, type Slot } from './rules-of-slots';

type Offer = { id: string; organisationId: string };

/** What the call wants attached to this offer and what is there; asks the database nothing where the call wants nothing. */
export async function slotsOf(read: Read, { id, organisationId }: Offer, required: readonly RequiredAttachment[], lang: Lang = 'pl'): Promise<Slot[]> {
  if (required.length === 0) return [];
  const files = await listFiles(read, 'application_attachment', id);
  const partners = await partnersReading(read, id);
  let outsideKrs = false;
  for (const one of [organisationId, ...partners]) outsideKrs ||= !(await getOrganisation(read, one)).krs;
  return slotsFor(attachmentsInWords(required, lang), { outsideKrs, joint: partners.length > 0 }, files);
}

/** The section as it may be kept: reasons only against what the offeror decides, each with the official name, and no mark of needing nothing where something is needed. */
export function attachmentsAgainst(slots: readonly Slot[], { none = false, reasons = [] }: Partial<NonNullable<OfferContent['attachments']>> = {}): NonNullable<OfferContent['attachments']> {
  const kept = slots.filter(({ need }) => need === 'ifApplies').flatMap(({ key, polish }) => {
    const reason = reasons.find(({ id }) => id === key)?.reason ?? '';
    return reason ? [{ id: key, name: polish, reason }] : [];
  });
  return { none: none && mayNeedNone(slots), ...(kept.length > 0 ? { reasons: kept } : {}) };
}

/** The files of an offer as they are frozen with it: name, sum, and which attachment of the call each is, those of the call first and in its order. */
export function frozenFiles(files: readonly { name: string; sha256: string; slot: string | null }[], required: readonly RequiredAttachment[]): { name: string; sha256: string; attachment?: string }[] {
  const asked = required.flatMap(({ key, name: { pl } }) => files.filter(({ slot }) => slot === key).map(({ name, sha256 }) => ({ name, sha256, attachment: pl ?? '' })));
  return [...asked, ...otherFiles(files, required).map(({ name, sha256 }) => ({ name, sha256 }))];
}
