import type { Person } from '~/access/actor';
import { startApplication, submitApplication } from '~/modules/applications/commands.server';
import { saveSection } from '~/modules/applications/saving.server';
import { offerSections, type OfferContent } from '~/modules/applications/content';
import { getApplication } from '~/modules/applications/queries.server';
import type { CallLimits } from '~/modules/applications/rules';
import { getCall } from '~/modules/calls/queries.server';
import { monday, type Portal } from './portal';

/** A complete offer for this call that keeps every rule of the official form; the grant is the smallest one unless said. */
export function completeContent(call: Pick<CallLimits, 'form' | 'minGrant' | 'taskFrom' | 'taskTo'>, { grant = Math.max(call.minGrant, 1_000_000) }: { grant?: number } = {}): OfferContent {
  const own = call.form === 'support' ? Math.ceil(grant / 4) : 0;
  const total = grant + own;
  const admin = Math.floor(total / 20);
  const room = Math.floor(total / 4);
  const leading = total - admin - room;
  const cash = Math.floor(own / 2);
  const year = Number(call.taskFrom.slice(0, 4));
  return {
    contact: { name: 'Olena Kowal', phone: '+48 600 100 200', email: 'olena@example.org' },
    task: {
      title: 'Klub rozmów po polsku', startDate: call.taskFrom, endDate: call.taskTo,
      synthesis: 'Cotygodniowe spotkania w świetlicy na Zabłociu. Wolontariusze prowadzą rozmowy.', districts: ['podgorze'], targetGroups: ['forced_migrant'],
    },
    schedule: {
      actions: [
        { id: 'a1', year, name: 'Spotkania', description: 'Rozmowy w małych grupach.', targetGroup: 'nowi mieszkańcy', from: call.taskFrom, to: call.taskTo, outsourced: '' },
        { id: 'a2', year, name: 'Sala', description: 'Wynajem świetlicy.', targetGroup: 'nowi mieszkańcy', from: call.taskFrom, to: call.taskTo, outsourced: '' },
      ],
    },
    results: { text: 'Uczestnicy mówią po polsku w codziennych sprawach.', results: [{ id: 'r1', name: 'Spotkania', target: '32', unit: 'spotkania', monitoring: 'dziennik zajęć' }] },
    profile: { experience: 'Od trzech lat prowadzimy kluby rozmów.', resources: 'Dwie koordynatorki i świetlica.' },
    budget: {
      lines: [
        { id: 'c1', actionId: 'a1', kind: 'Prowadzenie', unit: 'umowa', unitCost: leading, quantity: 100 },
        { id: 'c2', actionId: 'a2', kind: 'Wynajem sali', unit: 'okres', unitCost: room, quantity: 100 },
        { id: 'c3', actionId: null, kind: 'Księgowość', unit: 'okres', unitCost: admin, quantity: 100 },
      ],
      sources: { grant, ownCash: cash, otherSources: 0, personal: own - cash, inKind: 0, fees: 0 },
    },
    other: { paid: false, information: '' },
    declarations: { withinStatute: true, feesOnlyPaid: true, taxArrears: 'no', insuranceArrears: 'no', dataAgrees: true, allTrue: true, dataProtection: true },
    attachments: { none: true },
  };
}

/** Writes this content into a draft, section by section, as its editor would. */
export async function writeOffer(p: Portal, editor: Person, id: string, content: OfferContent, now = monday): Promise<number> {
  let { version } = await getApplication(p.db.read, id);
  for (const section of offerSections.filter((one) => one !== 'extra' || content.extra)) ({ version } = await saveSection(p.as(editor, { now }), id, section, content[section], version));
  return version;
}

type Wanted = { callId: string; organisationId: string; editor: Person; grant?: number; now?: Date; submit?: boolean; content?: OfferContent };

/** An offer begun and written, and handed in if asked, by the commands people use. */
export async function completeOffer(p: Portal, { callId, organisationId, editor, grant, now = monday, submit = false, content }: Wanted) {
  const call = await getCall(p.db.read, callId);
  const { id } = await startApplication(p.as(editor, { now }), { callId, organisationId });
  const version = await writeOffer(p, editor, id, content ?? completeContent(call, grant === undefined ? {} : { grant }), now);
  const receipt = submit ? await submitApplication(p.as(editor, { now }), id) : undefined;
  return { id, version, ...(receipt ? { receipt } : {}) };
}

/** The address of an offer, from that of one of its sections. */
export const offerAt = (address: string): string => address.replace(/\/section\/.*$/, '');
