import { prepareAgreement, releaseForSigning, signForCity, signForOrganisation } from '~/modules/agreements/commands.server';
import { dayOf } from '~/shared/time';
import { acceptedAward, clerk, terms } from './award';
import { monday, type Portal } from './portal';

/** An agreement in force, made from an accepted award by an officer, a signatory and the head. */
export async function activeAgreement(p: Portal) {
  const award = await acceptedAward(p);
  const officer = await clerk(p, 'officer');
  const head = await clerk(p, 'head');
  const { id, number } = await prepareAgreement(p.as(officer), award.awardId, terms(award.amount));
  await releaseForSigning(p.as(officer), id);
  await signForOrganisation(p.as(award.signatory), id);
  await signForCity(p.as(head), id, { signedOn: dayOf(monday) });
  return { ...award, agreementId: id, agreementNumber: number, officer, head };
}
