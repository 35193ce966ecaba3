import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { LangProvider, useLang, useT } from '~/i18n/react';
import { listIndicators } from '~/modules/programme/queries.server';
import { OfferView } from '~/modules/applications/components/offer-view';
import { withHelp } from '~/modules/applications/helper-queries.server';
import { partnersAccepted } from '~/modules/applications/partners.server';
import { getApplication, getLatestSubmission } from '~/modules/applications/queries.server';
import { readOffer } from '~/modules/applications/screening-offer.server';
import { getCall } from '~/modules/calls/queries.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { ReceiptLink } from '~/modules/receipts/components/receipt-link';
import { findReceiptLinks } from '~/modules/receipts/queries.server';
import { NotFound } from '~/shared/errors';
import { dayOf, formatDay, formatInstantZone } from '~/shared/time';
import { Confirmation } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';

export const handle = declare({ see: 'application.read' });
export const meta = titled('applications.receipt');

export const loader = load(handle, async ({ context, params, lang }) => {
  const { read } = context.db;
  const application = await getApplication(read, params.id ?? '');
  const subject = await withHelp(read, context, application);
  authorise(context.actor, 'application.read', { ...subject, handedIn: false, coOrganisations: await partnersAccepted(read, application.id) });
  const submission = await getLatestSubmission(read, application.id);
  if (!submission) throw new NotFound('receipt');
  const call = await getCall(read, application.callId);
  const members = await listMembers(read, application.organisationId);
  return {
    indicators: await listIndicators(read, context.lang, dayOf(context.now)),
    id: application.id, own: may(context.actor, 'application.read', { ...subject, handedIn: false }), title: application.title, number: submission.receiptNumber, sha256: submission.sha256,
    when: formatInstantZone(submission.submittedAt, lang, { seconds: true }), day: formatDay(call.decisionBy, lang).replace(/\.$/, ''),
    call: { title: call.title },
    byHand: members.find(({ personId }) => personId === submission.submittedBy)?.name ?? '',
    kind: submission.kind,
    check: await findReceiptLinks(read, context.origin, submission.receiptNumber, submission.sha256),
    // The form is printed in its own language and order, as it was frozen.
    offer: await readOffer(read, application),
  };
});

export default function Receipt() {
  const { id, own, title, number, sha256, when, day, call, byHand, kind, check, offer } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  return (
    <div className="stack section">
      <Confirmation title={t(kind === 'correction' ? 'applications.receiptCorrection' : 'applications.receipt')} number={number} numberLabel={t('applications.receiptNumber')}>
        <OwnText lang="pl">{title}</OwnText>
        <p>{t('applications.receiptTime', { when })}</p>
        {byHand ? <p>{t('applications.receiptBy', { name: byHand })}</p> : null}
        <p>{t('applications.receiptHash')}: <code>{sha256}</code></p>
      </Confirmation>
      {check ? <ReceiptLink {...check} /> : null}
      <p>{t('applications.receiptNext', { day })}</p>
      <p>{t('applications.receiptMail')}</p>
      <p className="row">
        <a href={`/${lang}/applications/${id}${own ? '' : '/check'}`}>{t('applications.open')}</a>
        <a href={`/${lang}/applications/${id}/form.pdf?receipt=${number}`}>{t('receipts.pdf')}</a>
        <a href={`/${lang}/applications/${id}/snapshots/${number}`}>{t('receipts.snapshot')}</a>
        <a href="#print">{t('applications.printable')}</a>
      </p>
      <section id="print" className="stack" aria-labelledby="print-title">
        <h2 id="print-title">{t('applications.printable')}</h2>
        <p className="hint">{t('applications.printHint')}</p>
        <LangProvider lang="pl">
          <div lang="pl">
            <OfferView content={offer.content} call={call} offeror={offer.offeror} partners={offer.partners} sums={offer.sums} slots={offer.slots} files={offer.files} />
          </div>
        </LangProvider>
      </section>
    </div>
  );
}
