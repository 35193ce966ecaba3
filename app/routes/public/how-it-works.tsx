import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';

export const handle = declare({ see: 'public.read' });
export const meta = titled('pages.how.title');
export const loader = load(handle, async () => ({}));

const steps = [1, 2, 3, 4, 5, 6, 7, 8] as const;

export default function HowItWorks() {
  const t = useT();
  return (
    <div className="prose">
      <h1>{t('pages.how.title')}</h1>
      <p>{t('pages.how.lead')}</p>
      <ol>{steps.map((step) => <li key={step}>{t(`pages.how.${step}` as const)}</li>)}</ol>
      <h2>{t('pages.how.informal')}</h2>
      <p>{t('pages.how.informalText')}</p>
    </div>
  );
}
