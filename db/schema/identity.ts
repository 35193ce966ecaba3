import { cityRoles } from '../../app/access/roles';
import { languages } from '../../app/i18n/messages';
import type { Kit } from '../kit';

/** People who sign in, what they may do for the City, and their one-time tokens (only digests are kept). */
export function identityTables(k: Kit) {
  const people = k.table('people', {
    id: k.key('id').primaryKey(),
    email: k.key('email').notNull().unique(),
    name: k.text('name').notNull(),
    lang: k.enum('lang', [...languages]).notNull(),
    passwordHash: k.text('password_hash'),
    confirmedAt: k.instant('confirmed_at'),
    disabledAt: k.instant('disabled_at'),
    createdAt: k.instant('created_at').notNull(),
  });
  const sessions = k.table('sessions', {
    id: k.key('id').primaryKey(),
    personId: k.key('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    createdAt: k.instant('created_at').notNull(),
    expiresAt: k.instant('expires_at').notNull(),
  }, (t) => [k.index('sessions_person').on(t.personId)]);
  const tokens = k.table('tokens', {
    digest: k.key('digest').primaryKey(),
    kind: k.enum('kind', ['confirm_email', 'reset_password', 'confirm_comment']).notNull(),
    personId: k.key('person_id').references(() => people.id, { onDelete: 'cascade' }),
    subjectId: k.key('subject_id'),
    expiresAt: k.instant('expires_at').notNull(),
    usedAt: k.instant('used_at'),
  });
  const roleGrants = k.table('role_grants', {
    personId: k.key('person_id').notNull().references(() => people.id, { onDelete: 'cascade' }),
    role: k.enum('role', [...cityRoles]).notNull(),
    grantedBy: k.key('granted_by'),
    grantedAt: k.instant('granted_at').notNull(),
  }, (t) => [k.primaryKey({ columns: [t.personId, t.role] })]);
  const throttles = k.table('throttles', {
    key: k.key('key').primaryKey(),
    count: k.int('count').notNull(),
    resetsAt: k.instant('resets_at').notNull(),
  });
  return { people, sessions, tokens, roleGrants, throttles };
}
