import { expect, test } from 'vitest';
import { acceptInvitation, inviteMember, removeMember, withdrawInvitation } from '~/modules/organisations/commands.server';
import { listInvitations, listMembers } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { eachEngine, monday, portal } from '../../support/portal';
import { afresh, verified } from './entries';

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, owner } = await verified(p, officer);
    const guest = await p.person();
    const invitation = { email: guest.email, role: 'editor' as const, signatory: true, lang: 'uk' as const };
    return { p, id, owner, guest, invitation };
  }

  test('an invited person joins with the role and the right to sign they were given', async () => {
    const { p, id, owner, guest, invitation } = await scene();
    const token = await inviteMember(p.as(owner), id, invitation);
    const kept = await p.db.read.select().from(p.db.t.invitations);
    expect(JSON.stringify(kept)).not.toContain(token);
    await acceptInvitation(p.as(guest), token);
    expect(await listMembers(p.db.read, id)).toMatchObject([{ personId: owner.id, role: 'owner' }, { personId: guest.id, role: 'editor', signatory: true }]);
    await expect(acceptInvitation(p.as(guest), token)).rejects.toMatchObject({ code: 'invitation.used' });
    await expect(inviteMember(p.as(owner), id, invitation)).rejects.toMatchObject({ code: 'organisation.alreadyMember', field: 'email' });
  });

  test('an invitation works for seven days, for its own address, until it is taken back', async () => {
    const { p, id, owner, guest, invitation } = await scene();
    const other = await p.person();
    const first = await inviteMember(p.as(owner), id, invitation);
    await expect(acceptInvitation(p.as(other), first)).rejects.toMatchObject({ code: 'invitation.otherPerson' });
    await expect(acceptInvitation(p.as(guest, { now: new Date('2026-03-10T09:00:00Z') }), first)).rejects.toMatchObject({ code: 'invitation.expired' });
    const second = await inviteMember(p.as(owner), id, invitation);
    await expect(acceptInvitation(p.as(guest), first)).rejects.toBeInstanceOf(NotFound);
    const [open] = await listInvitations(p.db.read, id, monday);
    await withdrawInvitation(p.as(owner), id, open?.id ?? '');
    await expect(acceptInvitation(p.as(guest), second)).rejects.toBeInstanceOf(NotFound);
  });

  test('only owners let people in and out, and the last owner stays', async () => {
    const { p, id, owner, guest, invitation } = await scene();
    await acceptInvitation(p.as(guest), await inviteMember(p.as(owner), id, invitation));
    const editor = await afresh(p, guest);
    await expect(inviteMember(p.as(editor), id, { ...invitation, email: 'x@example.org' })).rejects.toBeInstanceOf(Forbidden);
    await expect(removeMember(p.as(editor), id, owner.id)).rejects.toBeInstanceOf(Forbidden);
    await expect(removeMember(p.as(owner), id, owner.id)).rejects.toMatchObject({ code: 'organisation.lastOwner' });
    await removeMember(p.as(owner), id, guest.id);
    expect((await listMembers(p.db.read, id)).map(({ personId }) => personId)).toEqual([owner.id]);
  });
});
