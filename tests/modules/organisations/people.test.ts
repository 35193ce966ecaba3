import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { changeMemberRole, leaveOrganisation, removeMember, saveOwnData, signaturesNeeded } from '~/modules/organisations/commands.server';
import { OwnDataForm } from '~/modules/organisations/forms';
import { confirmHandOver, finishHandOvers, listHandOvers, objectToHandOver, proposeHandOver, refuseHandOver } from '~/modules/organisations/hand-over.server';
import { listMembers } from '~/modules/organisations/queries.server';
import { Forbidden, NotFound } from '~/shared/errors';
import { instantAt } from '~/shared/time';
import { eachEngine, portal } from '../../support/portal';
import { afresh, typed, verified } from './entries';

const reason = 'Prezeska zmarła, nowy zarząd jest w KRS.';

eachEngine((engine) => {
  async function scene() {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, owner } = await verified(p, officer);
    const join = async (role: 'owner' | 'editor' | 'viewer', signatory = false) => p.person({ memberships: [{ organisationId: id, role, signatory }] });
    const roles = async () => Object.fromEntries((await listMembers(p.db.read, id)).map(({ personId, role, signatory }) => [personId, signatory ? `${role}+` : role]));
    const mails = async (template: string) => (await p.db.read.select().from(p.db.t.outbox)).filter((mail) => mail.template === template).map(({ toEmail }) => toEmail);
    return { p, officer, id, owner, join, roles, mails };
  }

  test('an owner changes what a member may do, and the member reads of it', async () => {
    const { p, id, owner, join, roles, mails } = await scene();
    const editor = await join('editor');
    await expect(changeMemberRole(p.as(editor), id, editor.id, { role: 'owner', signatory: true })).rejects.toThrow(Forbidden);
    await changeMemberRole(p.as(owner), id, editor.id, { role: 'viewer', signatory: true });
    expect(await roles()).toEqual({ [owner.id]: 'owner+', [editor.id]: 'viewer+' });
    expect(await mails('organisation.roleChanged')).toEqual([editor.email]);
    await expect(changeMemberRole(p.as(owner), id, 'nobody', { role: 'viewer', signatory: false })).rejects.toThrow(NotFound);
  });

  test('the last owner neither leaves, nor is removed, nor gives the role up', async () => {
    const { p, id, owner, join, roles } = await scene();
    const editor = await join('editor');
    for (const attempt of [
      () => leaveOrganisation(p.as(owner), id), () => removeMember(p.as(owner), id, owner.id), () => changeMemberRole(p.as(owner), id, owner.id, { role: 'editor', signatory: true }),
    ]) await expect(attempt()).rejects.toMatchObject({ code: 'organisation.lastOwner' });
    await changeMemberRole(p.as(owner), id, editor.id, { role: 'owner', signatory: false });
    await leaveOrganisation(p.as(owner), id);
    expect(await roles()).toEqual({ [editor.id]: 'owner' });
  });

  test('two owners who leave in the same moment leave one behind', async () => {
    const { p, id, owner, join, roles } = await scene();
    const second = await join('owner');
    const results = await Promise.allSettled([leaveOrganisation(p.as(owner), id), leaveOrganisation(p.as(second), id)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(Object.values(await roles()).filter((role) => role.startsWith('owner'))).toHaveLength(1);
  });

  test('a viewer leaves on their own, a removed member gets a letter, a stranger does neither', async () => {
    const { p, id, owner, join, mails } = await scene();
    const [viewer, editor, stranger] = [await join('viewer'), await join('editor'), await p.person()];
    await expect(leaveOrganisation(p.as(stranger), id)).rejects.toThrow(Forbidden);
    await leaveOrganisation(p.as(viewer), id);
    expect(await mails('organisation.memberLeft')).toEqual([owner.email]);
    await removeMember(p.as(owner), id, editor.id);
    expect(await mails('organisation.memberRemoved')).toEqual([editor.email]);
    await expect(leaveOrganisation(p.as(viewer), id)).rejects.toThrow(NotFound);
  });

  test('the rule of representation says how many must sign', async () => {
    const { p, id, owner } = await scene();
    expect(await signaturesNeeded(p.db.read, id)).toBe(1);
    await saveOwnData(p.as(owner), id, OwnDataForm.parse(typed(1, { minSignatures: '3' })));
    expect(await signaturesNeeded(p.db.read, id)).toBe(3);
  });

  test('a hand-over needs two pairs of eyes and seven days, and then the new owner acts', async () => {
    const { p, officer, id, owner, join, roles, mails } = await scene();
    const second = await p.person({ roles: ['officer'] });
    const editor = await join('editor');
    await expect(proposeHandOver(p.as(owner), id, { email: editor.email, reason })).rejects.toThrow(Forbidden);
    const handOver = await proposeHandOver(p.as(officer), id, { email: editor.email, reason });
    expect(await mails('handOver.proposed')).toEqual([second.email]);
    await expect(confirmHandOver(p.as(officer), handOver)).rejects.toMatchObject({ code: 'fourEyes' });
    const token = await confirmHandOver(p.as(second), handOver);
    expect(JSON.stringify(await p.db.read.select().from(p.db.t.handOvers))).not.toContain(token);
    expect(await mails('handOver.confirmed')).toEqual([owner.email]);
    const night = (day: string) => finishHandOvers(p.as(system, { now: instantAt(day as never, '00:00') }));
    expect(await night('2026-03-09')).toBe(0);
    expect(await night('2026-03-10')).toBe(1);
    expect(await roles()).toEqual({ [owner.id]: 'viewer', [editor.id]: 'owner+' });
    expect((await mails('handOver.done')).toSorted()).toEqual([owner.email, editor.email].toSorted());
    await expect(objectToHandOver(p.as({ kind: 'anonymous' }, { now: instantAt('2026-03-10', '08:00') }), token, { objection: 'To pomyłka.' })).rejects.toMatchObject({ code: 'wrongState' });
    await expect(finishHandOvers(p.as(officer))).rejects.toThrow(Forbidden);
  });

  test('the old owner stops a hand-over by the link in the letter, in time only', async () => {
    const { p, officer, id, owner, roles, mails } = await scene();
    const [second, heir] = [await p.person({ roles: ['head'] }), await p.person()];
    const token = await confirmHandOver(p.as(second), await proposeHandOver(p.as(officer), id, { email: heir.email, reason }));
    const anyone = { kind: 'anonymous' as const };
    await expect(objectToHandOver(p.as(anyone), 'another', { objection: 'Działam nadal.' })).rejects.toThrow(NotFound);
    await expect(objectToHandOver(p.as(anyone, { now: instantAt('2026-03-10', '00:00') }), token, { objection: 'Działam nadal.' })).rejects.toMatchObject({ code: 'handOver.tooLate' });
    await objectToHandOver(p.as(anyone, { now: instantAt('2026-03-09', '23:59') }), token, { objection: 'Działam nadal.' });
    expect(await finishHandOvers(p.as(system, { now: instantAt('2026-03-20', '00:00') }))).toBe(0);
    expect(await roles()).toEqual({ [owner.id]: 'owner+' });
    expect(await mails('handOver.objected')).toEqual([officer.email]);
    expect(await listHandOvers(p.db.read, id)).toMatchObject([{ status: 'objected', objection: 'Działam nadal.' }]);
    await proposeHandOver(p.as(officer), id, { email: heir.email, reason });
  });

  test('a hand-over goes to a person with an account who is not the owner, one at a time, and can be stopped', async () => {
    const { p, officer, id, owner } = await scene();
    const heir = await p.person();
    await expect(proposeHandOver(p.as(officer), id, { email: 'nikt@example.org', reason })).rejects.toMatchObject({ code: 'handOver.noAccount', field: 'email' });
    await expect(proposeHandOver(p.as(officer), id, { email: owner.email, reason })).rejects.toMatchObject({ code: 'handOver.alreadyOwner' });
    await expect(proposeHandOver(p.as(officer), id, { email: officer.email, reason })).rejects.toMatchObject({ code: 'fourEyes' });
    const handOver = await proposeHandOver(p.as(officer), id, { email: heir.email, reason });
    await expect(proposeHandOver(p.as(officer), id, { email: heir.email, reason })).rejects.toMatchObject({ code: 'handOver.already' });
    await refuseHandOver(p.as(officer), handOver, { reason: 'Właścicielka się odezwała.' });
    await expect(confirmHandOver(p.as(await p.person({ roles: ['head'] })), handOver)).rejects.toMatchObject({ code: 'wrongState' });
    expect(await afresh(p, heir)).toMatchObject({ memberships: [] });
  });
});
