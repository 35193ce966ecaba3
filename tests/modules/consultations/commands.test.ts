import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous, system } from '~/access/actor';
import {
  answerComment, closeConsultation, closeDueConsultations, commentOn, confirmComment, draftConsultation, hideComment, openConsultation, publishConsultationReport, saveConsultation,
} from '~/modules/consultations/commands.server';
import { countAnswered, getConsultation, getPublicConsultation, listPublicComments, listPublicConsultations } from '~/modules/consultations/queries.server';
import { eachEngine, monday, portal } from '../../support/portal';
import { asked, closesAt, comment, question, received } from './asked';

const later = (moment: Date, ms: number) => new Date(moment.getTime() + ms);
const week = 7 * 24 * 3_600_000;
const summary = { pl: 'Punkt powstanie.', en: undefined, uk: undefined, de: undefined, ru: undefined };

eachEngine((engine) => {
  test('a draft is nobody’s business, an announced consultation waits for its day, then the portal opens it', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const opensAt = later(monday, week);
    const { id, slug } = await draftConsultation(p.as(officer), question({ opensAt }));
    await expect(getPublicConsultation(p.db.read, slug)).rejects.toThrow('consultation');
    await expect(commentOn(p.as(anonymous), id, comment)).rejects.toThrow('consultation.read');
    await openConsultation(p.as(officer), id);
    expect((await getPublicConsultation(p.db.read, slug)).status).toBe('announced');
    await expect(commentOn(p.as(anonymous), id, comment)).rejects.toThrow('consultation.notYet');
    await expect(saveConsultation(p.as(officer), id, question())).rejects.toThrow('wrongState');
    await closeDueConsultations(p.as(system, { now: opensAt }));
    expect((await getConsultation(p.db.read, id)).status).toBe('open');
  });

  test('a comment is not public before its author confirms, and then has a number and no address', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    const first = await commentOn(p.as(anonymous), id, comment);
    const second = await commentOn(p.as(anonymous), id, { ...comment, email: 'ivan@example.org', authorName: 'Ivan', lang: 'uk' });
    expect(await listPublicComments(p.db.read, id)).toEqual([]);
    expect(await countAnswered(p.db.read)).toEqual({ answered: 0, total: 0 });
    await confirmComment(p.as(anonymous), second.token);
    await confirmComment(p.as(anonymous), first.token);
    const shown = await listPublicComments(p.db.read, id);
    expect(shown.map(({ number, lang, authorName }) => [number, lang, authorName])).toEqual([[1, 'uk', 'Ivan'], [2, 'pl', null]]);
    expect(JSON.stringify([shown, await listPublicComments(p.db.read, id), await listPublicConsultations(p.db.read)])).not.toContain('@example.org');
    expect(await countAnswered(p.db.read)).toEqual({ answered: 0, total: 2 });
  });

  test('the link works once and for seven days, and only its digest is kept', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    const late = await commentOn(p.as(anonymous), id, comment);
    await expect(confirmComment(p.as(anonymous, { now: later(monday, week) }), late.token)).rejects.toThrow('consultation.linkOver');
    await confirmComment(p.as(anonymous, { now: later(monday, week - 1) }), late.token);
    await expect(confirmComment(p.as(anonymous), late.token)).rejects.toThrow('consultation.linkOver');
    await expect(confirmComment(p.as(anonymous), 'made-up')).rejects.toThrow('consultation.linkOver');
    expect(await listPublicComments(p.db.read, id)).toHaveLength(1);
    expect(JSON.stringify(await p.db.read.select().from(p.db.t.tokens))).not.toContain(late.token);
  });

  test('two confirmations at once give one comment', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    const { token } = await commentOn(p.as(anonymous), id, comment);
    const both = await Promise.allSettled([confirmComment(p.as(anonymous), token), confirmComment(p.as(anonymous), token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await listPublicComments(p.db.read, id)).toHaveLength(1);
  });

  test('a comment at the closing millisecond is refused, one before it is taken and can still be confirmed', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    await expect(commentOn(p.as(anonymous, { now: closesAt }), id, comment)).rejects.toThrow('consultation.closed');
    const { token } = await commentOn(p.as(anonymous, { now: later(closesAt, -1) }), id, comment);
    await closeDueConsultations(p.as(system, { now: closesAt }));
    expect((await getConsultation(p.db.read, id)).status).toBe('closed');
    await confirmComment(p.as(anonymous, { now: later(closesAt, 1) }), token);
  });

  test('nobody closes a consultation early', async () => {
    const p = await portal(engine);
    const { id, officer } = await asked(p);
    await expect(closeConsultation(p.as(officer, { now: later(closesAt, -1) }), id)).rejects.toThrow('consultation.stillOpen');
    await closeDueConsultations(p.as(system, { now: later(closesAt, -1) }));
    expect((await getConsultation(p.db.read, id)).status).toBe('open');
    await closeConsultation(p.as(officer, { now: closesAt }), id);
    expect((await getConsultation(p.db.read, id)).status).toBe('closed');
  });

  test('anything but a plain yes needs a reason, and the author gets the answer', async () => {
    const p = await portal(engine);
    const { id, officer } = await asked(p);
    const { commentId } = await received(p, id);
    for (const disposition of ['partly_accepted', 'rejected', 'out_of_scope'] as const)
      await expect(answerComment(p.as(officer), commentId, { disposition, answer: ' ' })).rejects.toMatchObject({ code: 'consultation.reason', field: 'answer' });
    await answerComment(p.as(officer), commentId, { disposition: 'rejected', answer: 'Nie ma tam lokalu.' });
    expect(await listPublicComments(p.db.read, id)).toMatchObject([{ disposition: 'rejected', answer: 'Nie ma tam lokalu.' }]);
    const mails = await p.db.read.select().from(p.db.t.outbox).where(eq(p.db.t.outbox.template, 'comment.answered'));
    expect(mails).toMatchObject([{ toEmail: comment.email, params: { number: 1, disposition: 'nie uwzględniono' } }]);
    await answerComment(p.as(officer), commentId, { disposition: 'accepted', answer: undefined });
    expect(await countAnswered(p.db.read, id)).toEqual({ answered: 1, total: 1 });
  });

  test('there is no report while one comment waits, and unconfirmed ones leave with their addresses', async () => {
    const p = await portal(engine);
    const { id, officer } = await asked(p);
    const one = await received(p, id);
    const two = await received(p, id, { text: 'Obelga.' });
    const lost = await commentOn(p.as(anonymous), id, { ...comment, email: 'lost@example.org' });
    const at = { now: later(closesAt, 1000) };
    await answerComment(p.as(officer), one.commentId, { disposition: 'accepted', answer: undefined });
    await expect(publishConsultationReport(p.as(officer), id, { summary })).rejects.toThrow('wrongState');
    await closeDueConsultations(p.as(system, at));
    await expect(publishConsultationReport(p.as(officer, at), id, { summary })).rejects.toMatchObject({ code: 'consultation.unanswered', params: { n: 1 } });
    await hideComment(p.as(officer, at), two.commentId, { reason: 'Obraża inne osoby.' });
    await publishConsultationReport(p.as(officer, at), id, { summary });
    expect(await getConsultation(p.db.read, id)).toMatchObject({ status: 'report_published', reportSummary: { pl: 'Punkt powstanie.' } });
    expect(await listPublicComments(p.db.read, id)).toMatchObject([
      { number: 1, hidden: false, disposition: 'accepted' },
      { number: 2, hidden: true, text: '', authorName: null, hiddenReason: 'Obraża inne osoby.' },
    ]);
    await expect(confirmComment(p.as(anonymous), lost.token)).rejects.toThrow('consultation.linkOver');
    expect(JSON.stringify(await p.db.read.select().from(p.db.t.consultationComments))).not.toContain('lost@example.org');
    await expect(answerComment(p.as(officer, at), one.commentId, { disposition: 'rejected', answer: 'Nie.' })).rejects.toThrow('wrongState');
  });

  test('the first answer after the end turns the consultation to analysis', async () => {
    const p = await portal(engine);
    const { id, officer } = await asked(p);
    const { commentId } = await received(p, id);
    await closeDueConsultations(p.as(system, { now: closesAt }));
    await answerComment(p.as(officer, { now: closesAt }), commentId, { disposition: 'accepted', answer: 'Tak.' });
    expect((await getConsultation(p.db.read, id)).status).toBe('analysing');
  });

  test('residents comment, only officers do the rest', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    const { commentId } = await received(p, id);
    for (const roles of [[], ['finance'], ['auditor'], ['admin'], ['committee_member']] as const) {
      const who = p.as(await p.person({ roles: [...roles] }), { now: closesAt });
      await expect(draftConsultation(who, question())).rejects.toThrow('consultation.draft');
      await expect(saveConsultation(who, id, question())).rejects.toThrow('consultation.draft');
      await expect(openConsultation(who, id)).rejects.toThrow('consultation.open');
      await expect(closeConsultation(who, id)).rejects.toThrow('consultation.close');
      await expect(closeDueConsultations(who)).rejects.toThrow('consultation.close');
      await expect(hideComment(who, commentId, { reason: 'x' })).rejects.toThrow('consultation.moderate');
      await expect(answerComment(who, commentId, { disposition: 'accepted', answer: undefined })).rejects.toThrow('consultation.answer');
      await expect(publishConsultationReport(who, id, { summary })).rejects.toThrow('consultation.publishReport');
    }
  });

  test('one network cannot flood a consultation', async () => {
    const p = await portal(engine);
    const { id } = await asked(p);
    const from = { ...p.as(anonymous), ip: '192.0.2.7' };
    for (let n = 0; n < 10; n += 1) await commentOn(from, id, { ...comment, email: `someone${n}@example.org` });
    await expect(commentOn({ ...from, ip: '192.0.2.8' }, id, { ...comment, email: 'more@example.org' })).rejects.toThrow('too many');
    await commentOn({ ...from, now: later(monday, 3_600_000) }, id, comment);
  });
});
