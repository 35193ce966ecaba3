import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { refusalSentence } from '~/i18n/translate';
import { listIndicators } from '~/modules/programme/queries.server';
import { signOff, submitApplication } from '~/modules/applications/commands.server';
import { placeLabel } from '~/modules/applications/components/places';
import { OfferView } from '~/modules/applications/components/offer-view';
import { offerSections } from '~/modules/applications/content';
import { SubmitForm } from '~/modules/applications/forms';
import { obstaclesOfPartners } from '~/modules/applications/joint-offer.server';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { partnersReading } from '~/modules/applications/partners.server';
import { getApplication, listSignOffs } from '~/modules/applications/queries.server';
import { isWritable, problemsOfOffer, sectionsOf } from '~/modules/applications/rules';
import { translatedTexts } from '~/modules/applications/rules-of-words';
import { slotsOf } from '~/modules/applications/slots.server';
import { writtenOffer } from '~/modules/applications/screening-offer.server';
import { getCall } from '~/modules/calls/queries.server';
import { isOpen } from '~/modules/calls/rules';
import { getOrganisation } from '~/modules/organisations/queries.server';
import { RuleViolation } from '~/shared/errors';
import { nothing } from '~/shared/fields';
import { dayOf, formatInstantZone } from '~/shared/time';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { Button } from '~/ui/button';
import { PostForm } from '~/ui/form';
import { Notice } from '~/ui/notice';

export const handle = declare({ see: 'application.read', do: { submit: 'application.submit', signOff: 'application.signOff' } });
export const meta = titled('applications.checkAll');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { db, actor, now } = context;
  const application = await getApplication(db.read, params.id ?? '');
  const subject = await withHelp(db.read, context, application);
  authorise(actor, 'application.read', { ...subject, handedIn: false, coOrganisations: await partnersReading(db.read, application.id) });
  const [call, organisation] = await Promise.all([getCall(db.read, application.callId), getOrganisation(db.read, application.organisationId)]);
  const signed = await listSignOffs(db.read, application.id, application.version);
  const draft = application.status === 'draft';
  const offer = await writtenOffer(db.read, application);
  const slots = await slotsOf(db.read, application, call.requiredAttachments, lang);
  return {
    indicators: await listIndicators(db.read, context.lang, dayOf(context.now)),
    id: application.id,
    own: may(actor, 'application.read', { ...subject, handedIn: false }),
    title: application.title || t('applications.untitled'),
    call: { title: call.title },
    closes: formatInstantZone(call.closesAt, lang),
    offer,
    obstacles: draft ? [
      ...problemsOfOffer(application.content, call, organisation, offerSections, slots).map(({ section, code, params: p, slot }) => ({ at: `section/${section}${slot ? `#slot-${slot}` : ''}`, sentence: refusalSentence(t, code, p) })),
      ...(await obstaclesOfPartners(db.read, application, offer.content)).map(({ code, params: p }) => ({ at: 'partners', sentence: refusalSentence(t, code, p) })),
      ...[...slots.flatMap(({ files }) => files), ...offer.files].filter(({ scan }) => scan === 'infected').map(({ name }) => ({ at: 'section/attachments', sentence: refusalSentence(t, 'file.infectedAttached', { name }) })),
    ] : [],
    unchecked: draft || application.status === 'correction_requested' ? translatedTexts(application.content).filter(({ original, polish }) => original.mark === 'machine' && polish).map(({ section, place, row }) => ({ section, label: placeLabel(t, section, place, row) })) : [],
    draft,
    version: application.version,
    late: draft && !isOpen(call, now),
    // Where each part of the offer is changed, for those who write in it.
    change: may(actor, 'application.edit', subject) ? sectionsOf(call).filter((section) => isWritable(application, section)) : [],
    signed: signed.map(({ name }) => name).join(', '),
    several: organisation.representation.minSignatures > 1,
    maySign: draft && may(actor, 'application.submit', application),
  };
});

export const action = act(handle, {
  submit: doing(SubmitForm, async (context, { version }, { params, lang }) => {
    const receipt = `/${lang}/applications/${params.id}/receipt`;
    try {
      await submitApplication(context, params.id ?? '', { version });
    } catch (error) {
      // A second click, or the other signatory a moment earlier: the first receipt is the answer.
      if (!(error instanceof RuleViolation && error.code === 'application.alreadySubmitted')) throw error;
    }
    return receipt;
  }),
  signOff: doing(nothing, async (context, _input, { params, lang }) => {
    await signOff(context, params.id ?? '');
    return `/${lang}/applications/${params.id}/check`;
  }),
});

export default function Check() {
  const { id, own, title, call, closes, offer, obstacles, unchecked, draft, version, late, change, signed, several, maySign } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/applications/${id}`;
  const canSubmit = maySign && !late;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/desk`, label: t('desk.title') }, { href: own ? base : `${base}/partners`, label: title }]} />
      <h1>{draft ? t('applications.checkAll') : title}</h1>
      {draft ? <Notice tone="deadline">{late ? t('refusal.application.late') : t('applications.deadline', { when: closes })}</Notice> : null}
      {obstacles.length > 0 ? (
        <Notice tone="bad" title={t('applications.obstacles')}>
          <ul className="bullets">
            {obstacles.map(({ at, sentence }) => <li key={at + sentence}>{own || at === 'partners' ? <a href={`${base}/${at}`}>{sentence}</a> : sentence}</li>)}
          </ul>
        </Notice>
      ) : null}
      {unchecked.length > 0 ? (
        <Notice tone="deadline" title={t('words.unchecked')}>
          <p>{t('words.uncheckedLead')}</p>
          <ul className="bullets">{unchecked.map(({ section, label }) => <li key={section + label}><a href={`${base}/section/${section}`}>{label}</a></li>)}</ul>
        </Notice>
      ) : null}
      {draft && obstacles.length === 0 ? <Notice tone="good">{t('applications.complete')}</Notice> : null}
      <OfferView content={offer.content} call={call} offeror={offer.offeror} partners={offer.partners} sums={offer.sums} slots={offer.slots} files={offer.files} changeable={{ base, sections: change }} />
      {offer.partners.length > 0 ? <p><a href={`${base}/partners`}>{t('offers.partners')} ({offer.partners.length + 1})</a></p> : null}
      {draft && several ? (
        <div className="card stack">
          {signed ? <p>{t('applications.signed', { names: signed })}</p> : null}
          {canSubmit ? <PostForm intent="signOff" formId="signOff"><Button tone="plain">{t('applications.signOff')}</Button></PostForm> : null}
        </div>
      ) : null}
      {canSubmit ? (
        <PostForm intent="submit" className="stack">
          <input type="hidden" name="version" value={version} />
          <p>{t('applications.submitDeclare')}</p>
          <p className="hint">{t('applications.submitHint')}</p>
          <Button>{t('applications.submit')}</Button>
        </PostForm>
      ) : null}
      {draft && !maySign ? <Notice>{t('applications.onlySignatory')}</Notice> : null}
    </div>
  );
}
