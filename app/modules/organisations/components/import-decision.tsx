import { useT } from '~/i18n/react';
import { Button } from '~/ui/button';
import { Checkbox, Select } from '~/ui/choices';
import { Details } from '~/ui/details';
import { PostForm } from '~/ui/form';
import type { ShownImport } from '../bulk/shown.server';
import { encodings } from '../content-of-imports';

/** How the file was read, and the way to read it otherwise. */
export function ImportReading({ shown, may }: { shown: Pick<ShownImport, 'encoding' | 'encodingName' | 'separator' | 'unknown'>; may: boolean }) {
  const t = useT();
  return (
    <section className="stack">
      <p>{t('imports.readAs', { encoding: shown.encodingName, separator: shown.separator })}</p>
      {shown.unknown.length > 0 ? <p>{t('imports.unknown', { columns: shown.unknown.join(', ') })}</p> : null}
      {may ? (
        <Details summary={t('imports.readAgain')}>
          <PostForm intent="readAgain" formId="reading" className="stack">
            <Select name="encoding" label={t('imports.encoding')} hint={t('imports.encodingHint')} defaultValue={shown.encoding} options={encodings.map((value) => ({ value, label: value }))} />
            <Button tone="plain">{t('imports.readAgain')}</Button>
          </PostForm>
        </Details>
      ) : null}
    </section>
  );
}

/** Enter the good rows, or give the file up. */
export function ImportDecision({ counts, reading }: Pick<ShownImport, 'counts' | 'reading'>) {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="decide">
      <h2 id="decide">{t('imports.decide')}</h2>
      {counts.new + counts.update + counts.alike > 0 ? (
        <PostForm intent="enter" className="stack">
          <input type="hidden" name="reading" value={reading} />
          {counts.error > 0 ? <Checkbox name="onlyGood" label={t('imports.onlyGood', { n: counts.error })} /> : null}
          {counts.alike > 0 ? <Checkbox name="alike" label={t('imports.alsoAlike', { n: counts.alike })} /> : null}
          <Button>{t('imports.enter')}</Button>
        </PostForm>
      ) : null}
      <PostForm intent="drop" formId="drop"><Button tone="plain">{t('imports.drop')}</Button></PostForm>
    </section>
  );
}

/** Take everything back. */
export function ImportUndo() {
  const t = useT();
  return (
    <section className="stack" aria-labelledby="undo">
      <h2 id="undo">{t('imports.undo')}</h2>
      <p>{t('imports.undoLead')}</p>
      <PostForm intent="undo" formId="undo"><Button tone="plain">{t('imports.undo')}</Button></PostForm>
    </section>
  );
}
