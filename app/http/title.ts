import type { MetaFunction } from '@remix-run/node';
import type { MessageKey } from '~/i18n/codes';
import { isLang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';

/** The title of a page from the catalogue, or from its data as `pageTitle`; and what the page tells search engines, as `linked`. */
export function titled(key: MessageKey): MetaFunction {
  return ({ params, data }) => {
    const t = translator(isLang(params.lang) ? params.lang : 'pl');
    const { pageTitle, linked } = (data as { pageTitle?: string; linked?: Record<string, unknown> } | undefined) ?? {};
    // Remix writes it as JSON in a script that is never run, with the signs of HTML escaped.
    return [{ title: `${pageTitle ?? t(key)} · ${t('ui.portalName')}` }, ...(linked ? [{ 'script:ld+json': linked as never }] : [])];
  };
}
