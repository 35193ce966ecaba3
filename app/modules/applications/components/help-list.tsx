import { useT } from '~/i18n/react';
import { DataTable } from '~/ui/data-table';
import { PostForm } from '~/ui/form';

type Help = { id: string; state: 'invited' | 'active' | 'over'; role: string; who: string; until: string; said: string };

/** People from outside on one offer, each with the way to end it for those who may. */
export function HelpList({ caption, help, manages }: { caption: string; help: readonly Help[]; manages: boolean }) {
  const t = useT();
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={[
        { key: 'who', label: t('helpers.who'), rowHeader: true }, { key: 'role', label: t('helpers.role') }, { key: 'until', label: t('helpers.until') },
        ...(manages ? [{ key: 'action', label: t('organisations.action') }] : []),
      ]}
      rows={help.map(({ id, state, role, who, until, said }) => ({
        id,
        cells: {
          who: said && state === 'invited' ? <>{who}<span className="hint block">{said}</span></> : who,
          role, until: state === 'over' ? said : until,
          action: (
            <PostForm intent="end" formId={id}>
              <input type="hidden" name="help" value={id} />
              <button className="link" type="submit">{state === 'invited' ? t('helpers.takeBack') : t('helpers.end')}<span className="visually-hidden"> {who}</span></button>
            </PostForm>
          ),
        },
      }))}
    />
  );
}
