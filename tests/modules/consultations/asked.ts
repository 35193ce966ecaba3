import { openConsultation, draftConsultation, commentOn, confirmComment } from '~/modules/consultations/commands.server';
import { monday, type Portal } from '../../support/portal';

const inAll = (text: string) => ({ pl: `${text} (pl)`, en: `${text} (en)`, uk: `${text} (uk)`, de: `${text} (de)`, ru: `${text} (ru)` });
export const closesAt = new Date('2026-03-23T14:00:00Z');
export const question = (change: { opensAt?: Date; closesAt?: Date } = {}) => ({
  titles: inAll('Punkt informacyjny'), questions: inAll('Gdzie ma być punkt?'), backgrounds: inAll('Miasto planuje punkt.'), opensAt: monday, closesAt, ...change,
});
export const comment = { text: 'Nowa Huta, blisko tramwaju.', lang: 'pl' as const, authorName: undefined, email: 'olena@example.org' };

/** A consultation that takes comments, and its officer. */
export async function asked(p: Portal) {
  const officer = await p.person({ roles: ['officer'] });
  const { id, slug } = await draftConsultation(p.as(officer), question());
  await openConsultation(p.as(officer), id);
  return { id, slug, officer };
}

/** A comment its author confirmed. */
export async function received(p: Portal, consultationId: string, change: Partial<typeof comment> & { authorName?: string } = {}) {
  const { commentId, token } = await commentOn(p.as({ kind: 'anonymous' }), consultationId, { ...comment, ...change });
  await confirmComment(p.as({ kind: 'anonymous' }), token);
  return { commentId };
}
