import { count, eq, max } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '#db/open.server';
import { authorise, refuse } from '~/access/authorise';
import type { Context } from '~/access/context';
import { record } from '~/modules/audit/commands.server';
import { NotFound } from '~/shared/errors';
import { newId } from '~/shared/ids';
import type { IndicatorForm, namesForm, RetireForm } from './forms';

/** An officer puts a new indicator at the end of the list. */
export function addIndicator(context: Context, { area, names, validFrom, official }: z.output<typeof IndicatorForm>) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'indicator.keep', {});
    const { programmeIndicators: i, priorityAreas } = tx.t;
    const [known] = await tx.select({ n: count() }).from(priorityAreas).where(eq(priorityAreas.code, area));
    refuse(known?.n ? null : 'required', 'area');
    const [last] = await tx.select({ position: max(i.position) }).from(i);
    const code = newId();
    await tx.insert(i).values({ code, area, names, validFrom, validTo: null, position: (last?.position ?? -1) + 1, status: official ? 'official' : 'provisional' });
    await record(tx, context, { event: 'indicator.added', subject: { kind: 'indicator', id: code }, detail: { area, from: validFrom } });
    return { code };
  });
}

/** An officer gives an indicator its name in the five languages; what is linked to it stays linked. */
export function renameIndicator(context: Context, { code, names }: { code: string; names: z.output<typeof namesForm> }) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'indicator.keep', {});
    await getIndicator(tx, code);
    await tx.update(tx.t.programmeIndicators).set({ names }).where(eq(tx.t.programmeIndicators.code, code));
    await record(tx, context, { event: 'indicator.renamed', subject: { kind: 'indicator', id: code } });
  });
}

/** An officer sets the last day on which results can be linked to an indicator, or takes that day back; it is never deleted. */
export function retireIndicator(context: Context, { code, validTo }: z.output<typeof RetireForm>) {
  return context.db.tx(async (tx) => {
    authorise(context.actor, 'indicator.keep', {});
    const { validFrom } = await getIndicator(tx, code);
    refuse(validTo && validTo < validFrom ? 'indicator.endsBefore' : null, 'validTo');
    await tx.update(tx.t.programmeIndicators).set({ validTo: validTo ?? null }).where(eq(tx.t.programmeIndicators.code, code));
    await record(tx, context, { event: 'indicator.retired', subject: { kind: 'indicator', id: code }, detail: { until: validTo ?? '' } });
  });
}

async function getIndicator(tx: Tx, code: string) {
  const { programmeIndicators: i } = tx.t;
  const [one] = await tx.select({ validFrom: i.validFrom }).from(i).where(eq(i.code, code));
  if (!one) throw new NotFound('indicator');
  return one;
}
