import { expect } from 'vitest';
import { system } from '~/access/actor';
import { closeDueCalls } from '~/modules/calls/commands.server';
import { closeDueConsultations } from '~/modules/consultations/commands.server';
import { grosze, plainAmount } from '~/shared/money';
import { verified } from '../modules/organisations/entries';
import type { Portal } from '../support/portal';
import { offerAt } from '../support/offer';
import { settle } from './chain-money';
import { announce, assess, cast, checkFormally, dayIn, newcomer, publish, register, writeOffer } from './chain-steps';
import { consult } from './chain-voice';
import { findForm } from './paper';
import type { Clock } from './walker';

/** The main job from registration to settlement and the report of a consultation; gives the people who did it. */
export async function walkMainJob(p: Portal, clock: Clock) {
  const forward = (days: number) => (clock.now = new Date(clock.now.getTime() + days * 86_400_000));
  const { officer, head, members, resident } = await cast(p, clock);
  await verified(p, await p.person({ roles: ['officer'] }), 900, { name: 'Federacja Krakowska' });

  const signatory = await newcomer(p, clock, 'Halyna Kravets', 'halyna@example.org');
  const mine = await register(signatory, 'Stowarzyszenie Nowy Próg', 77);
  const organisationId = mine.split('/').pop() ?? '';
  await officer.open(`/pl/office/organisations/${organisationId}`);
  await officer.send('verify', { method: 'manual' });
  await resident.open('/uk/organisations?q=nowy+prog');
  expect(resident.html()).toContain('Nowy Próg');
  const editor = await newcomer(p, clock, 'Olena Editor', 'olena-editor@example.org');
  await signatory.open(mine);
  await signatory.send('invite', { email: 'olena-editor@example.org', role: 'editor', lang: 'uk' });
  await editor.openLetter('olena-editor@example.org', 'uk');
  await editor.send('accept');

  const call = await announce(officer, head, dayIn(clock, 0));
  await resident.open('/uk/calls');
  const [publicCall = ''] = resident.links('/uk/calls/').filter((href) => href.includes('prog-'));
  await resident.open(publicCall);
  expect(resident.html()).toContain('15:00');

  await editor.open(publicCall.replace('/calls/', '/apply/'));
  await editor.send('start', { organisationId });
  const offer = offerAt(editor.at());
  const applicationId = offer.split('/').pop() ?? '';
  await writeOffer(editor, offer, { title: 'Próg otwarty', from: dayIn(clock, 70), to: dayIn(clock, 280) });
  await editor.open(`${offer}/check`);
  expect(() => findForm(editor.html(), 'submit')).toThrow();
  await signatory.open(`${offer}/check`);
  await signatory.send('submit');
  expect(signatory.at()).toBe(`${offer}/receipt`);
  expect(signatory.html()).toMatch(/OK-2026-000001[\s\S]*[0-9a-f]{64}/);

  forward(26);
  await closeDueCalls(p.as(system, { now: clock.now }));
  await officer.open(`${call}/applications`);
  await officer.send('start');
  const [checkPage = ''] = officer.links('/pl/office/applications/');
  await checkFormally({ officer, head, editor, signatory }, checkPage, offer);
  await assess({ officer, head, members }, call, applicationId);

  await officer.open(`${call}/ranking`);
  await officer.send('draw');
  await head.open(`${call}/ranking`);
  await head.send('decide', { orderNumber: '99/2026', orderDate: { day: dayIn(clock, 0) } });
  await publish(officer, `${call}/ranking`, dayIn(clock, 0));
  await officer.send('publish');
  await resident.open(publicCall);
  expect(resident.html()).toContain('Nowy Próg');

  await settle({ officer, head, editor, signatory }, { ranking: `${call}/ranking`, clock, forward, instalment: plainAmount(grosze(4_000_000)) });
  await resident.open('/uk/initiatives');
  expect(resident.html()).toContain('Próg otwarty');
  const [initiative = ''] = resident.links('/uk/initiatives/');
  await resident.open(initiative);
  const given = JSON.parse((await resident.open('/open-data/360giving.json')).html) as { grants: { title: string; amountAwarded: number }[] };
  expect(given.grants.map(({ title, amountAwarded }) => [title, amountAwarded])).toEqual([['Próg otwarty', 40_000]]);

  await consult({ officer, resident }, clock, () => {
    forward(11);
    return closeDueConsultations(p.as(system, { now: clock.now }));
  });
  return { officer, head, resident };
}
