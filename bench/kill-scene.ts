import { sql } from 'drizzle-orm';
import { openDatabase, type Database } from '#db/open.server';
import { announce } from '#db/seed/contest';
import { offerContent } from '#db/seed/offers';
import { newWorld } from '#db/seed/world';
import { beginSession } from '~/access/session.server';
import { startApplication } from '~/modules/applications/commands.server';
import { offerSections } from '~/modules/applications/content';
import { saveSection } from '~/modules/applications/saving.server';
import { registerOrganisation, submitOrganisation, verifyOrganisation } from '~/modules/organisations/commands.server';
import { ensureReferenceData } from '~/modules/programme/commands.server';
import { form } from '../tests/modules/organisations/entries';

/** An offer that is ready, and the signatory who will hand it in. */
export type Ready = { applicationId: string; version: number; cookie: string; email: string; title: string };

const inOneLanguage = (pl: string) => ({ pl, en: undefined, uk: undefined, de: undefined, ru: undefined });

/** An open call and this many complete offers of as many verified organisations, made by the commands people use. */
export async function prepareOffers(file: string, { count, origin }: { count: number; origin: string }): Promise<Ready[]> {
  const db = await openDatabase(file);
  await db.migrate();
  const world = newWorld(db, new Date());
  await ensureReferenceData(world.itself(world.moment(-400)));
  const officer = await world.person({ name: 'Anna Zając', email: 'officer@example.org', roles: ['officer'] });
  const head = await world.person({ name: 'Barbara Nowicka', email: 'head@example.org', roles: ['head'] });
  const staff = { officer, second: officer, head, committee: { chair: officer, ngo: [], indicatedBy: '' } };
  const callId = await announce(world, staff, {
    opens: -10,
    input: {
      title: 'Nabór z ostatniej godziny', titles: inOneLanguage('Nabór'), summaries: inOneLanguage('Nabór'), closesAt: world.moment(17, '15:00'),
      taskFrom: world.day(60), taskTo: world.day(330), decisionBy: world.day(50), budget: 18_000_000, maxGrant: 6_000_000,
    },
  });
  const offers: Ready[] = [];
  for (let n = 1; n <= count; n += 1) offers.push(await prepareOne(n));
  await db.close();
  return offers;

  async function prepareOne(n: number): Promise<Ready> {
    const email = `signatory${n}@example.org`;
    const title = `Sąsiedzi ${n}`;
    const person = await world.person({ name: `Osoba ${n}`, email });
    const { id: organisationId } = await registerOrganisation(await world.as(person, world.moment(-60)), form(n));
    await submitOrganisation(await world.as(person, world.moment(-59)), organisationId);
    await verifyOrganisation(await world.as(officer, world.moment(-50)), organisationId, { method: 'manual' });
    const context = await world.as(person, world.moment(-2));
    const { id: applicationId } = await startApplication(context, { callId, organisationId });
    const content = offerContent({ title, aim: 'Celem jest rozmowa.', grant: 2_000_000, own: 400_000, from: world.day(65), to: world.day(300), district: 'podgorze', groups: ['forced_migrant'], person: `Osoba ${n}`, participants: 20 });
    let version = 1;
    for (const section of offerSections) ({ version } = await saveSection(context, applicationId, section, content[section], version));
    const cookie = (await beginSession(db, origin, person)).split(';')[0] ?? '';
    return { applicationId, version, cookie, email, title };
  }
}

/** The file opened again when the portal is down. */
export const openAgain = (file: string): Promise<Database> => openDatabase(file);

/** What SQLite itself says about its file; "ok" when it is whole. */
export async function integrity(db: Database): Promise<string> {
  const rows = await db.raw(sql`pragma integrity_check`);
  return rows.map((row) => String(row.integrity_check)).join(', ');
}
