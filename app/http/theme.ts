export const themes = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** The look a reader chose, from the cookie `theme`; else that of the system. */
export function themeOf(cookie: string | null): Theme {
  const chosen = /(?:^|;\s*)theme=(\w+)/.exec(cookie ?? '')?.[1];
  return themes.find((theme) => theme === chosen) ?? 'system';
}
