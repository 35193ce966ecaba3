import { json, redirect, type ActionFunctionArgs } from '@remix-run/node';
import { eq, sql } from 'drizzle-orm';
import { ZodError, type z } from 'zod';
import { isDuplicate } from '#db/open.server';
import { placeholders, prepared } from '#db/prepared';
import { actorId } from '~/access/actor';
import type { Context } from '~/access/context';
import type { RouteAccess } from '~/access/declare';
import { may } from '~/access/policy';
import { isLang } from '~/i18n/messages';
import { providerOf, type RegisterProvider } from '~/modules/registers/provider.server';
import { refusalSentence, translator, type Params, type Translate } from '~/i18n/translate';
import { Forbidden, NotFound, RuleViolation, RuleViolations } from '~/shared/errors';
import { problemsOf } from '~/shared/fields';
import { readForm, type Typed } from './form-data';
import { contextOf } from './request.server';
import { asResponse } from './respond.server';
import { refuseOddParams, type Asked } from './load.server';

/** What a refused form shows again: everything typed, and a sentence at each field. */
export type FormState = {
  intent: string;
  formId: string;
  values: Record<string, unknown>;
  errors: { path: string; message: string }[];
  message?: string;
};

/** Where to go after the command (a local path), or a whole answer such as one with a cookie. */
type Answer = string | Response;

/** A file that came with the form itself (scripts off), where files are kept, and who answers for the court register. */
type Sent = { file: File | undefined; dataDir: string; register: RegisterProvider };

type Doing<Form extends z.ZodType> = {
  form: Form;
  run: (context: Context, input: z.output<Form>, asked: Omit<Asked, 'context' | 'exporting'> & Sent) => Promise<Answer>;
};

/** Ties a form to what is done with it, so that the input is typed by the form. */
export function doing<Form extends z.ZodType>(form: Form, run: Doing<Form>['run']): Doing<Form> {
  return { form, run };
}

/** Turns the intents of a route into a Remix action: permission, form, command, refusal or 303. */
export function act<Intent extends string>(access: RouteAccess<Intent>, intents: Record<NoInfer<Intent>, Doing<z.ZodType>>) {
  return async ({ request, params, context: loadContext }: ActionFunctionArgs) => {
    // Whoever sends and when is decided by the last byte: a slow body neither stretches a deadline nor keeps a lost role.
    const body = request.method === 'POST' ? await formOf(request) : null;
    const { context } = await contextOf(request, loadContext);
    const { actor, lang } = context;
    const t = translator(lang);
    try {
      if (params.lang !== undefined && !isLang(params.lang)) throw new NotFound('language');
      refuseOddParams(params);
      if (!body) throw json({ code: 'methodNotAllowed' }, 405);
      const { intent = intentOfMailProgram(body), _key, _form, ...values } = readForm(body);
      const file = fileOf(body);
      if (typeof intent !== 'string' || !Object.hasOwn(intents, intent)) throw json({ code: 'badRequest' }, 400);
      const permission = access.do[intent as Intent];
      if (!may(actor, permission)) throw new Forbidden(permission);

      const key = typeof _key === 'string' && /^[\w-]{16,64}$/.test(_key) ? _key : undefined;
      const state = { intent, formId: typeof _form === 'string' ? _form : '', values: withoutSecrets(values) };
      const { form, run } = intents[intent as Intent];
      const parsed = await form.safeParseAsync(values);
      if (!parsed.success) {
        const refused = refusedForm(t, state, parsed.error);
        return json<FormState>(refused?.state ?? { ...state, errors: [] }, 422);
      }
      const first = key && (await firstAnswer(context, key));
      if (first) return redirect(first, 303);
      const asking = { ...context, ...(key ? { requestKey: key } : {}) };
      try {
        const answer = await run(asking, parsed.data, { request, params: params as Record<string, string>, url: new URL(request.url), lang, t, mailShown: loadContext.mailShown, file, dataDir: loadContext.config.dataDir, register: providerOf(loadContext.config) });
        if (answer instanceof Response) return answer as never;
        if (key) await rememberAnswer(context, key, answer);
        return redirect(answer, 303);
      } catch (error) {
        if (key && isDuplicate(error)) {
          const before = await firstAnswer(context, key, new URL(request.url).pathname);
          if (before) return redirect(before, 303);
        }
        const refused = refusedForm(t, state, error);
        if (!refused) throw error;
        return json<FormState>(refused.state, refused.status);
      }
    } catch (error) {
      if (error instanceof Response) throw error;
      throw asResponse(error, actor, lang, request);
    }
  };
}

/** A mail program cannot say which form it sends: all it says is that its reader wants no more letters (RFC 8058). */
function intentOfMailProgram(sent: FormData | URLSearchParams): string | undefined {
  return sent.get('List-Unsubscribe') === 'One-Click' ? 'stop' : undefined;
}

function fileOf(sent: FormData | URLSearchParams): File | undefined {
  const file = sent instanceof FormData ? sent.get('file') : null;
  return file instanceof File && file.size > 0 ? file : undefined;
}

/** Why a form was not taken, beside everything typed: its own faults, or what the programme said; nothing for any other error. */
export function refusedForm(t: Translate, { intent, formId, values }: Pick<FormState, 'intent' | 'formId' | 'values'>, error: unknown): { state: FormState; status: 409 | 422 } | undefined {
  const said = refusalsOf(error);
  if (!said) return undefined;
  const errors = said.map(({ code, field, params }) => ({ path: field ?? '', message: refusalSentence(t, code, params) }));
  const message = error instanceof ZodError ? undefined : errors.find(({ path }) => path === '')?.message;
  const atFields = message ? errors.filter(({ path }) => path !== '') : errors;
  return { state: { intent, formId, values, errors: atFields, ...(message ? { message } : {}) }, status: message ? 409 : 422 };
}

function refusalsOf(error: unknown): { code: string; field?: string | undefined; params?: Params | undefined }[] | null {
  if (error instanceof ZodError) return problemsOf(error).map(({ path, code, params }) => ({ field: path, code, params }));
  if (error instanceof RuleViolation) return [error];
  if (error instanceof RuleViolations) return error.violations;
  return null;
}

async function formOf(request: Request): Promise<FormData | URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) throw json({ code: 'badRequest' }, 400);
  try {
    return await request.formData();
  } catch {
    throw json({ code: 'badRequest' }, 400);
  }
}

function withoutSecrets(values: Record<string, Typed>): Record<string, Typed> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/password/i.test(name)));
}

async function firstAnswer({ db, actor }: Context, key: string, unknown?: string): Promise<string | undefined> {
  const { requestKeys } = db.t;
  const spent = prepared(db.read, 'spent key', (from) => from.select({ location: requestKeys.location, actorId: requestKeys.actorId }).from(requestKeys).where(eq(requestKeys.key, sql.placeholder('key'))));
  const [row] = await spent.execute({ key });
  if (!row || row.actorId !== actorId(actor)) return undefined;
  return row.location ?? unknown;
}

function rememberAnswer({ db }: Context, key: string, location: string): Promise<void> {
  return db.tx(async (tx) => {
    const { requestKeys } = tx.t;
    const remember = prepared(tx, 'where a key led', (into) => into.update(requestKeys).set(placeholders({ location })).where(eq(requestKeys.key, sql.placeholder('key'))));
    await remember.execute({ location, key });
  });
}
