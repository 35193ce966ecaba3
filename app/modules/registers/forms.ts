import { z } from 'zod';
import { identifier } from '~/shared/fields';
import { checkKrs } from '~/shared/identifiers';

/** The number to ask the register for. */
export const KrsForm = z.object({ krsAsked: identifier(checkKrs) });
