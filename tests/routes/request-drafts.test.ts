import { expect, test } from 'vitest';
import { system, type Person } from '~/access/actor';
import { attachTo, takeOff } from '~/http/uploads/attachments.server';
import { listFiles, type FilePurpose } from '~/modules/files/queries.server';
import { getLocalInitiative } from '~/modules/local-initiatives/queries.server';
import { remindOfAnswers as remindOfInitiativeAnswers, remindOfDrafts as remindOfInitiativeDrafts } from '~/modules/local-initiatives/reminders.server';
import { saveLocalInitiative, startLocalInitiative, submitLocalInitiative } from '~/modules/local-initiatives/commands.server';
import { getProposal } from '~/modules/proposals/queries.server';
import { saveProposal, startProposal, submitProposal } from '~/modules/proposals/commands.server';
import { remindOfAnswers as remindOfProposalAnswers, remindOfDrafts as remindOfProposalDrafts } from '~/modules/proposals/reminders.server';
import * as desk from '~/routes/applicant/desk';
import * as myInitiative from '~/routes/applicant/my-local-initiative';
import * as myProposal from '~/routes/applicant/my-proposal';
import * as officeInitiative from '~/routes/office/local-initiative';
import * as officeProposal from '~/routes/office/proposal';
import { NotFound } from '~/shared/errors';
import { request } from '../support/local-initiative';
import { proposal } from '../support/proposal';
import { eachEngine, monday, portal, type Portal } from '../support/portal';
import { filingOrganisation } from '../support/small-grant';
import { uploadsOf } from '../support/uploads';
import { visitorOf } from '../support/visit';

const visit = visitorOf({
  desk, 'local-initiatives/mine/:id': myInitiative, 'proposals/mine/:id': myProposal, 'office/local-initiatives/:id': officeInitiative, 'office/proposals/:id': officeProposal,
});
const later = (days: number) => new Date(monday.getTime() + days * 86_400_000);
const plan = () => new File(['%PDF-1.4\n%%EOF\n'], 'rysunek.pdf');

const kinds = [
  {
    purpose: 'local_initiative_attachment' as FilePurpose, path: 'local-initiatives', template: 'localInitiative', event: 'localInitiative.deleted',
    async draft(p: Portal) {
      const owner = await p.person({ lang: 'uk' });
      const { id } = await startLocalInitiative(p.as(owner), {});
      await saveLocalInitiative(p.as(owner), id, request(), 1);
      return { id, owner };
    },
    submit: (p: Portal, owner: Person, id: string) => submitLocalInitiative(p.as(owner), id),
    get: (p: Portal, id: string) => getLocalInitiative(p.db.read, id),
    drafts: remindOfInitiativeDrafts, answers: remindOfInitiativeAnswers,
    async snapshot(p: Portal) { return (await p.db.read.select().from(p.db.t.localInitiativeSubmissions))[0]?.snapshot ?? ''; },
  },
  {
    purpose: 'proposal_attachment' as FilePurpose, path: 'proposals', template: 'proposal', event: 'proposal.deleted',
    async draft(p: Portal) {
      const { organisationId, signatory } = await filingOrganisation(p);
      const { id } = await startProposal(p.as(signatory), { organisationId });
      await saveProposal(p.as(signatory), id, proposal(), 1);
      return { id, owner: signatory };
    },
    submit: (p: Portal, owner: Person, id: string) => submitProposal(p.as(owner), id),
    get: (p: Portal, id: string) => getProposal(p.db.read, id),
    drafts: remindOfProposalDrafts, answers: remindOfProposalAnswers,
    async snapshot(p: Portal) { return (await p.db.read.select().from(p.db.t.proposals))[0]?.snapshot ?? ''; },
  },
];

eachEngine((engine) => {
  test.each(kinds)('attachments of $path are changed until they are filed, frozen with them, and read by their own people and the City only', async ({ purpose, path, draft, submit, snapshot }) => {
    const p = await portal(engine);
    const { id, owner } = await draft(p);
    const stranger = await p.person();
    const officer = await p.person({ roles: ['officer'] });
    const { announce, take, load } = uploadsOf(p);
    const { dataDir } = load().config;
    const page = `/pl/${path}/mine/${id}`;
    expect((await visit(p, page, { person: owner })).html).toContain(`data-purpose="${purpose}"`);
    expect((await visit(p, page, { person: owner, form: { intent: 'attach' } })).status).toBe(422);

    const wanted = { name: 'rysunek.pdf', size: 400, subjectId: id, purpose };
    expect([(await announce(stranger, wanted)).status, (await announce(officer, wanted)).status, (await announce(owner, wanted)).status]).toEqual([403, 403, 200]);
    await expect(attachTo(p.as(owner), purpose, id, new File(['<html>'], 'rysunek.html'), dataDir)).rejects.toMatchObject({ code: 'file.type' });
    await attachTo(p.as(owner), purpose, id, plan(), dataDir);
    await attachTo(p.as(owner), purpose, id, new File(['%PDF-1.4\n%%EOF\n'], 'stary.pdf'), dataDir);
    const files = await listFiles(p.db.read, purpose, id);
    const [first, second] = ['rysunek.pdf', 'stary.pdf'].map((name) => files.find((file) => file.name === name));
    expect((await visit(p, page, { person: owner, form: { intent: 'removeFile', removeFile: second?.id } })).status).toBe(303);

    const read = async (person: Person | null) => (await take(person, first?.id ?? '')).status;
    expect([await read(owner), await read(officer), await read(stranger), await read(null)]).toEqual([200, 403, 403, 302]);
    await submit(p, owner, id);
    expect(JSON.parse(await snapshot(p))).toMatchObject({ files: [{ name: 'rysunek.pdf', sha256: first?.sha256 }] });
    expect([await read(owner), await read(officer), await read(stranger)]).toEqual([200, 200, 403]);
    expect((await take(officer, first?.id ?? '')).headers.get('content-disposition')).toMatch(/^attachment;/);
    expect((await visit(p, `/pl/office/${path}/${id}`, { person: officer })).html).toContain('rysunek.pdf');
    await expect(attachTo(p.as(owner), purpose, id, plan(), dataDir)).rejects.toMatchObject({ code: 'wrongState' });
    await expect(takeOff(p.as(owner), purpose, id, first?.id ?? '')).rejects.toMatchObject({ code: 'wrongState' });
  });

  test.each(kinds)('a file with a virus stops the handing in of $path', async ({ purpose, draft, submit }) => {
    const p = await portal(engine);
    const { id, owner } = await draft(p);
    const { load } = uploadsOf(p);
    await attachTo(p.as(owner), purpose, id, plan(), load().config.dataDir);
    await p.db.tx(async (tx) => void (await tx.update(tx.t.files).set({ scan: 'infected' })));
    await expect(submit(p, owner, id)).rejects.toMatchObject({ code: 'file.infectedAttached' });
  });

  test.each(kinds)('a draft of $path is deleted by its own people after they say so twice; the audit keeps that it was there', async ({ purpose, path, event, draft, submit, get }) => {
    const p = await portal(engine);
    const { id, owner } = await draft(p);
    const { take, load } = uploadsOf(p);
    await attachTo(p.as(owner), purpose, id, plan(), load().config.dataDir);
    const [file] = await listFiles(p.db.read, purpose, id);
    const page = `/pl/${path}/mine/${id}`;
    const remove = (person: Person, form: Record<string, string> = {}) => visit(p, page, { person, form: { intent: 'delete', _form: 'delete', version: '2', sure: 'yes', ...form } });
    expect((await remove(await p.person())).status).toBe(403);
    const unsure = await remove(owner, { sure: '' });
    expect([unsure.status, unsure.html.includes('Zaznacz, że chcesz usunąć szkic'), unsure.html.includes('<details open')]).toEqual([422, true, true]);
    expect((await remove(owner, { version: '1' })).status).toBe(409);
    expect((await get(p, id)).status).toBe('draft');

    const gone = await remove(owner);
    expect([gone.status, gone.location]).toEqual([303, '/pl/desk?deleted=yes']);
    expect((await visit(p, gone.location, { person: owner })).html).toContain('Szkic został usunięty.');
    await expect(get(p, id)).rejects.toBeInstanceOf(NotFound);
    expect((await take(owner, file?.id ?? '')).status).toBe(404);
    const traces = await p.db.read.select({ event: p.db.t.events.event, subject: p.db.t.events.subjectId }).from(p.db.t.events);
    expect(traces.slice(-2)).toEqual([{ event: 'file.removed', subject: file?.id }, { event, subject: id }]);

    const filed = await draft(p);
    await submit(p, filed.owner, filed.id);
    expect((await visit(p, `/pl/${path}/mine/${filed.id}`, { person: filed.owner, form: { intent: 'delete', version: '3', sure: 'yes' } })).status).toBe(409);
  });

  test.each(kinds)('letters about $path: an idle draft once to its people, the end of the month once to whoever is to act', async ({ template, draft, submit, drafts, answers }) => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, owner } = await draft(p);
    const at = (days: number) => p.as(system, { now: later(days) });
    const written = async (name: string) => (await p.db.read.select({ template: p.db.t.outbox.template, to: p.db.t.outbox.toEmail }).from(p.db.t.outbox)).filter((mail) => mail.template === `${template}.${name}`).map(({ to }) => to);
    expect([await drafts(at(13)), await drafts(at(14)), await drafts(at(15))]).toEqual([0, 1, 0]);
    expect(await written('draftWaits')).toEqual([owner.email]);

    await submit(p, owner, id);
    // Filed on 2 March: the month ends on 2 April, a week before it is 26 March.
    expect([await answers(at(23)), await answers(at(24)), await answers(at(25)), await drafts(at(60))]).toEqual([0, 1, 0, 0]);
    expect(await written('answerNear')).toEqual([officer.email]);
  });
});
