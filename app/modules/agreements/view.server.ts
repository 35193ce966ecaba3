import type { Read } from '#db/open.server';
import type { Lang } from '~/i18n/messages';
import { getPerson } from '~/modules/identity/queries.server';
import { legalRule } from '~/modules/programme/queries.server';
import { formatDay, formatInstant } from '~/shared/time';
import type { AgreementRow } from './queries.server';

/** An agreement as its page reads it out: days of the law in force and the names of those who signed. */
export async function viewOf(read: Read, agreement: AgreementRow, lang: Lang) {
  const { orgSignedBy, orgSignedAt, citySignedBy, signedOn, endDate } = agreement;
  const { title, callTitle, form, amount, totalCost, startDate, account, party, organisationRepresentatives, cityRepresentative, shiftLimit, orderNumber, orderDate } = agreement;
  const signature = async (personId: string | null, at: string) => (personId ? `${(await getPerson(read, personId)).name}, ${at}` : null);
  return {
    title, callTitle, form, amount, totalCost, startDate, endDate, account, party, organisationRepresentatives, cityRepresentative, shiftLimit, orderNumber, orderDate,
    reportDays: await legalRule(read, 'REPORT_DUE', endDate),
    returnDays: await legalRule(read, 'RETURN_DUE', endDate),
    orgSignature: await signature(orgSignedBy, orgSignedAt ? formatInstant(orgSignedAt, lang) : ''),
    citySignature: await signature(citySignedBy, signedOn ? formatDay(signedOn, lang) : ''),
  };
}
