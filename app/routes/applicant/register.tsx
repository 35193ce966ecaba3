import { useLoaderData } from '@remix-run/react';
import { declare } from '~/access/declare';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { registerOrganisation } from '~/modules/organisations/commands.server';
import { OwnFields, RegisterFields } from '~/modules/organisations/components/entry-fields';
import { RegisterQuestion } from '~/modules/organisations/components/register-question';
import { RegisterForm } from '~/modules/organisations/forms';
import { filledFrom, legalFormOf } from '~/modules/organisations/rules-of-register';
import { askRegister } from '~/modules/registers/commands.server';
import { KrsForm } from '~/modules/registers/forms';
import { findAnswer } from '~/modules/registers/queries.server';
import { checkKrs } from '~/shared/identifiers';
import { dayOf, formatDay } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { FormStateContext, PostForm, useFormState } from '~/ui/form';

export const handle = declare({ see: 'organisation.register', do: { save: 'organisation.register', ask: 'register.ask' } });
export const meta = titled('organisations.registerTitle');

// Only the form asks the register; this page reads what it answered, so that opening an address has no effect outside.
export const loader = load(handle, async ({ context, url, lang }) => {
  const asked = checkKrs(url.searchParams.get('krs') ?? '');
  if (!asked.ok) return { krs: '', outcome: null, day: '', filled: null, formKnown: true };
  const answer = await findAnswer(context.db.read, asked.value, context.now);
  const found = answer?.outcome === 'found' ? answer.subset : null;
  return {
    krs: asked.value,
    outcome: answer?.outcome ?? 'silent',
    day: answer ? formatDay(dayOf(answer.askedAt), lang) : '',
    filled: found ? filledFrom(found) : null,
    formKnown: !found || legalFormOf(found) !== null,
  };
});

export const action = act(handle, {
  save: doing(RegisterForm, async (context, input, { lang }) => {
    const { id } = await registerOrganisation(context, input);
    return `/${lang}/my/${id}`;
  }),
  ask: doing(KrsForm, async (context, { krsAsked }, { lang, register }) => {
    await askRegister(context, register, krsAsked);
    return `/${lang}/register?krs=${krsAsked}`;
  }),
});

/** What a blank form has chosen already. */
const chosen = { city: 'Kraków', addressVisibility: 'full', ledByCommunity: 'not_stated', minSignatures: '1' };

export default function Register() {
  const { filled, ...asked } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const refused = useFormState();
  // Fields show what the register filled in as they show what was typed before a refusal.
  const shown = refused ?? (filled ? { intent: 'save', formId: '', values: { ...chosen, ...filled }, errors: [] } : null);
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('ui.nav.desk') }]} />
      <h1>{t('organisations.registerTitle')}</h1>
      <p>{t('organisations.registerLead')}</p>
      <p><a href={`/${lang}/groups`}>{t('groups.title')}</a></p>
      <RegisterQuestion {...asked} />
      <FormStateContext.Provider value={shown}>
        <PostForm intent="save" className="stack section">
          <RegisterFields />
          <OwnFields />
          <div className="row">
            <Button name="next" value="submit">{t('organisations.saveAndSubmit')}</Button>
            <Button tone="plain">{t('organisations.saveDraft')}</Button>
          </div>
        </PostForm>
      </FormStateContext.Provider>
    </div>
  );
}
