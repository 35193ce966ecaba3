import { useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { Notice } from '~/ui/notice';
import { OwnText } from '~/ui/own-text';
import type { changesInWords, ChangeInWords, endingInWords } from '../facts-life';
import { PublicationList, type Publication } from './publications';

type Changed = Omit<ReturnType<typeof changesInWords>[number], 'proposedBy'>;

/** Field by field what was and what is. */
export function ChangeTable({ caption, changes }: { caption: string; changes: ChangeInWords[] }) {
  const t = useT();
  const said = (words: string, polish: boolean) => (polish ? <OwnText lang="pl" as="div">{words}</OwnText> : words);
  return (
    <DataTable
      caption={caption}
      columns={[{ key: 'field', label: t('callLife.field'), rowHeader: true }, { key: 'before', label: t('callLife.before') }, { key: 'after', label: t('callLife.after') }]}
      rows={changes.map(({ field, label, before, after, polish }) => ({ id: field, cells: { field: label, before: said(before, polish), after: said(after, polish) } }))}
    />
  );
}

/** Everything that changed in a call since it was announced, the newest first. */
export function CallChanges({ versions }: { versions: Changed[] }) {
  const t = useT();
  if (versions.length === 0) return null;
  return (
    <section className="stack" id="changes">
      <h2>{t('callLife.changes')}</h2>
      {versions.map(({ id, number, kind, on, reason, changes, publications, outage }) => (
        <div className="stack" key={id}>
          <h3>{t(`callLife.kind.${kind}` as const, { number, on })}</h3>
          <OwnText lang="pl">{reason}</OwnText>
          {outage ? <p>{t('callLife.outageWas', outage)}</p> : null}
          <ChangeTable caption={t('callLife.changes')} changes={changes} />
          {publications.length > 0 ? <PublicationList publications={publications} /> : null}
        </div>
      ))}
    </section>
  );
}

/** That the call was cancelled or annulled, on what ground, and where this was published. */
export function CallEnding({ ending, publications }: { ending: NonNullable<ReturnType<typeof endingInWords>>; publications: Publication[] }) {
  const t = useT();
  return (
    <Notice tone="bad" title={t(`callLife.ended.${ending.kind}` as const, { on: ending.on })}>
      <OwnText lang="pl">{ending.reason}</OwnText>
      {ending.clause ? <p>{t('callLife.clause')}: <OwnText lang="pl" as="span">{ending.clause}</OwnText></p> : null}
      {ending.order ? <p>{t('calls.order', ending.order)}</p> : null}
      {publications.length > 0 ? <PublicationList publications={publications} /> : null}
    </Notice>
  );
}

/** In somebody's draft or offer: the call changed or ended, and where to read it. */
export function ChangedNotice({ href, versions, ended }: { href: string; versions: Changed[]; ended: { kind: 'cancelled' | 'annulled'; on: string } | null }) {
  const t = useT();
  if (ended) return <Notice tone="bad"><p>{t(`callLife.ended.${ended.kind}` as const, { on: ended.on })}</p><p><a href={href}>{t('callLife.read')}</a></p></Notice>;
  if (versions.length === 0) return null;
  return (
    <Notice tone="deadline" title={t('callLife.changedNotice')}>
      <ul className="bullets">
        {versions.flatMap(({ id, changes }) => changes.map(({ field, label }) => <li key={`${id} ${field}`}>{label}</li>))}
      </ul>
      <p><a href={`${href}#changes`}>{t('callLife.read')}</a></p>
    </Notice>
  );
}
