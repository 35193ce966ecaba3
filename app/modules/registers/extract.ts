import { z } from 'zod';
import { checkKrs, checkNip, checkRegon } from '~/shared/identifiers';
import { cleanText } from '~/shared/text';
import { parseDay, type Day } from '~/shared/time';
import type { RegisterSubset } from './content';

// The register promises no shape: what does not look as expected is passed over, only the number and the name must be there.
const words = (longest: number) =>
  z
    .string()
    .transform((text) => cleanText(text).replace(/\s+/g, ' ').trim().slice(0, longest) || undefined)
    .optional()
    .catch(undefined);

const Extract = z.object({
  odpis: z.object({
    naglowekA: z.object({
      rejestr: z.string().optional().catch(undefined),
      numerKRS: z.string().max(20),
      stanZDnia: words(40),
      dataRejestracjiWKRS: words(40),
      dataOstatniegoWpisu: words(40),
    }),
    dane: z.object({
      dzial1: z.object({
        danePodmiotu: z.object({
          formaPrawna: words(250),
          nazwa: z.string().min(1).max(2000),
          identyfikatory: z.object({ regon: words(40), nip: words(40) }).optional().catch(undefined),
          czyPosiadaStatusOPP: z.boolean().optional().catch(undefined),
        }),
        siedzibaIAdres: z
          .object({
            siedziba: z.object({ miejscowosc: words(100) }).optional().catch(undefined),
            adres: z
              .object({ ulica: words(150), nrDomu: words(20), nrLokalu: words(20), miejscowosc: words(100), kodPocztowy: words(20) })
              .optional()
              .catch(undefined),
          })
          .optional()
          .catch(undefined),
      }),
      // People of the board are not named here, so nothing of them goes further than this line.
      dzial2: z
        .object({ reprezentacja: z.object({ sposobReprezentacji: words(1000) }).optional().catch(undefined) })
        .optional()
        .catch(undefined),
      dzial6: z.object({ likwidacja: z.unknown().optional(), rozwiazanieUniewaznienie: z.unknown().optional() }).optional().catch(undefined),
    }),
  }),
});

/** A day of the register ('dd.mm.yyyy') as a day, or null. */
export function dayOfRegister(text: string | undefined): Day | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(text ?? '') ?? [];
  return day && month && year ? parseDay({ day, month, year }) : null;
}

/** The REGON of a head office comes with five zeros behind it. */
export function regonOfRegister(text: string | undefined): string | null {
  const digits = (text ?? '').replace(/\D/g, '');
  const checked = checkRegon(/^\d{9}0{5}$/.test(digits) ? digits.slice(0, 9) : digits);
  return checked.ok ? checked.value : null;
}

function holds(part: unknown): boolean {
  if (Array.isArray(part)) return part.some(holds);
  if (typeof part === 'object' && part !== null) return Object.values(part).some(holds);
  return part !== undefined && part !== null && part !== '' && part !== false;
}

/** The kept part of an extract as the register gave it, or null when it is no extract for this number. */
export function readExtract(answer: unknown, krs: string): RegisterSubset | null {
  const parsed = Extract.safeParse(answer);
  if (!parsed.success) return null;
  const { naglowekA: head, dane } = parsed.data.odpis;
  const number = checkKrs(head.numerKRS);
  if (!number.ok || number.value !== krs) return null;
  const { danePodmiotu: body, siedzibaIAdres: seat } = dane.dzial1;
  const address = seat?.adres;
  const house = [address?.nrDomu, address?.nrLokalu].filter(Boolean).join('/');
  const nip = checkNip(body.identyfikatory?.nip ?? '');
  const name = cleanText(body.nazwa).replace(/\s+/g, ' ').trim().slice(0, 250);
  if (name === '') return null;
  return {
    krs,
    register: head.rejestr === 'RejP' ? 'P' : 'S',
    name,
    form: body.formaPrawna ?? null,
    nip: nip.ok ? nip.value : null,
    regon: regonOfRegister(body.identyfikatory?.regon),
    oppStatus: body.czyPosiadaStatusOPP ?? null,
    city: seat?.siedziba?.miejscowosc ?? address?.miejscowosc ?? null,
    street: [address?.ulica, house].filter(Boolean).join(' ') || null,
    postcode: /^\d{2}-\d{3}$/.test(address?.kodPocztowy ?? '') ? (address?.kodPocztowy ?? null) : null,
    representation: dane.dzial2?.reprezentacja?.sposobReprezentacji ?? null,
    registeredOn: dayOfRegister(head.dataRejestracjiWKRS),
    changedOn: dayOfRegister(head.dataOstatniegoWpisu),
    asOf: dayOfRegister(head.stanZDnia),
    standing: holds(dane.dzial6?.rozwiazanieUniewaznienie) ? 'dissolving' : holds(dane.dzial6?.likwidacja) ? 'in_liquidation' : 'active',
  };
}
