import type { ReactNode } from 'react';
import { languageNames, languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { Mark } from './mark';

export type Account = { name: string; links: { href: string; label: string }[] };
export type Theme = 'system' | 'light' | 'dark' | 'contrast';

type PageShellProps = {
  /** Path and query of this page, to keep them when the language changes. */
  path: string;
  query: string;
  account: Account | null;
  theme: Theme;
  wide?: boolean;
  demo?: { label: string; href: string; link: string } | undefined;
  children: ReactNode;
};

const sections = ['organisations', 'calls', 'initiatives', 'consultations', 'programme'] as const;
const themes: Theme[] = ['system', 'light', 'dark', 'contrast'];

/** Head, foot and ways around every page. */
export function PageShell({ path, query, account, theme, wide, demo, children }: PageShellProps) {
  const t = useT();
  const lang = useLang();
  return (
    <>
      <a className="skip" href="#main">{t('ui.skip')}</a>
      {demo ? <p className="demo-bar">{demo.label} <a href={demo.href}>{demo.link}</a></p> : null}
      <header className="masthead">
        <div className="wrap">
          <div className="row spread">
            <a className="brand" href={`/${lang}`}>
              <Mark />
              <span>{t('ui.portalName')}<small>{t('ui.portalSubtitle')}</small></span>
            </a>
            <Languages path={path} query={query} />
          </div>
          <nav className="nav" aria-label={t('ui.mainNav')}>
            {sections.map((section) => (
              <a key={section} href={`/${lang}/${section}`} {...(path.startsWith(`/${lang}/${section}`) ? { 'aria-current': 'page' as const } : {})}>
                {t(`ui.nav.${section}` as const)}
              </a>
            ))}
            {account ? null : <a className="sign-in" href={`/${lang}/sign-in`}>{t('ui.signIn')}</a>}
          </nav>
          {account ? <AccountBar account={account} path={path} /> : null}
        </div>
      </header>
      <main id="main" className={wide ? 'wide' : 'wrap'} tabIndex={-1}>{children}</main>
      <Footer path={path} query={query} theme={theme} />
    </>
  );
}

function Languages({ path, query }: { path: string; query: string }) {
  const lang = useLang();
  const rest = path.replace(/^\/(pl|en|uk|de|ru)(?=\/|$)/, '');
  return (
    <nav className="languages" aria-label="Język / Language">
      {languages.map((code) => (
        <a key={code} href={`/${code}${rest}${query}`} lang={code} hrefLang={code} {...(code === lang ? { 'aria-current': 'true' as const } : {})}>
          {languageNames[code]}
        </a>
      ))}
    </nav>
  );
}

function AccountBar({ account, path }: { account: Account; path: string }) {
  const t = useT();
  const lang = useLang();
  return (
    <nav className="account-bar" aria-label={t('ui.accountNav')}>
      {account.links.map(({ href, label }) => (
        <a key={href} href={href} {...(path === href ? { 'aria-current': 'page' as const } : {})}>{label}</a>
      ))}
      <a className="who" href={`/${lang}/account`}>{account.name}</a>
      <form method="post" action={`/${lang}/sign-out`}>
        <input type="hidden" name="intent" value="signOut" />
        <button className="link">{t('ui.signOut')}</button>
      </form>
    </nav>
  );
}

function Footer({ path, query, theme }: { path: string; query: string; theme: Theme }) {
  const t = useT();
  const lang = useLang();
  return (
    <footer className="footer">
      <div className="wrap stack">
        <div className="row spread">
          <ul className="row">
            <li><a href={`/${lang}/accessibility`}>{t('ui.footer.accessibility')}</a></li>
            <li><a href={`/${lang}/privacy`}>{t('ui.footer.privacy')}</a></li>
            <li><a href={`/${lang}/open-data`}>{t('ui.footer.openData')}</a></li>
            <li><a href={`/${lang}/how-it-works`}>{t('ui.footer.howItWorks')}</a></li>
            <li><a href="https://www.bip.krakow.pl" hrefLang="pl">BIP</a></li>
          </ul>
          <form className="theme" method="post" action={`/${lang}/theme`}>
            <input type="hidden" name="intent" value="set" />
            <input type="hidden" name="back" value={`${path}${query}`} />
            <fieldset>
              <legend>{t('ui.theme')}</legend>
              {themes.map((name) => (
                <button key={name} className="button plain small" name="theme" value={name} aria-pressed={theme === name}>
                  {t(`ui.theme.${name}` as const)}
                </button>
              ))}
            </fieldset>
          </form>
        </div>
        <p>{t('ui.footer.help')} <a href="tel:+48120000000">12 000 00 00</a>. {t('ui.footer.hours')}</p>
      </div>
    </footer>
  );
}
