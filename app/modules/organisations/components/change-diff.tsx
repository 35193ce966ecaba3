import { useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { registerFields, type RegisterFields } from '../content-of-life';
import { fieldLabel, registerValue } from '../labels-of-life';

/** What would change in the verified data, field by field: before and after. */
export function ChangeDiff({ before, after }: { before: RegisterFields; after: RegisterFields }) {
  const t = useT();
  const shown = (text: string) => (text ? <span lang="pl">{text}</span> : <span className="hint">{t('registry.empty')}</span>);
  return (
    <DataTable
      caption={t('registry.diff')}
      columns={[{ key: 'field', label: t('registry.diff.field'), rowHeader: true }, { key: 'before', label: t('registry.diff.before') }, { key: 'after', label: t('registry.diff.after') }]}
      rows={registerFields
        .filter((field) => before[field] !== after[field])
        .map((field) => ({
          id: field,
          cells: { field: fieldLabel(t, field), before: <del>{shown(registerValue(t, field, before[field]))}</del>, after: <ins>{shown(registerValue(t, field, after[field]))}</ins> },
        }))}
    />
  );
}
