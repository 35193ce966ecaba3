import { z } from 'zod';
import { text } from '~/shared/fields';

/** A file with nothing beside it. */
export const AttachForm = z.object({});
export const RemoveFileForm = z.object({ removeFile: text({ max: 40 }) });
