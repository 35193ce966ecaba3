import { xml2js, type Element } from 'xml-js';

const folded = /\r?\n[ \t]/g;

/** What is wrong with an iCalendar file by RFC 5545 and by the promises of this portal; nothing for a good one. */
export function faultsOfCalendar(text: string): string[] {
  const faults: string[] = [];
  const lines = text.replace(folded, '').split(/\r?\n/).filter(Boolean);
  const open: string[] = [];
  const events: string[][] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/.exec(line) ?? [];
    if (!name) faults.push(`not a property: ${line}`);
    if (name === 'BEGIN') open.push(value);
    if (name === 'BEGIN' && value === 'VEVENT') events.push([]);
    if (name === 'END' && open.pop() !== value) faults.push(`END:${value} closes nothing`);
    if (open.at(-1) === 'VEVENT') events.at(-1)?.push(line);
  }
  if (open.length > 0) faults.push(`${open.join()} left open`);
  if (!lines.some((line) => line.startsWith('PRODID:'))) faults.push('no PRODID');
  if (!lines.includes('VERSION:2.0')) faults.push('no VERSION');
  for (const event of events) {
    for (const [name, shape] of [['UID', /^UID:\S+@\S+$/], ['DTSTAMP', /^DTSTAMP:\d{8}T\d{6}Z$/], ['DTSTART', /^DTSTART;TZID=Europe\/Warsaw:\d{8}T\d{6}$/], ['SEQUENCE', /^SEQUENCE:\d+$/]] as const)
      if (!event.some((line) => shape.test(line))) faults.push(`${name} missing or wrong`);
    if (event.some((line) => /^(SUMMARY|DESCRIPTION)[;:]/.test(line) && /(?<!\\)[,;]/.test(line.slice(line.indexOf(':') + 1)))) faults.push('a comma or semicolon not escaped');
  }
  if (events.length > 0 && !lines.includes('TZID:Europe/Warsaw')) faults.push('no VTIMEZONE');
  return faults;
}

/** Lines longer than the 75 octets RFC 5545 advises. */
export function longLines(text: string): string[] {
  return text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75);
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** What is wrong with an Atom feed by RFC 4287; nothing for a good one. */
export function faultsOfAtom(text: string): string[] {
  const faults: string[] = [];
  const [feed] = ((xml2js(text) as Element).elements ?? []).filter(({ type }) => type === 'element');
  if (feed?.name !== 'feed' || feed.attributes?.xmlns !== 'http://www.w3.org/2005/Atom') return ['not a feed'];
  const children = (of: Element, name: string) => (of.elements ?? []).filter((one) => one.name === name);
  const words = (of: Element | undefined) => (of?.elements ?? []).map((one) => String(one.text ?? one.cdata ?? '')).join('');
  const check = (of: Element, what: string) => {
    for (const name of ['id', 'title', 'updated']) if (children(of, name).length !== 1) faults.push(`${what}: no ${name}`);
    if (!/^(https?:|urn:|tag:)/.test(words(children(of, 'id')[0]))) faults.push(`${what}: the id is no address`);
    if (!instant.test(words(children(of, 'updated')[0]))) faults.push(`${what}: updated is no RFC 3339 time`);
    for (const link of children(of, 'link')) if (!/^https?:/.test(String(link.attributes?.href))) faults.push(`${what}: a relative link`);
  };
  check(feed, 'feed');
  const entries = children(feed, 'entry');
  entries.forEach((entry) => check(entry, 'entry'));
  if (children(feed, 'author').length === 0 && entries.some((entry) => children(entry, 'author').length === 0)) faults.push('no author');
  if (!children(feed, 'link').some((link) => link.attributes?.rel === 'self')) faults.push('no link to itself');
  if (!feed.attributes['xml:lang']) faults.push('no language');
  return faults;
}
