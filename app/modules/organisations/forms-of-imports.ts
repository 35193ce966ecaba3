import { choice, flag, optional, text, whole } from '~/shared/fields';
import { encodings } from './content-of-imports';
import { formOf } from './forms';

/** Where the data of a file come from; the file itself comes beside. */
export const BringForm = formOf({ origin: text({ min: 3, max: 200 }) });

/** In which encoding to read a file again. */
export const ReadAgainForm = formOf({ encoding: choice(encodings) });

/** Which rows to enter, and which reading of the file was looked at. */
export const EnterForm = formOf({ reading: optional(whole()), onlyGood: flag(), alike: flag() });
