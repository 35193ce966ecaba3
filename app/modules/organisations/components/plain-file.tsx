import { describedBy, FieldFrame } from '~/ui/field';
import { useFieldId, useTyped } from '~/ui/form';

/** A file that goes with the form as it is. */
export function PlainFile({ label, hint, accept }: { label: string; hint: string; accept: string }) {
  const id = useFieldId('file');
  const { error } = useTyped('file');
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <input id={id} type="file" name="file" accept={accept} {...describedBy(id, hint, error)} />
    </FieldFrame>
  );
}
