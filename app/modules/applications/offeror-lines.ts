import { districtName } from '~/modules/programme/lists';
import type { OfferorLine } from './components/offer-view';

/** Part II.1 in lines, from what the frozen entry of the registry holds: facts of the organisation, never of its people. */
export function linesOf(offeror: Record<string, unknown>, legalForm = offeror.legalForm): OfferorLine {
  const of = (key: string) => (typeof offeror[key] === 'string' ? offeror[key] : '');
  const numbered = (label: string, number: string) => number && `${label} ${number}`;
  const lines = [
    numbered('KRS', of('krs')), numbered('NIP', of('nip')), numbered('REGON', of('regon')), [of('registerNumber'), of('registerAuthority')].filter(Boolean).join(', '),
    of('street'), [of('postcode'), of('city')].filter(Boolean).join(' '), of('district') && districtName(of('district')),
    of('website'), of('email'), of('phone'),
  ].filter(Boolean);
  return { name: of('name'), lines, ...(typeof legalForm === 'string' ? { legalForm } : {}) };
}
