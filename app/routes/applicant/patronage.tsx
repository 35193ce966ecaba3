import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import type { Context } from '~/access/context';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { PatronageCard, ProposePatronage } from '~/modules/organisations/components/own-patronage';
import { PatronageForm, ProposeForm } from '~/modules/organisations/forms-of-patronage';
import { answerPatronage, listOwnPatronages, listPossiblePartners, proposePatronage } from '~/modules/organisations/patronages.server';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { sideOf, type PatronageStep } from '~/modules/organisations/rules-of-patronage';
import { NotFound } from '~/shared/errors';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Notice } from '~/ui/notice';

export const handle = declare({
  see: 'organisation.members',
  do: { propose: 'patronage.propose', accept: 'patronage.answer', decline: 'patronage.answer', withdraw: 'patronage.answer', end: 'patronage.end' },
});
export const meta = titled('groups.title');

export const loader = load(handle, async ({ context, params, url, lang, t }) => {
  const { db, actor } = context;
  const organisation = await getOrganisation(db.read, params.organisationId ?? '');
  const { id, name, status, legalForm } = organisation;
  const subject = { organisationId: id };
  authorise(actor, 'organisation.members', subject);
  const side = sideOf(legalForm);
  if (!side) throw new NotFound('patronage');
  const q = (url.searchParams.get('q') ?? '').slice(0, 200);
  const ready = status === 'verified';
  const mayPropose = ready && may(actor, 'patronage.propose', subject);
  const patronages = await listOwnPatronages(db.read, id);
  return {
    id, name, side, q, ready, mayPropose,
    mayAnswer: may(actor, 'patronage.answer', subject),
    patronages: patronages.map(({ proposedAt, endedAt, ...rest }) => ({
      ...rest, proposed: formatDay(dayOf(proposedAt), lang), ended: endedAt ? formatDay(dayOf(endedAt), lang) : null,
    })),
    partners: mayPropose ? await listPossiblePartners(db.read, organisation, q) : [],
    pageTitle: t(`groups.own.${side}` as const),
  };
});

const here = (lang: string, params: Record<string, string>) => `/${lang}/my/${params.organisationId}/patronage`;

const answering = (step: PatronageStep) =>
  doing(PatronageForm, async (context: Context, { patronageId }, { lang, params }) => {
    await answerPatronage(context, params.organisationId ?? '', patronageId, step);
    return here(lang, params);
  });

export const action = act(handle, {
  propose: doing(ProposeForm, async (context, input, { lang, params }) => {
    await proposePatronage(context, params.organisationId ?? '', input);
    return here(lang, params);
  }),
  accept: answering('accept'),
  decline: answering('decline'),
  withdraw: answering('withdraw'),
  end: answering('end'),
});

export default function Patronage() {
  const { id, name, side, q, ready, mayPropose, mayAnswer, patronages, partners, pageTitle } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }, { href: `/${lang}/my/${id}`, label: name }]} />
      <h1>{pageTitle}</h1>
      <p>{t(`groups.own.lead.${side}` as const)}</p>
      <p><a href={`/${lang}/groups`}>{t('groups.title')}</a></p>
      <section className="stack">
        <h2>{t('groups.own.current')}</h2>
        {patronages.length === 0 ? <p>{t('groups.own.none')}</p> : null}
        {patronages.map((patronage) => <PatronageCard key={patronage.id} patronage={patronage} mayAnswer={mayAnswer} />)}
      </section>
      {ready ? null : <Notice>{t('groups.notYet')}</Notice>}
      {mayPropose ? <ProposePatronage action={`/${lang}/my/${id}/patronage`} side={side} q={q} partners={partners} /> : null}
    </div>
  );
}
