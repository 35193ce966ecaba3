import { useT } from '~/i18n/react';
import { AttachmentList } from '~/modules/files/components/attachments';
import { formatNip } from '~/shared/identifiers';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { PostForm } from '~/ui/form';
import { SummaryList } from '~/ui/summary-list';
import { Tag } from '~/ui/tag';
import { legalForms } from '../content';
import type { Compared, RegisterStanding } from '../rules-of-register';
import { registerBlocks } from '../rules-of-register';

type RegisterCheckProps = {
  krs: string | null;
  standing: RegisterStanding;
  asked: string | null;
  changed: string | null;
  sha256: string | null;
  compared: Compared[];
  note: string | null;
  evidence: { id: string; name: string; size: number }[];
  mayAsk: boolean;
};

const toneOf = (standing: RegisterStanding) => (standing === 'active' ? 'good' : standing === 'not_asked' ? 'wait' : 'bad');

/** What the register says of the body behind an entry, field by field, and the documents that the organisation sent. */
export function RegisterCheck({ krs, standing, asked, changed, sha256, compared, note, evidence, mayAsk }: RegisterCheckProps) {
  const t = useT();
  const different = compared.filter(({ same }) => !same).length;
  return (
    <section className="stack" id="register">
      <h2>{t('registers.check')}</h2>
      {krs ? (
        <>
          <p><Tag tone={toneOf(standing)}>{t(`registers.standing.${standing}` as const)}</Tag></p>
          {registerBlocks(standing) ? <p>{t('registers.blocked')}</p> : null}
          <SummaryList
            items={[
              { label: t('organisations.krs'), value: krs },
              ...(asked ? [{ label: t('registers.asked'), value: asked }] : []),
              ...(changed ? [{ label: t('registers.changed'), value: changed }] : []),
              ...(sha256 ? [{ label: t('registers.fingerprint'), value: <code>{sha256.slice(0, 16)}</code> }] : []),
            ]}
          />
          {compared.length > 0 ? (
            <>
              <p>{different > 0 ? t('registers.differences', { n: different }) : t('registers.noDifferences')}</p>
              <Comparison compared={compared} />
            </>
          ) : null}
          {mayAsk ? <PostForm intent="askRegister" formId="register"><Button tone="plain">{t('registers.ask')}</Button></PostForm> : null}
        </>
      ) : (
        <p>{t('registers.noKrs')}</p>
      )}
      <h3>{t('registers.evidence')}</h3>
      {evidence.length > 0 ? <AttachmentList files={evidence} /> : <p>{t('registers.evidence.none')}</p>}
      {note ? <SummaryList items={[{ label: t('registers.verifyReason'), value: <span className="own-text" lang="pl">{note}</span> }]} /> : null}
    </section>
  );
}

function Comparison({ compared }: { compared: Compared[] }) {
  const t = useT();
  const own = ({ field, own: value }: Compared) => {
    const form = field === 'legalForm' ? legalForms.find((one) => one === value) : undefined;
    if (form) return t(`organisations.legalForm.${form}` as const);
    return shown(field, value);
  };
  const shown = (field: Compared['field'], value: string | null) => {
    if (!value) return t('registers.nothing');
    return field === 'nip' ? formatNip(value) : <span lang="pl">{value}</span>;
  };
  return (
    <DataTable
      caption={t('registers.comparison')} hideCaption
      columns={[
        { key: 'field', label: t('registers.column.field'), rowHeader: true },
        { key: 'own', label: t('registers.column.own') },
        { key: 'register', label: t('registers.column.register') },
        { key: 'same', label: t('registers.column.same') },
      ]}
      rows={compared.map((line) => ({
        id: line.field,
        cells: {
          field: t(`organisations.${line.field}` as const),
          own: own(line),
          register: shown(line.field, line.register),
          same: line.same ? <Tag tone="good">{t('registers.same')}</Tag> : <Tag tone="bad">{t('registers.different')}</Tag>,
        },
      }))}
    />
  );
}
