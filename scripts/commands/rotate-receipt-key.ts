// Makes a new key for receipts: npm run rotate-receipt-key
// Old receipts stay valid: the public halves of all keys stay published.
import { system } from '~/access/actor';
import { readConfig } from '~/http/config.server';
import { rotateReceiptKey } from '~/modules/receipts/commands.server';
// eslint-disable-next-line no-restricted-imports -- the process is the folder above, with no alias of its own
import { openPortalDatabase } from '../../server';

const config = readConfig(process.env);
const db = await openPortalDatabase(config, process.cwd());
const { id, publicKey } = await rotateReceiptKey({ db, actor: system, now: new Date(), lang: 'pl', origin: config.origin });
console.log(`${id} signs receipts from now on. Its public half: ${publicKey}`);
await db.close();
