import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Checklist } from '~/ui/checklist';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read' });
export const meta = titled('groups.title');
export const loader = load(handle, async () => ({}));

const routes = ['patron', 'regranting', 'initiative', 'joint', 'proposal', 'association'] as const;
const parts = ['how', 'signs', 'money', 'next'] as const;
const checks = ['who', 'what', 'cost', 'route', 'agreed', 'entry'] as const;

const leadsTo: Record<(typeof routes)[number], (lang: string) => string> = {
  patron: (lang) => `/${lang}/organisations?role=umbrella`,
  regranting: (lang) => `/${lang}/calls`,
  initiative: (lang) => `/${lang}/local-initiatives`,
  joint: (lang) => `/${lang}/organisations`,
  proposal: (lang) => `/${lang}/organisations`,
  association: (lang) => `/${lang}/groups/become-an-association`,
};

export default function Groups() {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/how-it-works`, label: t('pages.how.title') }]} />
      <h1>{t('groups.title')}</h1>
      <p>{t('groups.lead')}</p>
      <div className="prose">
        <ol>
          {routes.map((route) => <li key={route}><a href={`#${route}`}>{t(`groups.route.${route}.title` as const)}</a></li>)}
        </ol>
      </div>
      {routes.map((route, i) => (
        <section className="stack" id={route} key={route}>
          <h2>{i + 1}. {t(`groups.route.${route}.title` as const)}</h2>
          <SummaryList items={parts.map((part) => ({ label: t(`groups.${part}` as const), value: t(`groups.route.${route}.${part}` as const) }))} />
          <p><a href={leadsTo[route](lang)}>{t(`groups.route.${route}.link` as const)}</a></p>
        </section>
      ))}
      <section className="stack">
        <h2>{t('groups.checklist')}</h2>
        <Checklist items={checks.map((check) => t(`groups.check.${check}` as const))} />
        <p className="hint">{t('groups.print')}</p>
        <p><LinkButton href={`/${lang}/register`}>{t('groups.enter')}</LinkButton></p>
      </section>
    </div>
  );
}
