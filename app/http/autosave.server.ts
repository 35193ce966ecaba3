import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Database } from '#db/open.server';
import { system } from '~/access/actor';
import type { Context } from '~/access/context';
import { readSessionOnly } from '~/access/session.server';
import { isLang, type Lang } from '~/i18n/messages';
import { translator } from '~/i18n/translate';
import type { OfferSection } from '~/modules/applications/content';
import { sectionForms, sectionOf } from '~/modules/applications/forms';
import { saveAndTell } from '~/modules/applications/typed-saving.server';
import { findActor } from '~/modules/identity/actor.server';
import { Forbidden } from '~/shared/errors';
import { refusedForm } from './act.server';
import type { Config } from './config.server';
import { pairsOf, readForm, type Typed } from './form-data';
import { securityHeaders } from './headers';
import { hasSession } from './kept-request';
import { comesFromUs, isOwnHost, ownOrigins } from './origin-check';
import { requestIds } from './request-ids';
import { faultForLog, pathForLog, writeLine, type Line } from './request-log';
import { asResponse } from './respond.server';

type Settings = { config: Config; db: Database; now: () => Date; log?: (line: Line) => void };
type Place = { lang: Lang; id: string; section: OfferSection };
type Said = { status: number; body: string };

/** The address to which the page of a section sends itself while somebody writes. */
const address = /^\/([a-z]{2})\/applications\/(\w{1,40})\/section\/([a-z]+)\?_data=routes%2Fapplicant%2Fapplication-section$/;
const longest = 1024 * 1024;

/**
 * Takes the savings that a page makes by itself, hundreds a second before a deadline, ahead of Express and Remix: the same
 * checks, form, command and answers as its route, which takes whatever else comes. See docs/decisions/0011.
 */
export function takeAutosaves({ config, db, now, log = writeLine }: Settings, portal: RequestListener): RequestListener {
  const origins = ownOrigins(config.origin);
  const nextId = requestIds();
  const always = Object.entries({ ...securityHeaders(config), Vary: 'Cookie, Accept-Language' }).flat();

  /** Which section this request saves; nothing when it is any other request, or one to turn away. */
  function placeOf({ method, url = '', headers }: IncomingMessage): Place | undefined {
    if (method !== 'POST' || !hasSession(headers.cookie)) return undefined;
    const [, lang, id = '', name] = address.exec(url) ?? [];
    const section = sectionOf(name);
    // Files come to the same address as the section of attachments.
    if (!isLang(lang) || !section || section === 'attachments') return undefined;
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded') || headers['transfer-encoding'] !== undefined) return undefined;
    if (!(Number(headers['content-length'] ?? Number.NaN) <= longest) || !isOwnHost(headers.host, origins)) return undefined;
    const header = (header: string) => headers[header] as string | undefined;
    return comesFromUs({ method, path: url, header }, origins) ? { lang, id, section } : undefined;
  }

  async function answer(request: IncomingMessage, response: ServerResponse, place: Place) {
    const started = performance.now();
    const { personId, setCookie } = await readSessionOnly(db, config.origin, request.headers.cookie ?? '');
    // Who must sign in, and whose session is prolonged, hears so from the page.
    if (!personId || setCookie) return portal(request, response);
    const requestId = nextId();
    const body = await bodyOf(request);
    // Gone in the middle of a sentence: nobody waits for an answer.
    if (body === undefined) return response.destroy();
    const said = await saved(body, personId, place).catch((fault: unknown): Said => {
      log({ level: 'error', id: requestId, path: pathForLog(request.url ?? ''), ...faultForLog(fault) });
      return { status: 500, body: '{"code":"fault"}' };
    });
    response.writeHead(said.status, [...always, 'X-Request-Id', requestId, 'Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(Buffer.byteLength(said.body))]);
    response.end(said.body);
    log({ time: now().toISOString(), id: requestId, method: 'POST', path: pathForLog(request.url ?? ''), status: said.status, ms: Math.round(performance.now() - started) });
  }

  async function saved(body: Buffer, personId: string, { lang, id, section }: Place): Promise<Said> {
    const { intent, _form, _key, ...values } = readForm(pairsOf(body));
    if (intent !== section || values.then !== 'stay' || _key !== undefined) return { status: 400, body: '{"code":"badRequest"}' };
    try {
      const typed = sectionForms[section].parse(values);
      const told = await db.tx(async (tx) => {
        // Read where it is written: no role can be taken away in between.
        const actor = await findActor(tx, personId);
        if (!actor) throw new Forbidden('application.edit');
        const context: Context = { db, actor, now: now(), lang, origin: config.origin };
        return saveAndTell(tx, context, id, section, typed);
      });
      return { status: 200, body: JSON.stringify(told) };
    } catch (error) {
      return refusal(error, lang, section, values);
    }
  }

  async function refusal(error: unknown, lang: Lang, intent: string, values: Record<string, Typed>): Promise<Said> {
    const refused = refusedForm(translator(lang), { intent, formId: '', values }, error);
    if (refused) return { status: refused.status, body: JSON.stringify(refused.state) };
    const page = asResponse(error, system, lang, new Request(config.origin));
    return { status: page.status, body: await page.text() };
  }

  return (request, response) => {
    const place = placeOf(request);
    if (!place) return portal(request, response);
    answer(request, response, place).catch((fault: unknown) => {
      log({ level: 'error', path: pathForLog(request.url ?? ''), ...faultForLog(fault) });
      response.destroy();
    });
  };
}

/** The whole body, or undefined when the other side went away before its end. */
function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('error', () => resolve(undefined));
    request.on('end', () => resolve(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
    request.on('close', () => resolve(undefined));
  });
}
