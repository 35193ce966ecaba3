import { expect } from 'vitest';
import type { Person } from '~/access/actor';
import { newToken } from '~/shared/ids';
import type { Portal } from '../support/portal';
import { fill, findForm, labelled, type Answers, type Form } from './paper';
import { sessionOf, visit, type Page, type Sent } from './support';

/** The hour at which a chain of requests stands: every form takes a second, the test moves it on by days. */
export type Clock = { now: Date; witness?: Witness };

/** A form as it stands in a page, filled in rightly and about to be sent. */
export type Posting = { path: string; intent: string; form: Form; sent: Sent; cookie: string; now: Date };
/** Somebody who looks at every form just before and just after it is taken. */
export type Witness = { before(posting: Posting): Promise<void>; after(posting: Posting, answer: Page): Promise<void> };

/** Somebody who walks through pages by their forms and links alone. */
export function walker(p: Portal, clock: Clock, person?: Person) {
  let at = '';
  let page: Page = { status: 0, location: '', html: '', state: null, cookie: '' };
  let cookie = '';
  const session = async () => (cookie ||= person ? await sessionOf(p, person) : '');
  async function open(path: string): Promise<Page> {
    at = path;
    page = await visit(p, path, { cookie: await session(), now: clock.now });
    if (page.location) throw new Error(`${path} leads on to ${page.location}`);
    expect([path, page.status]).toEqual([path, 200]);
    return page;
  }
  return {
    at: () => at.split('?')[0] ?? '',
    html: () => page.html,
    open,
    /** Sends the form of this intent filled in; it must be taken, and the page it leads to is opened. */
    async send(intent: string, answers: Answers = {}, press?: string): Promise<void> {
      clock.now = new Date(clock.now.getTime() + 1000);
      const form = findForm(page.html, intent);
      const sent: Sent = { ...fill(form, answers, press), _key: newToken() };
      const posting: Posting = { path: form.action || at, intent, form, sent, cookie: await session(), now: clock.now };
      await clock.witness?.before(posting);
      const answer = await visit(p, posting.path, { cookie: posting.cookie, now: clock.now, form: sent, multipart: form.multipart });
      cookie = answer.cookie || cookie;
      const said = answer.state && [answer.state.message, ...answer.state.errors.map(({ path, message }) => `${path}: ${message}`)];
      expect([at, intent, answer.status, said]).toEqual([at, intent, 303, null]);
      await clock.witness?.after(posting, answer);
      await open(answer.location.split('#')[0] ?? '');
    },
    /** The names of the fields in the form of this intent. */
    fields: (intent: string) => [...new Set(findForm(page.html, intent).controls.map(({ name }) => name))],
    /** The values that a list offers. */
    options: (intent: string, name: string) => findForm(page.html, intent).controls.find((control) => control.name === name)?.options ?? [],
    /** The value of the first choice in a list whose label holds this text. */
    option: (intent: string, name: string, text: string) => labelled(page.html, intent, name).find(({ label }) => label.includes(text))?.value ?? '',
    /** The addresses in the page that begin so. */
    links: (begin: string) => [...page.html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).filter((href) => href.startsWith(begin)),
    /** Opens the newest letter to somebody and follows the link in it. */
    async openLetter(to: string, lang: string): Promise<void> {
      const { html } = await open(`/${lang}/mailbox`);
      const [tag = ''] = [...html.matchAll(/<a [^>]*>/g)].map(([found]) => found).filter((found) => found.includes(`data-mail-link="${to}"`));
      await open(new URL(/href="([^"]+)"/.exec(tag)?.[1] ?? '', 'http://portal.test').pathname);
    },
  };
}

export type Walker = ReturnType<typeof walker>;
