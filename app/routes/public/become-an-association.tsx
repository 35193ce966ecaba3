import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Checklist } from '~/ui/checklist';
import { DataTable } from '~/ui/data-table';

export const handle = declare({ see: 'public.read' });
export const meta = titled('groups.found.title');
export const loader = load(handle, async () => ({}));

const kinds = ['ordinary', 'registered'] as const;
const facts = ['people', 'where', 'number'] as const;
const steps = ['people', 'rules', 'meeting', 'file', 'numbers', 'portal'] as const;
const checks = ['people', 'rules', 'minutes', 'filed', 'entered', 'account', 'portal'] as const;

export default function BecomeAnAssociation() {
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/groups`, label: t('groups.title') }]} />
      <h1>{t('groups.found.title')}</h1>
      <p>{t('groups.found.lead')}</p>
      <section className="stack">
        <h2>{t('groups.found.compare')}</h2>
        <DataTable
          caption={t('groups.found.compare')} hideCaption
          columns={[{ key: 'kind', label: t('groups.found.kind'), rowHeader: true }, ...facts.map((key) => ({ key, label: t(`groups.found.${key}` as const) }))]}
          rows={kinds.map((kind) => ({
            id: kind,
            cells: { kind: t(`groups.found.${kind}` as const), ...Object.fromEntries(facts.map((fact) => [fact, t(`groups.found.${kind}.${fact}` as const)])) },
          }))}
        />
      </section>
      <section className="stack">
        <h2>{t('groups.found.steps')}</h2>
        <div className="prose">
          <ol>
            {steps.map((step) => <li key={step}>{t(`groups.found.step.${step}` as const)}</li>)}
          </ol>
        </div>
      </section>
      <section className="stack">
        <h2>{t('groups.found.checklist')}</h2>
        <Checklist items={checks.map((check) => t(`groups.found.check.${check}` as const))} />
        <p className="hint">{t('groups.print')}</p>
        <p className="row">
          <LinkButton href={`/${lang}/register`}>{t('organisations.registerTitle')}</LinkButton>
          <a href="https://www.bip.krakow.pl" hrefLang="pl">BIP</a>
        </p>
      </section>
    </div>
  );
}
