import { useLoaderData } from '@remix-run/react';
import { authorise } from '~/access/authorise';
import { actorId } from '~/access/actor';
import { declare } from '~/access/declare';
import { may } from '~/access/policy';
import { act, doing } from '~/http/act.server';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useLang, useT } from '~/i18n/react';
import { recordPublication } from '~/modules/calls/commands.server';
import { CallChanges, CallEnding } from '~/modules/calls/components/call-changes';
import { EndingForms, EndingPublications } from '~/modules/calls/components/ending-forms';
import { ExtensionFields } from '~/modules/calls/components/extension-fields';
import { PendingVersion } from '~/modules/calls/components/pending-version';
import { changesInWords, endingInWords } from '~/modules/calls/facts-life';
import { PublicationForm } from '~/modules/calls/forms';
import { AnnulForm, CancelForm, ExtensionForm, RepublicationForm, VersionForm } from '~/modules/calls/forms-life';
import { findEnding, listVersions } from '~/modules/calls/life-queries.server';
import { getCall, listPublications } from '~/modules/calls/queries.server';
import { isOpen, isPublic } from '~/modules/calls/rules';
import { approveCorrigendum, dropVersion, proposeExtension, recordRepublication } from '~/modules/calls/versions.server';
import { annulCall, cancelCall, completeCall, confirmExtension, endsOf, putCorrigendumInForce } from '~/modules/decisions/endings.server';
import { nothing } from '~/shared/fields';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';

export const handle = declare({
  see: 'office.read',
  do: {
    extend: 'call.propose', approveCorrigendum: 'call.correct', confirm: 'call.correct', republish: 'call.publish', enforce: 'call.publish',
    drop: 'call.publish', publication: 'call.publish', cancel: 'call.cancel', annul: 'call.annul', complete: 'call.complete',
  },
});
export const meta = titled('callLife.title');

export const loader = load(handle, async ({ context, params, t, lang }) => {
  const { actor, now, db: { read } } = context;
  const call = await getCall(read, params.id ?? '');
  authorise(actor, 'call.read', { public: isPublic(call.status) });
  const [versions, ending, published, ends] = await Promise.all([
    listVersions(read, call.id, ['proposed', 'approved', 'in_force']),
    findEnding(read, call.id),
    listPublications(read, call.id, 'ending'),
    endsOf(read, call),
  ]);
  const shown = changesInWords(versions, t);
  const pending = shown.find(({ status }) => status !== 'in_force') ?? null;
  return {
    id: call.id, title: call.title,
    versions: shown.filter(({ status }) => status === 'in_force'),
    pending,
    ending: endingInWords(ending, lang),
    published,
    can: {
      correct: !pending && isOpen(call, now) && may(actor, 'call.propose'),
      extend: !pending && (call.status === 'open' || call.status === 'closed') && may(actor, 'call.propose'),
      approve: pending?.status === 'proposed' && may(actor, 'call.correct') && pending.proposedBy !== actorId(actor),
      publish: may(actor, 'call.publish'),
    },
    ends: { cancel: ends.cancel && may(actor, 'call.cancel'), annul: ends.annul && may(actor, 'call.annul'), complete: ends.complete && may(actor, 'call.complete') },
  };
});

const here = ({ params, lang }: { params: Record<string, string>; lang: string }) => `/${lang}/office/calls/${params.id}/life`;
const callOf = ({ params }: { params: Record<string, string> }) => params.id ?? '';

export const action = act(handle, {
  extend: doing(ExtensionForm, async (context, input, asked) => {
    await proposeExtension(context, callOf(asked), input);
    return here(asked);
  }),
  approveCorrigendum: doing(VersionForm, async (context, { version }, asked) => {
    await approveCorrigendum(context, version);
    return here(asked);
  }),
  confirm: doing(VersionForm, async (context, { version }, asked) => {
    await confirmExtension(context, version);
    return here(asked);
  }),
  republish: doing(RepublicationForm, async (context, input, asked) => {
    await recordRepublication(context, input);
    return here(asked);
  }),
  enforce: doing(VersionForm, async (context, { version }, asked) => {
    await putCorrigendumInForce(context, version);
    return here(asked);
  }),
  drop: doing(VersionForm, async (context, { version }, asked) => {
    await dropVersion(context, version);
    return here(asked);
  }),
  publication: doing(PublicationForm, async (context, input, asked) => {
    await recordPublication(context, callOf(asked), { ...input, of: 'ending' });
    return here(asked);
  }),
  cancel: doing(CancelForm, async (context, input, asked) => {
    await cancelCall(context, callOf(asked), input);
    return here(asked);
  }),
  annul: doing(AnnulForm, async (context, input, asked) => {
    await annulCall(context, callOf(asked), input);
    return here(asked);
  }),
  complete: doing(nothing, async (context, _input, asked) => {
    await completeCall(context, callOf(asked));
    return here(asked);
  }),
});

/** What can still change in an announced call, and how it can end. */
export default function CallLife() {
  const { id, title, versions, pending, ending, published, can, ends } = useLoaderData<typeof loader>();
  const t = useT();
  const lang = useLang();
  const base = `/${lang}/office/calls/${id}`;
  return (
    <div className="stack section">
      <Breadcrumbs items={[{ href: `/${lang}/office/calls`, label: t('calls.title') }, { href: base, label: title }]} />
      <h1>{t('callLife.title')}</h1>
      {ending ? <CallEnding ending={ending} publications={[]} /> : null}
      {ending ? <EndingPublications publications={published} mayPublish={can.publish} /> : null}
      {pending ? <PendingVersion version={pending} mayApprove={can.approve} mayPublish={can.publish} /> : null}
      {can.correct ? <p><LinkButton href={`${base}/corrigendum`} tone="plain">{t('callLife.correct')}</LinkButton></p> : null}
      {can.extend ? <ExtensionFields /> : null}
      <CallChanges versions={versions} />
      <EndingForms {...ends} />
    </div>
  );
}
