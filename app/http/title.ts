import type { MetaFunction } from '@remix-run/node';
import type { MessageKey } from '~/i18n/codes';
import { isLang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';

/** The title of a page from the catalogue, or from its data as `pageTitle`. */
export function titled(key: MessageKey): MetaFunction {
  return ({ params, data }) => {
    const t = translator(isLang(params.lang) ? params.lang : 'pl');
    const own = (data as { pageTitle?: string } | undefined)?.pageTitle;
    return [{ title: `${own ?? t(key)} · ${t('ui.portalName')}` }];
  };
}
