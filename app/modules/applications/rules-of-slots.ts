import type { AttachmentCondition } from '~/modules/calls/content';
import type { AttachmentInWords } from '~/modules/calls/rules-attachments';
import type { LinkedFile } from '~/ui/file-link';
import type { OfferContent } from './content';

/** What an attachment of the call is for one offer: it must be there, the offeror says whether it applies, it may be there, or nobody waits for it. */
export type Need = 'wanted' | 'ifApplies' | 'free' | 'notWanted';

/** What of an offer decides which attachments it needs. */
export type SlotFacts = { outsideKrs: boolean; joint: boolean };

const needs: Record<AttachmentCondition, (facts: SlotFacts) => Need> = {
  always: () => 'wanted',
  outsideKrs: ({ outsideKrs }) => (outsideKrs ? 'wanted' : 'notWanted'),
  joint: ({ joint }) => (joint ? 'wanted' : 'notWanted'),
  // Who acts for whom stands in no data of the portal.
  representative: () => 'ifApplies',
  optional: () => 'free',
};

/** A place in the offer for one attachment of the call, with the files that are in it. */
export type Slot = AttachmentInWords & { need: Need; files: LinkedFile[] };

type AttachedFile = LinkedFile & { slot: string | null };

/** The places for attachments of one offer, in the order of the call. */
export function slotsFor(attachments: readonly AttachmentInWords[], facts: SlotFacts, files: readonly AttachedFile[]): Slot[] {
  return attachments.map((attachment) => ({
    ...attachment, need: needs[attachment.when](facts), files: files.filter(({ slot }) => slot === attachment.key).map(({ id, name, scan }) => ({ id, name, ...(scan ? { scan } : {}) })),
  }));
}

/** Files that are in none of these places. */
export function otherFiles<File extends { slot?: string | null }>(files: readonly File[], slots: readonly { key: string }[]): File[] {
  return files.filter(({ slot }) => !slots.some(({ key }) => key === slot));
}

/** Whether the offer may say of itself that it needs no attachment. */
export function mayNeedNone(slots: readonly Slot[]): boolean {
  return slots.every(({ need }) => need !== 'wanted');
}

/** Why an attachment does not apply, as the offer says; '' where it says nothing. */
export function reasonAgainst({ attachments }: OfferContent, key: string): string {
  return attachments?.reasons?.find(({ id }) => id === key)?.reason ?? '';
}

export type SlotState = 'there' | 'missing' | 'notApplies' | 'notWanted' | 'free';

/** Where one place for an attachment stands. */
export function stateOfSlot({ key, need, files }: Slot, content: OfferContent): SlotState {
  if (files.length > 0) return 'there';
  if (need === 'free' || need === 'notWanted') return need;
  return need === 'ifApplies' && reasonAgainst(content, key) ? 'notApplies' : 'missing';
}
