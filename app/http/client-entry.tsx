import { createContext, useContext } from 'react';

/** The address of the one script that starts the islands of a page. */
export const ClientEntryContext = createContext<string | null>(null);

/** Starts the islands of a page; a page that has none does not need it. */
export function ClientEntry() {
  const source = useContext(ClientEntryContext);
  return source ? <script type="module" src={source} /> : null;
}
