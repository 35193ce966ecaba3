import { addDays, dayOf } from '~/shared/time';
import type { Ready } from './kill-scene';

/** About 4 kB of Polish in one field, another text each time. */
export function textOf(turn: number): string {
  return `${turn} ${'Zażółć gęślą jaźń, a potem przyjdź na spotkanie sąsiadów w świetlicy przy ulicy Zmyślonej. '.repeat(40)}`;
}

const route = encodeURIComponent('routes/applicant/application-section');

/** Where the page of a section sends itself while somebody writes. */
export const savePath = (id: string) => `/pl/applications/${id}/section/task?_data=${route}`;

// The days of the offers that the scene makes; whole offers can be handed in.
const today = dayOf(new Date());
const [first, last] = [addDays(today, 65), addDays(today, 300)];

/** The form of a section as its page sends it. */
export function saveBody(offer: Ready, version: number, turn: number): string {
  return new URLSearchParams([
    ['intent', 'task'], ['title', offer.title], ['startDate', first], ['endDate', last], ['synthesis', textOf(turn)],
    ['districts', 'podgorze'], ['targetGroups', 'forced_migrant'], ['version', String(version)], ['then', 'stay'],
  ]).toString();
}
