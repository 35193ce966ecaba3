import { email } from '~/shared/fields';
import { formOf } from './forms';

/** Where to write when a new entry fits. */
export const SaveSearchForm = formOf({ email: email() });
