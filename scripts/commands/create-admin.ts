// Creates the first administrator: npm run create-admin -- name@example.org "First Last" pl
// The person sets a password by the link "I forgot my password"; none is typed here or printed.
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { system } from '~/access/actor';
import { readConfig } from '~/http/config.server';
import { isLang } from '~/i18n/messages';
import { createConfirmedPerson } from '~/modules/identity/commands.server';
// eslint-disable-next-line no-restricted-imports -- the process is the folder above, with no alias of its own
import { openPortalDatabase } from '../../server';

const [email = '', name = '', lang = 'pl'] = process.argv.slice(2);
if (!/^[^\s@]+@[^\s@]+$/.test(email) || !name || !isLang(lang)) {
  console.error('Usage: npm run create-admin -- name@example.org "First Last" pl');
  process.exit(1);
}
const config = readConfig(process.env);
const db = await openPortalDatabase(config, process.cwd());
const [known] = await db.raw(sql`select count(*) as n from people where email = ${email.toLowerCase()}`);
if (Number(known?.n) > 0) {
  console.error(`${email} has an account already; an administrator can grant roles at /office/people.`);
  process.exitCode = 1;
} else {
  const context = { db, actor: system, now: new Date(), lang, origin: config.origin };
  await createConfirmedPerson(context, { name, email, password: randomBytes(24).toString('base64url'), lang, roles: ['admin'] });
  console.log(`${name} is an administrator. To set a password, open ${config.origin}/${lang}/reset and enter ${email}.`);
}
await db.close();
