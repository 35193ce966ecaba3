import { z } from 'zod';
import { longText, text } from '~/shared/fields';

/** Whom to ask or to offer patronage, and for what. */
export const ProposeForm = z.object({ otherId: text({ max: 64 }), scope: longText({ min: 10, max: 1000 }) });

/** Which patronage is meant. */
export const PatronageForm = z.object({ patronageId: text({ max: 64 }) });
