import { z } from 'zod';
import { cityRoles } from '~/access/roles';
import { languages } from '~/i18n/messages';
import { choice, email, password, text } from '~/shared/fields';
import { isOwnAddress } from './rules';

/** Where the person was going when the portal asked who they are. */
const next = z.string().max(500).optional();
// Any text is a password somebody may try; only a new one has rules.
const tried = z.string().min(1, 'required').max(128, 'required');

export const SignUpForm = z
  .object({ name: text({ max: 120 }), email: email(), password: password(), next })
  .refine((typed) => !isOwnAddress(typed.password, typed.email), { path: ['password'], message: 'identity.passwordIsAddress' });
export const SignInForm = z.object({ email: email(), password: tried, next });
export const ResetForm = z.object({ email: email() });
/** Who opens the letter must also know the password: an account begun by a stranger stays shut. */
export const ConfirmForm = z.object({ password: tried, next });
export const NewPasswordForm = z.object({ password: password() });
export const ProfileForm = z.object({ name: text({ max: 120 }), lang: choice(languages) });
export const ChangePasswordForm = z.object({ oldPassword: tried, password: password() });
export const RoleForm = z.object({ personId: text({ max: 40 }), role: choice(cityRoles) });
