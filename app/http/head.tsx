import { createContext, useContext } from 'react';
import type { accountOf } from './account.server';
import type { Theme } from './theme';

/** What every page shows around its own content, also one that tells of a fault. */
export type Head = {
  /** The address of the one script that starts the islands of a page. */
  script: string;
  account: ReturnType<typeof accountOf>;
  theme: Theme;
  demo: boolean;
  requestId: string;
};

const HeadContext = createContext<Head | null>(null);

/** Gives the head to everything inside. */
export const HeadProvider = HeadContext.Provider;

/** What stands around the page. */
export function useHead(): Head {
  return useContext(HeadContext) ?? { script: '', account: null, theme: 'system', demo: false, requestId: '' };
}

/** Starts the islands of a page; a page that has none does not need it. */
export function ClientEntry() {
  const { script } = useHead();
  return script ? <script type="module" src={script} /> : null;
}
