import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { serviceKinds } from '~/modules/organisations/content';
import { nothingWanted, searchDirectory } from '~/modules/organisations/directory.server';
import { languageLabels } from '~/modules/organisations/labels';
import { districtName, districtSlugs, languagesServed } from '~/modules/programme/lists';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('directory.help');

const sensitive = ['crisis', 'psychological', 'legal_help', 'documents'];
const neutralPage = 'https://pogoda.imgw.pl/';

type Choice = { href: string; label: string; count: number; lang?: string };

export const loader = load(handle, async ({ context, url, lang, t }) => {
  const { db } = context;
  const here = `/${lang}/help`;
  const need = serviceKinds.find((kind) => kind === url.searchParams.get('need'));
  const spoken = url.searchParams.get('language');
  const language = spoken === 'any' ? 'any' : languagesServed.find((code) => code === spoken);
  const list = (more: string) => `/${lang}/organisations?need=${need}${language && language !== 'any' ? `&language=${language}` : ''}${more}`;
  const { counts, total } = await searchDirectory(db, { ...nothingWanted, need: need ? [need] : [], language: language && language !== 'any' ? [language] : [] }, 1);
  const step = !need ? 1 : !language ? 2 : 3;
  const choices: Choice[] =
    step === 1
      ? serviceKinds.map((kind) => ({ href: `${here}?need=${kind}`, label: t(`openData.kind.${kind}` as const), count: counts.need.get(kind) ?? 0 })).filter(({ count }) => count > 0)
      : step === 2
        ? [
            ...languagesServed.map((code) => ({ href: `${here}?need=${need}&language=${code}`, label: languageLabels(t, [code])[0] ?? code, count: counts.language.get(code) ?? 0 })).filter(({ count }) => count > 0),
            { href: `${here}?need=${need}&language=any`, label: t('directory.help.anyLanguage'), count: total },
          ]
        : [
            { href: list(''), label: t('directory.anyDistrict'), count: total },
            ...districtSlugs.map((slug) => ({ href: list(`&sort=near&from=${slug}`), label: districtName(slug), count: counts.district.get(slug) ?? 0, lang: 'pl' })),
          ];
  // In their own language first: most people come for that.
  const own = step === 2 ? choices.findIndex(({ href }) => href.endsWith(`language=${lang}`)) : -1;
  if (own > 0) choices.unshift(...choices.splice(own, 1));
  return { step, choices, sensitive: need !== undefined && sensitive.includes(need), need: need ? t(`openData.kind.${need}` as const) : null };
});

/** From a need to people who help with it, in three steps that a phone and little Polish are enough for. */
export default function Help() {
  const { step, choices, sensitive: quiet, need } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const question = step === 1 ? t('directory.help.need') : step === 2 ? t('directory.help.language') : t('directory.help.district');
  return (
    <div className="stack section">
      {step > 1 ? <Breadcrumbs items={[{ href: `/${lang}/help`, label: t('directory.help') }]} /> : null}
      {quiet ? (
        <p className="leave"><a className="button bad" href={neutralPage} rel="noreferrer" data-island="leave">{t('directory.leave')}</a> <span className="hint">{t('directory.leaveHint')}</span></p>
      ) : null}
      <p className="hint">{t('directory.help.step', { n: step })}{need ? ` · ${need}` : ''}</p>
      <h1>{question}</h1>
      {step === 3 ? <p>{t('directory.help.districtHint')}</p> : null}
      {choices.length === 0 ? <EmptyState title={t('directory.help.none')}><p><a href={`/${lang}/organisations`}>{t('directory.list')}</a></p></EmptyState> : (
        <ul className={step === 3 ? 'choices-list dense' : 'choices-list'}>
          {choices.map(({ href, label, count, lang: own }) => (
            <li key={href}><a href={href}><span lang={own}>{label}</span> {step < 3 || count > 0 ? <span className="count">{count}</span> : null}</a></li>
          ))}
        </ul>
      )}
      <Notice>{t('directory.help.emergency')}</Notice>
    </div>
  );
}
