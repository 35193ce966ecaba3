import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readConfig } from '~/http/config.server';
import { startApplication } from '~/modules/applications/commands.server';
import { acceptAnyInvitation, inviteHelper } from '~/modules/applications/helpers.server';
import { makeCalendarFeed } from '~/modules/calls/calendar.server';
import { loader } from '~/routes/api/calls-personal';
import { announced } from '../support/call';
import { eachEngine, monday, portal } from '../support/portal';
import { verified } from '../modules/organisations/entries';

eachEngine((engine) => {
  test('the calendar of a helper has the deadline and the correction of the offer while the help lasts', async () => {
    const p = await portal(engine);
    const { callId, officer } = await announced(p);
    const { id: organisationId, owner } = await verified(p, officer, 1);
    const { id } = await startApplication(p.as(owner), { callId, organisationId });
    const friend = await p.person();
    const token = await makeCalendarFeed(p.as(friend));
    const seen = async (now = monday) => {
      const context = { db: p.db, origin: 'http://portal.test', requestId: 'r', ip: '', now: () => now, mailShown: false, demo: false, config: readConfig({}) };
      const response = await loader({ request: new Request('http://portal.test/x'), params: { token }, context } as never);
      return [...(await (response as Response).text()).matchAll(/^SUMMARY:(.*)/gm)].map(([, summary]) => summary?.split(':')[0]?.trim());
    };
    expect(await seen()).toEqual([]);
    await acceptAnyInvitation(p.as(friend), await inviteHelper(p.as(owner), id, { email: friend.email, role: 'helper', lang: 'pl', until: '2026-06-30' }));
    expect(await seen()).toHaveLength(1);
    const due = new Date('2026-04-20T10:00:00Z');
    await p.db.tx((tx) => tx.update(tx.t.applications).set({ status: 'correction_requested', correctionDueAt: due }).where(eq(tx.t.applications.id, id)));
    expect(await seen(new Date('2026-04-15T10:00:00Z'))).toHaveLength(2);
    expect(await seen(new Date('2026-07-01T10:00:00Z'))).toEqual([]);
  });
});
