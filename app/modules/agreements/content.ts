/** The organisation as it stood when the agreement was prepared: a party keeps its name and numbers in the document. */
export type Party = {
  name: string;
  krs: string | null;
  nip: string | null;
  regon: string | null;
  register: string | null;
  address: string;
};

type Registered = Omit<Party, 'register' | 'address'> & {
  registerNumber: string | null;
  registerAuthority: string | null;
  street: string | null;
  postcode: string | null;
  city: string;
};

/** The party to the agreement from the entry of the organisation. */
export function partyOf({ name, krs, nip, regon, registerNumber, registerAuthority, street, postcode, city }: Registered): Party {
  const register = [registerNumber, registerAuthority].filter(Boolean).join(', ');
  const place = [postcode, city].filter(Boolean).join(' ');
  return { name, krs, nip, regon, register: register || null, address: [street, place].filter(Boolean).join(', ') };
}
