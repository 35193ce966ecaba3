import { expect, test } from 'vitest';
import { anonymous, system } from '~/access/actor';
import type { Context } from '~/access/context';
import { answerComment, closeDueConsultations, commentOn, confirmComment, draftConsultation, hideComment, openConsultation, publishConsultationReport } from '~/modules/consultations/commands.server';
import { countAnswered, getConsultation, getPublicConsultation, listCommentsForOffice, listConsultations, listPublicComments, listPublicConsultations } from '~/modules/consultations/queries.server';
import { Forbidden, NotFound, TooMany } from '~/shared/errors';
import { digest } from '~/shared/ids';
import { eachEngine, monday, portal, type Portal } from '../../support/portal';

const closesAt = new Date('2026-03-20T14:00:00Z');
const same = (words: string) => ({ pl: words, en: words, uk: words, de: words, ru: words });
const asked = { titles: same('Zieleń na Grzegórzkach'), questions: same('Gdzie posadzić drzewa?'), backgrounds: same('Mamy sto drzew.'), opensAt: monday, closesAt };
const voice = { lang: 'uk' as const, text: 'Біля школи', authorName: 'Олена', email: 'olena@example.org' };
const later = (ms: number, from = monday) => new Date(from.getTime() + ms);
const day = 24 * 3_600_000;

async function opened(p: Portal) {
  const officer = await p.person({ roles: ['officer'] });
  const { id, slug } = await draftConsultation(p.as(officer), asked);
  await openConsultation(p.as(officer), id);
  const say = (context: Context = p.as(anonymous)) => commentOn(context, id, voice);
  const said = async () => {
    const { commentId, token } = await say();
    await confirmComment(p.as(anonymous), token);
    return commentId;
  };
  return { officer, id, slug, say, said };
}

eachEngine((engine) => {
  test('a draft is hidden from the public, an opened consultation is not', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const { id, slug } = await draftConsultation(p.as(officer), asked);
    await expect(getPublicConsultation(p.db.read, slug)).rejects.toThrow(NotFound);
    await openConsultation(p.as(officer), id);
    expect((await listPublicConsultations(p.db.read)).map((one) => one.slug)).toEqual([slug]);
    expect((await listConsultations(p.db.read))[0]?.status).toBe('open');
  });

  test('a comment is public only after its author confirms it, and gets the next number then', async () => {
    const p = await portal(engine);
    const { id, slug, say } = await opened(p);
    const first = await say();
    const second = await say();
    expect(await listPublicComments(p.db.read, id)).toEqual([]);
    expect(await confirmComment(p.as(anonymous), second.token)).toBe(slug);
    expect(await confirmComment(p.as(anonymous), first.token)).toBe(slug);
    expect((await listCommentsForOffice(p.db.read, id)).map(({ number, id: commentId }) => [number, commentId])).toEqual([[1, second.commentId], [2, first.commentId]]);
  });

  test('the link works once, for seven days, and only its digest is kept', async () => {
    const p = await portal(engine);
    const { say } = await opened(p);
    const { token } = await say();
    const late = await say();
    const kept = await p.db.read.select().from(p.db.t.tokens);
    expect(kept.map((row) => row.digest)).toContain(digest(token));
    expect(JSON.stringify(kept)).not.toContain(token);
    await confirmComment(p.as(anonymous, { now: later(7 * day - 1) }), token);
    await expect(confirmComment(p.as(anonymous), token)).rejects.toMatchObject({ code: 'consultation.linkOver' });
    await expect(confirmComment(p.as(anonymous, { now: later(7 * day) }), late.token)).rejects.toMatchObject({ code: 'consultation.linkOver' });
  });

  test('a comment comes in until the last millisecond, and not at the deadline itself', async () => {
    const p = await portal(engine);
    const { say } = await opened(p);
    await say(p.as(anonymous, { now: later(-1, closesAt) }));
    await expect(say(p.as(anonymous, { now: closesAt }))).rejects.toMatchObject({ code: 'consultation.closed' });
  });

  test('one address is not flooded with letters', async () => {
    const p = await portal(engine);
    const { say } = await opened(p);
    const context = { ...p.as(anonymous), ip: '192.0.2.7' };
    for (const _ of [1, 2, 3]) await say(context);
    await expect(say(context)).rejects.toThrow(TooMany);
  });

  test('no public query carries an e-mail address, and a hidden comment keeps only its number and the reason', async () => {
    const p = await portal(engine);
    const { officer, id, slug, said } = await opened(p);
    await said();
    await hideComment(p.as(officer), await said(), { reason: 'Dane innej osoby' });
    const comments = await listPublicComments(p.db.read, id);
    expect(comments).toHaveLength(2);
    expect(comments[1]).toMatchObject({ number: 2, hidden: true, text: '', authorName: null, hiddenReason: 'Dane innej osoby' });
    const everything = [comments, await getPublicConsultation(p.db.read, slug), await listCommentsForOffice(p.db.read, id)];
    expect(JSON.stringify(everything)).not.toContain('@');
  });

  test('the consultation closes by itself and the report waits for every answer', async () => {
    const p = await portal(engine);
    const { officer, id, said } = await opened(p);
    const comments = [await said(), await said()] as const;
    const after = p.as(officer, { now: later(day, closesAt) });
    await closeDueConsultations(p.as(system, { now: later(-1, closesAt) }));
    expect((await getConsultation(p.db.read, id)).status).toBe('open');
    await closeDueConsultations(p.as(system, { now: closesAt }));
    expect((await getConsultation(p.db.read, id)).status).toBe('closed');
    const summary = { pl: 'Sadzimy przy szkole.', en: undefined, uk: undefined, de: undefined, ru: undefined };
    await answerComment(after, comments[0], { disposition: 'accepted', answer: undefined });
    expect(await countAnswered(p.db.read)).toEqual({ answered: 1, total: 2 });
    await expect(publishConsultationReport(after, id, { summary })).rejects.toMatchObject({ code: 'consultation.unanswered' });
    await answerComment(after, comments[1], { disposition: 'rejected', answer: 'Teren nie należy do Miasta.' });
    await publishConsultationReport(after, id, { summary });
    expect(await getConsultation(p.db.read, id)).toMatchObject({ status: 'report_published', reportSummary: { pl: 'Sadzimy przy szkole.' } });
  });

  test('saying no needs a reason, and the author gets a letter in their own language', async () => {
    const p = await portal(engine);
    const { officer, said } = await opened(p);
    const comment = await said();
    for (const answer of [undefined, '  '])
      await expect(answerComment(p.as(officer), comment, { disposition: 'rejected', answer })).rejects.toMatchObject({ code: 'consultation.reason', field: 'answer' });
    await answerComment(p.as(officer), comment, { disposition: 'rejected', answer: 'Tam jest gazociąg.' });
    const letters = await p.db.read.select().from(p.db.t.outbox);
    expect(letters.filter(({ template }) => template === 'comment.answered')).toMatchObject([{ toEmail: voice.email, lang: 'uk' }]);
  });

  test('a resident neither answers nor hides nor drafts', async () => {
    const p = await portal(engine);
    const { said } = await opened(p);
    const comment = await said();
    const resident = p.as(await p.person());
    await expect(answerComment(resident, comment, { disposition: 'accepted', answer: undefined })).rejects.toThrow(Forbidden);
    await expect(hideComment(resident, comment, { reason: 'Nie lubię' })).rejects.toThrow(Forbidden);
    await expect(draftConsultation(resident, asked)).rejects.toThrow(Forbidden);
  });
});
