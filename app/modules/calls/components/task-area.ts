import type { Translate } from '~/i18n/translate';
import { taskFields, type TaskField } from '~/modules/programme/lists';

/** The field of public tasks in words; words typed by hand stay as they are. */
export function taskAreaName(t: Translate, area: string): string {
  return taskFields.includes(area as TaskField) ? t(`programme.field.${area as TaskField}` as const) : area;
}
