import { expect, test } from 'vitest';
import { system } from '~/access/actor';
import { languages } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import { closeDueConsultations } from '~/modules/consultations/commands.server';
import { listPublicConsultations } from '~/modules/consultations/queries.server';
import * as officeConsultation from '~/routes/office/consultation';
import * as officeNew from '~/routes/office/consultation-new';
import * as officeConsultations from '~/routes/office/consultations';
import * as accessibility from '~/routes/public/accessibility';
import * as commentConfirm from '~/routes/public/comment-confirm';
import * as consultation from '~/routes/public/consultation';
import * as consultationReport from '~/routes/public/consultation-report';
import * as consultations from '~/routes/public/consultations';
import * as howItWorks from '~/routes/public/how-it-works';
import * as openData from '~/routes/public/open-data';
import * as privacy from '~/routes/public/privacy';
import * as programme from '~/routes/public/programme';
import { asked, closesAt, question } from '../modules/consultations/asked';
import { eachEngine, portal } from '../support/portal';
import { visitorOf } from '../support/visit';

const pl = translator('pl');
const uk = translator('uk');

const visit = visitorOf({
  consultations, 'consultations/:slug': consultation, 'consultations/:slug/confirm/:token': commentConfirm, 'consultations/:slug/report': consultationReport,
  'office/consultations': officeConsultations, 'office/consultations/new': officeNew, 'office/consultations/:id': officeConsultation,
  programme, 'how-it-works': howItWorks, accessibility, privacy, 'open-data': openData,
});

const planned = (): Record<string, string> => {
  const { titles, questions, backgrounds } = question();
  const texts = Object.entries({ titles, questions, backgrounds }).flatMap(([name, said]) => languages.map((lang) => [`${name}.${lang}`, said[lang]]));
  return { ...Object.fromEntries(texts), 'opensOn.day': '2', 'opensOn.month': '3', 'opensOn.year': '2026', opensTime: '10:00', 'closesOn.day': '23', 'closesOn.month': '3', 'closesOn.year': '2026', closesTime: '15:00' };
};

eachEngine((engine) => {
  test('from the question of the City to “you said, we did”', async () => {
    const p = await portal(engine);
    const officer = await p.person({ roles: ['officer'] });
    const resident = await p.person();
    expect((await visit(p, '/pl/office/consultations/new', { person: resident })).status).toBe(403);
    expect((await visit(p, '/pl/office/consultations/new', { person: officer })).status).toBe(200);
    const backwards = await visit(p, '/pl/office/consultations/new', { person: officer, form: { intent: 'draft', ...planned(), 'closesOn.day': '1' } });
    expect([backwards.status, backwards.html]).toEqual([422, expect.stringContaining(pl('refusal.consultation.closesBeforeOpens'))]);
    const desk = (await visit(p, '/pl/office/consultations/new', { person: officer, form: { intent: 'draft', ...planned() } })).location;
    const [drafted] = await p.db.read.select().from(p.db.t.consultations);
    const page = `/consultations/${drafted?.slug}`;
    expect((await visit(p, `/pl${page}`)).status).toBe(404);
    expect((await visit(p, desk, { person: officer })).html).toContain(pl('consultations.openHint'));
    expect((await visit(p, desk, { person: officer, form: { intent: 'open' } })).location).toBe(desk);

    for (const lang of languages) expect((await visit(p, `/${lang}${page}`)).html).toContain(`Punkt informacyjny (${lang})`);
    const wrong = await visit(p, `/uk${page}`, { form: { intent: 'comment', text: 'Хочу поруч із трамваєм', lang: 'uk', email: 'nobody' } });
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('Хочу поруч із трамваєм')]);
    const sent = await visit(p, `/uk${page}`, { form: { intent: 'comment', text: 'Хочу поруч із трамваєм', lang: 'uk', email: 'olena@example.org' } });
    expect(sent.location).toBe(`/uk${page}?sent=1`);
    expect((await visit(p, sent.location)).html).toContain(uk('consultations.checkMail'));
    expect((await visit(p, `/uk${page}`)).html).not.toContain('Хочу поруч');

    const [mail] = await p.db.read.select().from(p.db.t.outbox);
    const link = mail?.link ?? '';
    expect((await visit(p, link)).html).toContain('value="confirm"');
    expect((await visit(p, `/uk${page}`)).html).not.toContain('Хочу поруч');
    const confirmed = await visit(p, link, { form: { intent: 'confirm' } });
    expect(confirmed.location).toBe(`/uk${page}?confirmed=1`);
    const shown = (await visit(p, `/pl${page}`)).html;
    expect(shown).toContain('<p lang="uk" class="own-text">Хочу поруч із трамваєм</p>');
    expect(shown).not.toContain('olena@example.org');
    expect((await visit(p, link, { form: { intent: 'confirm' } })).status).toBe(409);
    expect((await visit(p, link)).html).toContain(uk('refusal.consultation.linkOver'));

    expect((await visit(p, `/pl${page}`, { now: closesAt })).html).not.toContain('name="email"');
    const late = await visit(p, `/pl${page}`, { now: closesAt, form: { intent: 'comment', text: 'Za późno', lang: 'pl', email: 'x@example.org' } });
    expect(late.status).toBe(409);

    const at = { person: officer, now: closesAt };
    await closeDueConsultations(p.as(system, at));
    expect((await visit(p, `/pl${page}/report`)).status).toBe(404);
    expect((await visit(p, desk, { ...at, form: { intent: 'publish', 'summary.pl': 'Wynik.' } })).status).toBe(409);
    const one = `${desk}?comment=1`;
    expect((await visit(p, one, at)).html).not.toContain('olena@example.org');
    const bare = await visit(p, one, { ...at, form: { intent: 'answer', _form: 'answer', disposition: 'rejected', answer: '' } });
    expect([bare.status, bare.html]).toEqual([422, expect.stringContaining(pl('refusal.consultation.reason'))]);
    expect((await visit(p, one, { person: resident, form: { intent: 'answer', disposition: 'accepted', answer: '' } })).status).toBe(403);
    expect((await visit(p, one, { ...at, form: { intent: 'answer', disposition: 'partly_accepted', answer: 'Obok tramwaju, ale na parterze.' } })).status).toBe(303);
    expect((await visit(p, `${desk}?comment=9`, { ...at, form: { intent: 'hide', reason: 'x' } })).status).toBe(404);
    expect((await visit(p, desk, { ...at, form: { intent: 'publish', 'summary.pl': 'Punkt powstanie.' } })).status).toBe(303);
    const report = (await visit(p, `/de${page}/report`)).html;
    for (const words of ['Хочу поруч із трамваєм', 'Obok tramwaju, ale na parterze.', translator('de')('consultations.disposition.partly_accepted'), '<p lang="pl" class="own-text">Punkt powstanie.</p>']) expect(report).toContain(words);
    expect((await listPublicConsultations(p.db.read)).map(({ status }) => status)).toEqual(['report_published']);
    expect((await visit(p, '/ru/consultations')).html).toContain(`/ru${page}/report`);
    expect((await visit(p, '/pl/office/consultations', at)).html).toContain('Punkt informacyjny (pl)');
  });

  test('pages that explain are there in every language', async () => {
    const p = await portal(engine);
    await asked(p);
    for (const lang of languages) for (const page of ['programme', 'how-it-works', 'accessibility', 'privacy', 'open-data', 'consultations']) expect((await visit(p, `/${lang}/${page}`)).status).toBe(200);
    const { html } = await visit(p, '/uk/programme');
    for (const words of ['XIV/357/24', 'Offenes Krakau', 'понад 350', '40 пропозицій', 'Попередній перелік']) expect(html).toContain(words);
    expect(html.match(/>попередній</g)).toHaveLength(12);
  });

  test('the accessibility statement holds every statutory id once, and its dates are dates', async () => {
    const p = await portal(engine);
    const { html } = await visit(p, '/en/accessibility');
    const needed = ['wstep', 'podmiot', 'zakres', 'url', 'data-publikacja', 'data-aktualizacja', 'status', 'kontakt', 'email', 'telefon', 'procedura', 'data-sporzadzenie', 'architektura', 'komunikacja'];
    for (const id of needed) expect(html.match(new RegExp(`id="a11y-${id}"`, 'g')), id).toHaveLength(1);
    expect(html.match(/<time id="a11y-data-[a-z]+" dateTime="\d{4}-\d\d-\d\d">/g)).toHaveLength(3);
  });
});
