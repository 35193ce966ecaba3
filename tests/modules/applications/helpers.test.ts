import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Person } from '~/access/actor';
import { may } from '~/access/policy';
import { subjectOf } from '~/http/uploads/subject.server';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { invitedTo, listHelp, listHelped } from '~/modules/applications/helper-queries.server';
import { acceptAnyInvitation, endHelp, inviteHelper, leaveHelp } from '~/modules/applications/helpers.server';
import { invitePartner } from '~/modules/applications/partners.server';
import { getApplication } from '~/modules/applications/queries.server';
import { saveSection } from '~/modules/applications/saving.server';
import { commentOnSection, takeFromEarlier } from '~/modules/applications/together.server';
import { Forbidden } from '~/shared/errors';
import { addDays, dayOf, instantAt } from '~/shared/time';
import { verified } from '../organisations/entries';
import { announced } from '../../support/call';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

const closesAt = instantAt('2026-03-31', '15:00');
const asHelper = { role: 'helper' as const, until: undefined, lang: 'pl' as const };
const profile = { experience: 'Napisał pomocnik', resources: '' };

async function scene(engine: 'sqlite' | 'postgresql') {
  const p = await portal(engine);
  const { callId, officer } = await announced(p, { closesAt });
  const { id: organisationId, owner } = await verified(p, officer);
  const { id } = await startApplication(p.as(owner), { callId, organisationId });
  const friend = await p.person({ name: 'Halina z fundacji' });
  return { p, id, callId, organisationId, owner, officer, friend };
}

const invited = async (p: Portal, owner: Person, id: string, to: Person, more: Partial<Parameters<typeof inviteHelper>[2]> = {}) => {
  const token = await inviteHelper(p.as(owner), id, { ...asHelper, email: to.email, ...more });
  expect(await acceptAnyInvitation(p.as(to), token)).toBe(`/applications/${id}`);
  return token;
};
const events = async (p: Portal) => (await p.db.read.select({ event: p.db.t.events.event }).from(p.db.t.events)).map(({ event }) => event).filter((event) => event.startsWith('application.help'));

eachEngine((engine) => {
  test('an editor invites a helper by a letter with a link for one use; the helper writes and remarks, and nothing else', async () => {
    const { p, id, owner, friend } = await scene(engine);
    await expect(inviteHelper(p.as(friend), id, { ...asHelper, email: 'x@example.org' })).rejects.toThrow(Forbidden);
    const token = await invited(p, owner, id, friend);
    const { outbox } = p.db.t;
    const [letter] = await p.db.read.select().from(outbox).where(eq(outbox.toEmail, friend.email));
    expect(letter).toMatchObject({ template: 'application.helperInvited', link: `/pl/invitations/${token}` });
    await expect(acceptAnyInvitation(p.as(friend), token)).rejects.toMatchObject({ code: 'invitation.used' });
    const saved = await saveSection(p.as(friend), id, 'profile', profile, 1);
    expect(saved.version).toBe(2);
    const { commentId } = await commentOnSection(p.as(friend), id, { section: 'profile', text: 'Dopisałem.', mentions: [owner.id] });
    expect(commentId).toBeTruthy();
    await expect(submitApplication(p.as(friend), id)).rejects.toThrow(Forbidden);
    await expect(invitePartner(p.as(friend), id, { organisationId: 'x', share: 1, tasks: 'y' })).rejects.toThrow(Forbidden);
    await expect(inviteHelper(p.as(friend), id, { ...asHelper, email: 'x@example.org' })).rejects.toThrow(Forbidden);
    await expect(takeFromEarlier(p.as(friend), id, { from: 'x', sections: ['profile'] })).rejects.toThrow(Forbidden);
    const one = { helpers: [friend.id] };
    expect((['application.edit', 'application.comment', 'application.takeEarlier', 'application.invitePartner', 'application.signOff', 'application.submit', 'application.withdraw', 'application.correct'] as const).filter((action) => may(friend, action, one))).toEqual(['application.edit', 'application.comment']);
    expect(await events(p)).toEqual(['application.helperInvited', 'application.helperJoined']);
  });

  test('a mentor reads and remarks, and does not write', async () => {
    const { p, id, owner, friend } = await scene(engine);
    await invited(p, owner, id, friend, { role: 'mentor' });
    await expect(saveSection(p.as(friend), id, 'profile', profile, 1)).rejects.toThrow(Forbidden);
    await commentOnSection(p.as(friend), id, { section: 'task', text: 'Krócej.', mentions: [] });
    const subject = await subjectOf(p.db.read, 'application_attachment', id, monday);
    expect((['file.read', 'file.attach', 'file.remove'] as const).map((action) => may(friend, action, subject))).toEqual([true, false, false]);
  });

  test('the right is for one offer: other offers of the organisation, and the organisation, stay shut', async () => {
    const { p, id, callId, organisationId, owner, friend } = await scene(engine);
    await invited(p, owner, id, friend);
    const { owner: stranger, id: theirs } = await verified(p, await p.person({ roles: ['officer'] }), 2);
    const { id: other } = await startApplication(p.as(stranger), { callId, organisationId: theirs });
    await expect(saveSection(p.as(friend), other, 'profile', profile, 1)).rejects.toThrow(Forbidden);
    expect(may(friend, 'organisation.members', { organisationId })).toBe(false);
    expect(may(friend, 'application.read', { organisationId, handedIn: false })).toBe(false);
  });

  test('a helper whose right was taken away hears so when saving, and what was written stays', async () => {
    const { p, id, owner, friend } = await scene(engine);
    await invited(p, owner, id, friend);
    await saveSection(p.as(friend), id, 'profile', profile, 1);
    const [help] = await listHelp(p.db.read, { id, closesAt }, monday);
    await expect(endHelp(p.as(friend), id, help?.id ?? '')).rejects.toThrow(Forbidden);
    await endHelp(p.as(owner), id, help?.id ?? '');
    await expect(saveSection(p.as(friend), id, 'profile', { ...profile, resources: 'x' }, 2)).rejects.toMatchObject({ code: 'helper.ended' });
    await expect(commentOnSection(p.as(friend), id, { section: 'task', text: 'x', mentions: [] })).rejects.toMatchObject({ code: 'helper.ended' });
    expect((await getApplication(p.db.read, id)).content.profile).toEqual(profile);
    expect((await listHelp(p.db.read, { id, closesAt }, monday)).map(({ state }) => state)).toEqual(['over']);
    await invited(p, owner, id, friend, { role: 'mentor' });
    expect(await invitedTo(p.db.read, id, monday)).toEqual({ helpers: [], mentors: [friend.id] });
    await leaveHelp(p.as(friend), id);
    expect(await listHelped(p.db.read, friend.id, monday)).toEqual([]);
    expect((await events(p)).slice(2)).toEqual(['application.helpEnded', 'application.helperInvited', 'application.helperJoined', 'application.helperLeft']);
  });

  test('the right ends with the call, or on the day that was said', async () => {
    const { p, id, owner, friend } = await scene(engine);
    const other = await p.person();
    await invited(p, owner, id, friend);
    await invited(p, owner, id, other, { until: '2026-03-10' });
    const at = async (moment: Date) => (await invitedTo(p.db.read, id, moment)).helpers;
    expect(await at(instantAt('2026-03-10', '23:59'))).toEqual([friend.id, other.id]);
    expect(await at(instantAt('2026-03-11', '00:00'))).toEqual([friend.id]);
    expect(await at(new Date(closesAt.getTime() - 1))).toEqual([friend.id]);
    expect(await at(closesAt)).toEqual([]);
    // A call that closes later takes the right with it.
    await p.db.tx(async (tx) => void (await tx.update(tx.t.calls).set({ closesAt: instantAt('2026-04-07', '15:00') })));
    expect(await at(closesAt)).toEqual([friend.id]);
  });

  test('an invitation goes to nobody of the organisation, to nobody twice, not into the past, and to no other address', async () => {
    const { p, id, owner, friend } = await scene(engine);
    const refused = (more: Partial<Parameters<typeof inviteHelper>[2]>) => expect(inviteHelper(p.as(owner), id, { ...asHelper, email: friend.email, ...more })).rejects;
    await refused({ email: owner.email }).toMatchObject({ code: 'organisation.alreadyMember', field: 'email' });
    await refused({ until: addDays(dayOf(monday), -1) }).toMatchObject({ code: 'helper.untilPast', field: 'until' });
    const token = await inviteHelper(p.as(owner), id, { ...asHelper, email: friend.email });
    await refused({}).toMatchObject({ code: 'helper.already' });
    const other = await p.person();
    await expect(acceptAnyInvitation(p.as(other), token)).rejects.toMatchObject({ code: 'invitation.otherPerson' });
    await expect(acceptAnyInvitation(p.as(friend, { now: instantAt('2026-03-10', '00:00') }), token)).rejects.toMatchObject({ code: 'invitation.expired' });
    const [help] = await listHelp(p.db.read, { id, closesAt }, monday);
    await endHelp(p.as(owner), id, help?.id ?? '');
    await expect(acceptAnyInvitation(p.as(friend), token)).rejects.toMatchObject({ code: 'invitation.expired' });
    for (let n = 0; n < 10; n += 1) await inviteHelper(p.as(owner), id, { ...asHelper, email: `h${n}@example.org` });
    await refused({}).toMatchObject({ code: 'helper.tooMany' });
  });
});
