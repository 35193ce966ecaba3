import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { languageNames, languages, type Lang } from '~/i18n/messages';
import { useLang, useT } from '~/i18n/react';
import { IndicatorForm, RenameForm, RetireForm } from '~/modules/programme/forms';
import { addIndicator, renameIndicator, retireIndicator } from '~/modules/programme/indicators.server';
import { listIndicatorRows, listPriorityAreas } from '~/modules/programme/queries.server';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { Checkbox, Select } from '~/ui/choices';
import { DayField } from '~/ui/date-field';
import { Details } from '~/ui/details';
import { Field } from '~/ui/field';
import { PostForm, useFormState } from '~/ui/form';
import { Tag } from '~/ui/tag';

export const handle = declare({ see: 'indicator.keep', do: { add: 'indicator.keep', rename: 'indicator.keep', retire: 'indicator.keep' } });
export const meta = titled('programme.indicators.title');

export const loader = load(handle, async ({ context, lang }) => {
  const { read } = context.db;
  const [rows, areas] = await Promise.all([listIndicatorRows(read), listPriorityAreas(read)]);
  const areaNames = new Map(areas.map(({ code, names }) => [code, names[lang]]));
  return {
    today: dayOf(context.now),
    areas: areas.map(({ code, names }) => ({ value: code, label: names[lang] })),
    rows: rows.map(({ code, area, names, status, validTo }) => ({ code, names, name: names[lang], area: areaNames.get(area) ?? area, status, validTo, until: validTo ? formatDay(validTo, lang) : null })),
  };
});

export const action = act(handle, {
  add: doing(IndicatorForm, async (context, input, { lang }) => {
    await addIndicator(context, input);
    return `/${lang}/office/indicators`;
  }),
  rename: doing(RenameForm, async (context, input, { lang }) => {
    await renameIndicator(context, input);
    return `/${lang}/office/indicators`;
  }),
  retire: doing(RetireForm, async (context, input, { lang }) => {
    await retireIndicator(context, input);
    return `/${lang}/office/indicators`;
  }),
});

/** The list that results of offers are linked to, as officers keep it. */
export default function Indicators() {
  const { rows, areas, today } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const refused = useFormState();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office`, label: t('ui.nav.office') }]} />
      <h1>{t('programme.indicators.title')}</h1>
      <p className="lead">{t('programme.indicators.lead')}</p>
      {rows.map(({ code, name, area, names, status, validTo, until }) => (
        <section className="card stack" key={code}>
          <h2>{name}</h2>
          <p className="row"><span className="hint">{area}</span> <Tag>{t(`programme.indicators.${status}` as const)}</Tag> {until ? <Tag tone="wait">{t('programme.indicators.until', { day: until })}</Tag> : null}</p>
          <Details summary={<>{t('programme.indicators.change')}<span className="visually-hidden"> {name}</span></>} open={refused?.formId === `rename-${code}` || refused?.formId === `retire-${code}`}>
            <PostForm intent="rename" formId={`rename-${code}`} className="stack">
              <input type="hidden" name="code" value={code} />
              <Names names={names} />
              <Button tone="plain">{t('programme.indicators.rename')}</Button>
            </PostForm>
            <PostForm intent="retire" formId={`retire-${code}`} className="stack">
              <input type="hidden" name="code" value={code} />
              <DayField name="validTo" legend={t('programme.indicators.lastDay')} hint={t('programme.indicators.lastDayHint')} defaultValue={validTo} />
              <Button tone="plain">{t('programme.indicators.retire')}</Button>
            </PostForm>
          </Details>
        </section>
      ))}
      <Details summary={t('programme.indicators.add')} open={refused?.intent === 'add'}>
        <PostForm intent="add" formId="add" className="stack">
          <Select name="area" label={t('programme.indicators.area')} options={areas} />
          <Names />
          <DayField name="validFrom" legend={t('programme.indicators.from')} defaultValue={today} />
          <Checkbox name="official" label={t('programme.indicators.isOfficial')} />
          <Button>{t('programme.indicators.add')}</Button>
        </PostForm>
      </Details>
    </div>
  );
}

function Names({ names }: { names?: Record<Lang, string> }) {
  const t = useT();
  return <>{languages.map((one) => <Field key={one} name={`names.${one}`} label={t('programme.indicators.name', { lang: languageNames[one] })} lang={one} defaultValue={names?.[one]} />)}</>;
}
