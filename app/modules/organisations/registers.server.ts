import { and, asc, desc, eq, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { Read, Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import type { Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { record } from '~/modules/audit/commands.server';
import { listFiles } from '~/modules/files/queries.server';
import { listPeopleWithRole } from '~/modules/identity/queries.server';
import { tellLater } from '~/modules/notifications/commands.server';
import { askRegister } from '~/modules/registers/commands.server';
import type { RegisterAnswer, Standing } from '~/modules/registers/content';
import type { RegisterProvider } from '~/modules/registers/provider.server';
import { canonicalJson } from '~/shared/canonical-json';
import { sha256Hex } from '~/shared/sha256';
import { RuleViolation } from '~/shared/errors';
import { newId } from '~/shared/ids';
import { formatDay, formatInstant } from '~/shared/time';
import { getOrganisation, type Organisation } from './queries.server';
import { compareWithRegister, registerAlarms } from './rules-of-register';

const day = 24 * 60 * 60 * 1000;
/** How often a verified entry is compared anew, and how long one that got no answer waits. */
const cadence = 7 * day;
const afterSilence = day / 4;
const atOnce = 20;

type Heard = Exclude<RegisterAnswer, { outcome: 'silent' }>;
const spoke = (answer: RegisterAnswer): answer is Heard => answer.outcome !== 'silent';
const standingIn = (answer: Heard): Standing => (answer.outcome === 'found' ? answer.subset.standing : 'not_found');

/** An officer asks the register of the body behind an entry; what it says is kept beside the entry. */
export async function checkInRegister(context: Context, provider: RegisterProvider, organisationId: string): Promise<Standing> {
  const { db, actor } = context;
  const { krs } = await getOrganisation(db.read, organisationId);
  authorise(actor, 'organisation.askRegister', { organisationId });
  if (!krs) throw new RuleViolation('organisation.noKrs');
  // The register is asked before the transaction: nobody else waits for it.
  const answer = await askRegister(context, provider, krs);
  if (!spoke(answer)) throw new RuleViolation('register.silent');
  return db.tx(async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    refuse(organisation.krs === krs ? null : 'changed');
    const standing = await keep(tx, context, organisation, answer);
    await record(tx, context, { event: 'organisation.registerAsked', subject: { kind: 'organisation', id: organisationId }, detail: { standing } });
    return standing;
  });
}

/** Writes what the register said, and tells the officers once when it gives cause for alarm. */
async function keep(tx: Tx, context: Context, organisation: Organisation, answer: Heard): Promise<Standing> {
  const { organisations, registrySnapshots } = tx.t;
  const { id, name, krs, status, registerStanding } = organisation;
  const standing = standingIn(answer);
  const subset = answer.outcome === 'found' ? answer.subset : null;
  await tx.insert(registrySnapshots).values({ id: newId(), organisationId: id, standing, fetchedAt: answer.askedAt, sha256: sha256Hex(canonicalJson(subset)), subset });
  await tx.update(organisations).set({ registerStanding: standing, registerAskedAt: answer.askedAt }).where(eq(organisations.id, id));
  if (status === 'verified' && registerAlarms(registerStanding, standing)) {
    await record(tx, context, { event: 'organisation.registerAlarm', subject: { kind: 'organisation', id }, detail: { standing } });
    for (const to of await listPeopleWithRole(tx, 'officer'))
      await tellLater(tx, context, {
        template: 'organisation.registerAlarm', to, link: `/office/organisations/${id}`,
        params: { organisation: name, krs: krs ?? '', standing: translator(to.lang)(`registers.standing.${standing}` as const) },
      });
  }
  return standing;
}

function listDue(read: Read, now: Date) {
  const { organisations: o, registryAnswers: a } = read.t;
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  return read
    .select({ id: o.id, krs: o.krs })
    .from(o)
    .leftJoin(a, eq(a.krs, o.krs))
    .where(and(
      eq(o.status, 'verified'),
      isNotNull(o.krs),
      or(isNull(o.registerAskedAt), lte(o.registerAskedAt, before(cadence))),
      // One whose answer cannot be read must not be asked again and again.
      or(isNull(a.outcome), ne(a.outcome, 'silent'), lte(a.askedAt, before(afterSilence))),
    ))
    .orderBy(asc(o.registerAskedAt), asc(o.id))
    .limit(atOnce);
}

/** Compares verified entries with the register once a week, a few at a time; stops when it does not answer. Gives how many were compared and how many got no answer. */
export async function reaskRegister(context: Context, provider: RegisterProvider): Promise<{ compared: number; silent: number }> {
  const { db, actor, now } = context;
  authorise(actor, 'organisation.askRegister', {});
  let compared = 0;
  let silent = 0;
  let inARow = 0;
  for (const { id, krs } of await listDue(db.read, now)) {
    if (!krs || inARow === 3) break;
    const answer = await askRegister(context, provider, krs);
    if (!spoke(answer)) {
      silent += 1;
      inARow += 1;
      continue;
    }
    inARow = 0;
    await db.tx(async (tx) => {
      const organisation = await getOrganisation(tx, id);
      if (organisation.krs === krs && organisation.status === 'verified') await keep(tx, context, organisation, answer);
    });
    compared += 1;
  }
  return { compared, silent };
}

/** What an officer sees of an entry and its register: the last answer, field by field, and the documents that were sent. */
export async function getRegisterCheck(read: Read, organisation: Organisation, lang: Lang) {
  const { registrySnapshots: s } = read.t;
  const asked = organisation.registerAskedAt;
  const [last] = await read
    .select({ sha256: s.sha256, subset: s.subset })
    .from(s)
    .where(and(eq(s.organisationId, organisation.id), eq(s.fetchedAt, asked ?? new Date(0))))
    .orderBy(desc(s.id))
    .limit(1);
  return {
    krs: organisation.krs,
    standing: organisation.registerStanding,
    asked: asked ? formatInstant(asked, lang) : null,
    changed: last?.subset?.changedOn ? formatDay(last.subset.changedOn, lang) : null,
    sha256: last?.sha256 ?? null,
    compared: last?.subset ? compareWithRegister(organisation, last.subset) : [],
    note: organisation.verificationNote,
    evidence: await listFiles(read, 'organisation_evidence', organisation.id),
  };
}
