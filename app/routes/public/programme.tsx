import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languages } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { targetGroups } from '~/modules/programme/lists';
import { listPriorityAreas } from '~/modules/programme/queries.server';
import { Notice } from '~/ui/notice';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'public.read', kept: 'hour' });
export const meta = titled('programme.title');

export const loader = load(handle, async ({ context, lang }) =>
  (await listPriorityAreas(context.db.read)).map(({ code, names, status }) => ({ code, name: names[lang], status })),
);

const names = { pl: 'Otwarty Kraków', en: 'Open Kraków', uk: 'Відкритий Краків', de: 'Offenes Krakau', ru: 'Открытый Краков' };
const principles = ['horizontality', 'flexibility'] as const;
const stages = ['diagnosis', 'evaluation', 'recommendations', 'internal', 'public'] as const;

export default function Programme() {
  const areas = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const links = [
    { href: 'organisations', label: t('programme.link.organisations') },
    { href: 'calls', label: t('programme.link.calls') },
    { href: 'consultations', label: t('programme.link.consultations') },
    { href: 'how-it-works', label: t('programme.link.how') },
  ];
  return (
    <div className="stack section">
      <h1>{t('programme.title')}</h1>
      <p>{t('programme.adopted')}</p>
      <section className="stack">
        <h2>{t('programme.purpose')}</h2>
        <p>{t('programme.purpose.text')}</p>
        <h3>{t('programme.names')}</h3>
        <ul>
          {languages.map((one) => (
            <li key={one} lang={one}>{names[one]}</li>
          ))}
        </ul>
      </section>
      <section className="stack">
        <h2>{t('programme.principles')}</h2>
        <div className="grid">
          {principles.map((principle) => (
            <div className="card stack" key={principle}>
              <h3>{t(`programme.${principle}` as const)}</h3>
              <p>{t(`programme.${principle}.text` as const)}</p>
            </div>
          ))}
        </div>
      </section>
      <section className="stack">
        <h2>{t('programme.groups')}</h2>
        <SummaryList items={targetGroups.map((group) => ({ label: t(`programme.targetGroup.${group}` as const), value: t(`programme.group.${group}.text` as const) }))} />
        <p className="hint">{t('programme.groups.note')}</p>
      </section>
      <section className="stack">
        <h2>{t('programme.areas')}</h2>
        {areas.some(({ status }) => status === 'provisional') ? <Notice title={t('programme.areas.provisional')}>{t('programme.areas.provisional.text')}</Notice> : null}
        <div className="prose">
          <ol>
            {areas.map(({ code, name, status }) => (
              <li key={code}>{name} <Tag tone={status === 'official' ? 'good' : 'plain'}>{t(`programme.area.${status}` as const)}</Tag></li>
            ))}
          </ol>
        </div>
      </section>
      <section className="stack">
        <h2>{t('programme.made')}</h2>
        <SummaryList items={stages.map((stage) => ({ label: t(`programme.made.${stage}` as const), value: t(`programme.made.${stage}.text` as const) }))} />
      </section>
      <section className="stack">
        <h2>{t('programme.organisations')}</h2>
        <p>{t('programme.organisations.text')}</p>
      </section>
      <nav className="stack" aria-label={t('programme.next')}>
        <h2>{t('programme.next')}</h2>
        <ul className="stack">
          {links.map(({ href, label }) => (
            <li key={href}><a href={`/${lang}/${href}`}>{label}</a></li>
          ))}
        </ul>
      </nav>
    </div>
  );
}
