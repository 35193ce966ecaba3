import { declare } from '~/access/declare';
import { load } from '~/http/load.server';
import { titled } from '~/http/title';
import { useT } from '~/i18n/react';
import { Gallery } from '~/ui/gallery';

export const handle = declare({ see: 'components.read' });
export const meta = titled('ui.components');
export const loader = load(handle, async () => ({}));

export default function Components() {
  const t = useT();
  return (
    <div className="stack section">
      <h1>{t('ui.components')}</h1>
      <Gallery />
    </div>
  );
}
