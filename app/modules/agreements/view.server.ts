import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import { getPerson } from '~/modules/identity/queries.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { legalRule } from '~/modules/programme/queries.server';
import { formatDay, formatInstant } from '~/shared/time';
import { listSignatures, type AgreementRow } from './queries.server';

/** An agreement as its page reads it out: days of the law in force and the names of those who signed. */
export async function viewOf(read: Read, agreement: AgreementRow, lang: Lang) {
  const { citySignedBy, signedOn, endDate } = agreement;
  const { title, callTitle, form, amount, totalCost, startDate, account, party, organisationRepresentatives, cityRepresentative, shiftLimit, orderNumber, orderDate } = agreement;
  const signatures = await listSignatures(read, agreement.id);
  return {
    title, callTitle, form, amount, totalCost, startDate, endDate, account, party, organisationRepresentatives, cityRepresentative, shiftLimit, orderNumber, orderDate,
    reportDays: await legalRule(read, 'REPORT_DUE', endDate),
    returnDays: await legalRule(read, 'RETURN_DUE', endDate),
    orgSignatures: signatures.map(({ name, at }) => `${name}, ${formatInstant(at, lang)}`),
    signaturesNeeded: agreement.status === 'ready_to_sign' ? (await getOrganisation(read, agreement.organisationId)).representation.minSignatures : signatures.length,
    citySignature: citySignedBy && signedOn ? `${(await getPerson(read, citySignedBy)).name}, ${formatDay(signedOn, lang)}` : null,
  };
}
