import { useT } from '~/i18n/react';
import { AgreementTag } from '~/modules/agreements/components/agreement-tag';
import type { AgreementStatus } from '~/modules/agreements/rules';
import { ApplicationTag } from '~/modules/applications/components/formal-status';
import { LocalInitiativeTag } from '~/modules/local-initiatives/components/status-tag';
import type { LocalInitiativeStatus } from '~/modules/local-initiatives/content';
import { ProposalTag } from '~/modules/proposals/components/status-tag';
import type { ProposalStatus } from '~/modules/proposals/content';
import { SmallGrantTag } from '~/modules/small-grants/components/status-tag';
import type { SmallGrantStatus } from '~/modules/small-grants/content';
import { Details } from '~/ui/details';
import { OwnText } from '~/ui/own-text';
import { Tag, type Tone } from '~/ui/tag';
import type { PastKind } from '../rules';

type Named = { href: string; what: string; subject: string; organisation: string };

/** What it is about and for whom, in one link. */
function Subject({ href, what, subject, organisation }: Named) {
  const t = useT();
  return (
    <>
      <a href={href}>{what}: {subject ? <OwnText lang="pl" as="span">{subject}</OwnText> : t('desk.untitled')}</a>
      {organisation ? <span className="hint block"><OwnText lang="pl" as="span">{organisation}</OwnText></span> : null}
    </>
  );
}

type Due = Named & { from: string; when: string; tag: { text: string; tone: Tone } | null };

/** What is to be done, the soonest first. */
export function DueList({ items }: { items: readonly Due[] }) {
  return (
    <ol className="tasks">
      {items.map(({ from, when, tag, ...named }) => (
        <li key={named.href + named.what}>
          <span>
            <Subject {...named} />
            {from ? <span className="hint block">{from}</span> : null}
            <span className="block">{when}</span>
          </span>
          {tag ? <Tag tone={tag.tone}>{tag.text}</Tag> : null}
        </li>
      ))}
    </ol>
  );
}

type Waiting = Named & { whom: string; since: string; until: string };

/** What waits for others, the longest waiting first. */
export function WaitingList({ items }: { items: readonly Waiting[] }) {
  return (
    <ul className="tasks">
      {items.map(({ whom, since, until, ...named }) => (
        <li key={named.href + named.what + whom}>
          <span>
            <Subject {...named} />
            <span className="block">{whom}</span>
            <span className="hint block">{[since, until].filter(Boolean).join(' · ')}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

type Past = { kind: PastKind; href: string; subject: string; organisation: string; status: string; on: string; result: string };

/** How many may stand open before a list is folded. */
const fewEnough = 5;

/** What is over or settled for now, folded where it is long. */
export function PastList({ kind, items }: { kind: PastKind; items: readonly Past[] }) {
  const t = useT();
  return (
    <Details summary={t(`desk.pastOf.${kind}` as const, { n: items.length })} open={items.length <= fewEnough}>
      <ul className="tasks">
        {items.map(({ href, subject, organisation, status, on, result }) => (
          <li key={href}>
            <span>
              <a href={href}>{subject ? <OwnText lang="pl" as="span">{subject}</OwnText> : t('desk.untitled')}</a>
              {organisation ? <span className="hint block"><OwnText lang="pl" as="span">{organisation}</OwnText></span> : null}
              <span className="hint block">{[on, result].filter(Boolean).join(' · ')}</span>
            </span>
            <StateTag kind={kind} status={status} />
          </li>
        ))}
      </ul>
    </Details>
  );
}

function StateTag({ kind, status }: { kind: PastKind; status: string }) {
  const t = useT();
  if (status === 'lapsed' || status === 'callOver' || status === 'joint' || status === 'helped') return <Tag>{t(`desk.${status}` as const)}</Tag>;
  switch (kind) {
    case 'offer': return <ApplicationTag status={status} />;
    case 'smallGrant': return <SmallGrantTag status={status as SmallGrantStatus} />;
    case 'proposal': return <ProposalTag status={status as ProposalStatus} />;
    case 'localInitiative': return <LocalInitiativeTag status={status as LocalInitiativeStatus} />;
    case 'agreement': return <AgreementTag status={status as AgreementStatus} />;
  }
}
