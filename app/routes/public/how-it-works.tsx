import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { LinkButton } from '~/ui/button';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('pages.how.title');
export const loader = load(handle, async () => ({}));

const steps = ['register', 'call', 'offer', 'check', 'score', 'decision', 'agreement', 'payment', 'report'] as const;
const routes = ['patron', 'regranting', 'initiative', 'association'] as const;
const words = ['task', 'own', 'result', 'reserve', 'tranche'] as const;

export default function HowItWorks() {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <h1>{t('pages.how.title')}</h1>
      <p>{t('pages.how.lead')}</p>
      <section className="stack">
        <h2>{t('pages.how.steps')}</h2>
        {steps.map((step, i) => (
          <div className="stack" key={step}>
            <h3>{i + 1}. {t(`pages.how.${step}.title` as const)}</h3>
            <p>{t(`pages.how.${step}.text` as const)}</p>
          </div>
        ))}
        <p className="row">
          <LinkButton href={`/${lang}/calls`}>{t('programme.link.calls')}</LinkButton>
          <LinkButton href={`/${lang}/programme`} tone="plain">{t('programme.title')}</LinkButton>
        </p>
        <p>{t('proposals.invite')} <a href={`/${lang}/proposals`}>{t('proposals.title')}</a></p>
      </section>
      <section className="stack">
        <h2>{t('pages.how.informal')}</h2>
        <p>{t('pages.how.informalText')}</p>
        <p><a href={`/${lang}/groups`}>{t('groups.title')}</a></p>
        <p><a href={`/${lang}/local-initiatives`}>{t('localInitiatives.title')}</a></p>
        <SummaryList items={routes.map((route) => ({ label: t(`pages.how.route.${route}.title` as const), value: t(`pages.how.route.${route}.text` as const) }))} />
      </section>
      <section className="stack">
        <h2>{t('pages.how.glossary')}</h2>
        <SummaryList items={words.map((word) => ({ label: t(`pages.how.word.${word}` as const), value: t(`pages.how.word.${word}.text` as const) }))} />
      </section>
    </div>
  );
}
