import { createContext, useContext, type ReactNode } from 'react';
import type { Lang } from './messages';
import { translator, type Translate } from './translate';

const LangContext = createContext<Lang>('pl');

/** Gives the pieces of page below it the reader's language. */
export function LangProvider({ lang, children }: { lang: Lang; children: ReactNode }) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

/** The reader's language. */
export function useLang(): Lang {
  return useContext(LangContext);
}

/** The catalogue in the reader's language. */
export function useT(): Translate {
  return translator(useLang());
}
