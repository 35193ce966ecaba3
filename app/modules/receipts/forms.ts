import { z } from 'zod';

/** The very text that was handed in, pasted; a file may come instead. Not one sign of it may be tidied up. */
export const CompareForm = z.object({ snapshot: z.string().max(2_000_000).optional() });
