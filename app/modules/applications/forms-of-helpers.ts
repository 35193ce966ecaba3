import { z } from 'zod';
import { languages } from '~/i18n/messages';
import { choice, day, email, optional, text } from '~/shared/fields';
import { helpRoles } from './content';

/** Whom to invite to an offer, as what, and until which day if not until the call closes. */
export const HelperForm = z.object({ email: email(), role: choice(helpRoles), until: optional(day()), lang: choice(languages) });

/** Whose help ends. */
export const EndHelpForm = z.object({ help: text({ max: 64 }) });
