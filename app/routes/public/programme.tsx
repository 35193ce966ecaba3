import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languages, type Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { targetGroups } from '~/modules/programme/lists';
import { listPriorityAreas } from '~/modules/programme/queries.server';
import { LinkButton } from '~/ui/button';
import { Notice } from '~/ui/notice';
import { SummaryList } from '~/ui/summary-list';

export const handle = declare({ see: 'public.read' });
export const meta = titled('programme.title');

const names: Record<Lang, string> = {
  pl: 'Otwarty Kraków', en: 'Open Kraków', uk: 'Відкритий Краків', de: 'Offenes Krakau', ru: 'Открытый Краков',
};

export const loader = load(handle, async ({ context, lang }) => {
  const areas = await listPriorityAreas(context.db.read);
  return { areas: areas.map(({ code, names: inLanguages, status }) => ({ code, name: inLanguages[lang], status })) };
});

export default function Programme() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="prose">
      <h1>{t('programme.title')}</h1>
      <p>{t('programme.lead')}</p>
      <p>{t('programme.resolution')}</p>
      <h2>{t('programme.names')}</h2>
      <ul>{languages.map((code) => <li key={code} lang={code}>{names[code]}</li>)}</ul>
      <h2>{t('programme.principles')}</h2>
      <SummaryList items={[
        { label: t('programme.horizontality'), value: t('programme.horizontalityText') },
        { label: t('programme.flexibility'), value: t('programme.flexibilityText') },
      ]} />
      <h2>{t('programme.groups')}</h2>
      <ul>{targetGroups.map((group) => <li key={group}>{t(`programme.targetGroup.${group}` as const)}</li>)}</ul>
      <p>{t('programme.groupsText')}</p>
      <h2>{t('programme.role')}</h2>
      <p>{t('programme.roleText')}</p>
      <h2>{t('programme.areas')}</h2>
      {areas.some(({ status }) => status === 'provisional') ? <Notice>{t('programme.provisional')}</Notice> : null}
      <ol>{areas.map(({ code, name }) => <li key={code}>{name}</li>)}</ol>
      <h2>{t('programme.how')}</h2>
      <ol>
        <li>{t('programme.diagnosis')}</li>
        <li>{t('programme.coauthor')}</li>
        <li>{t('programme.evaluation')}</li>
        <li>{t('programme.consulted')}</li>
      </ol>
      <p className="row"><LinkButton href={`/${lang}/consultations`}>{t('ui.nav.consultations')}</LinkButton><LinkButton tone="plain" href={`/${lang}/how-it-works`}>{t('pages.how.title')}</LinkButton></p>
    </div>
  );
}
