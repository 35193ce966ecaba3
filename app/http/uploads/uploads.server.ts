import { randomBytes } from 'node:crypto';
import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { createRouteHandler, createUploadthing, type FileRouter } from 'uploadthing/remix';
import { UploadThingError } from 'uploadthing/server';
import { z } from 'zod';
import type { Database } from '#db/open.server';
import { may } from '~/access/policy';
import { contextOf } from '~/http/request.server';
import { languages, type Lang } from '~/i18n/messages';
import { refusalSentence, translator } from '~/i18n/translate';
import { attachFile } from '~/modules/files/commands.server';
import { findActor } from '~/modules/identity/actor.server';
import { whyNotBegin } from '~/modules/files/rules';
import { RuleViolation } from '~/shared/errors';
import { attachFromForm, forget, lookAt } from './store.server';
import { subjectOf } from './subject.server';

// Only this folder knows UploadThing. Without UPLOADTHING_TOKEN its own client and router talk to our ingest route.

const appId = 'open-krakow';

/** The key with which this portal signs its own upload addresses, the same for every process. */
export async function uploadSecret(db: Database): Promise<string> {
  const { uploadSecrets } = db.t;
  const find = () => db.read.select({ secret: uploadSecrets.secret }).from(uploadSecrets).where(eq(uploadSecrets.id, 'upload'));
  const [known] = await find();
  if (known) return known.secret;
  await db.tx(async (tx) => {
    await tx.insert(uploadSecrets).values({ id: 'upload', secret: `sk_local_${randomBytes(24).toString('hex')}` }).onConflictDoNothing();
  });
  const [made] = await find();
  if (!made) throw new Error('no upload key');
  return made.secret;
}

const build = createUploadthing();

/** What may be sent, by whom, and what happens when it has arrived. */
const routerOf = (load: AppLoadContext) =>
  ({
  // The library's own limit is set out of the way: its refusal would be in English and without our sizes.
  attachment: build({ blob: { maxFileSize: '1GB', maxFileCount: 5 } })
    .input(z.object({ purpose: z.string().max(40), subjectId: z.string().max(64), lang: z.enum(languages) }))
    .middleware(async ({ event, input, files }) => {
      const { context } = await contextOf((event as unknown as ActionFunctionArgs).request, load);
      const subject = await subjectOf(context.db.read, input.purpose, input.subjectId, context.now).catch(() => null);
      if (!subject?.writable || context.actor.kind !== 'person' || !may(context.actor, 'file.attach', subject))
        throw new UploadThingError({ code: 'FORBIDDEN', message: translator(input.lang)('errors.403.title') });
      const sizes = files.map(({ size }) => whyNotBegin(size)).find(Boolean);
      if (sizes) throw new UploadThingError({ code: 'TOO_LARGE', message: refusalSentence(translator(input.lang), sizes) });
      return { ...input, personId: context.actor.id };
    })
    .onUploadComplete(async ({ metadata, file }) => {
      if (load.config.uploadthingToken) await takeFromCloud(load, metadata, { address: file.ufsUrl, name: file.name });
      return { ...metadata, key: file.key, name: file.name };
    }),
  }) satisfies FileRouter;
export type UploadRouter = ReturnType<typeof routerOf>;

/** UploadThing's route handler, talking to its cloud when a token is set, else to our own ingest route. */
export async function uploadHandler(load: AppLoadContext) {
  const { db, origin, config } = load;
  const router = routerOf(load);
  if (config.uploadthingToken) return createRouteHandler({ router, config: { token: config.uploadthingToken, logLevel: 'Error' } });
  const apiKey = await uploadSecret(db);
  const token = Buffer.from(JSON.stringify({ apiKey, appId, regions: ['local'] })).toString('base64');
  return createRouteHandler({
    router,
    config: { token, ingestUrl: `${origin}/ingest`, isDev: false, handleDaemonPromise: 'await', logLevel: 'Error', fetch: localFetch(load) as never },
  });
}

type Metadata = { purpose: string; subjectId: string; personId: string; lang: Lang };

/** A file has arrived in UploadThing's cloud: it is copied here, looked at like any other, and read from here. */
export async function takeFromCloud(load: AppLoadContext, { purpose, subjectId, personId, lang }: Metadata, { address, name }: { address: string; name: string }): Promise<void> {
  const { db, origin, now } = load;
  const actor = await findActor(db.read, personId);
  if (!actor) throw new Error('nobody sent this file');
  const subject = await subjectOf(db.read, purpose, subjectId, now());
  if (!subject.writable) throw new RuleViolation('wrongState');
  const answer = await fetch(address, { signal: AbortSignal.timeout(60_000) });
  if (!answer.ok) throw new Error(`the cloud answered ${answer.status}`);
  const file = new File([await answer.arrayBuffer()], name);
  await attachFromForm({ db, actor, now: now(), lang, origin }, subject, file, load.config.dataDir);
}

/** Calls meant for UploadThing's servers never leave the process: intents go to our table. */
function localFetch({ db, now }: AppLoadContext): typeof fetch {
  return async (input, init) => {
    const request = new Request(input as Request, init);
    const url = new URL(request.url);
    if (url.pathname.endsWith('/route-metadata')) {
      const body = (await request.json()) as { fileKeys: string[]; metadata: Metadata; callbackUrl: string; callbackSlug: string };
      await db.tx(async (tx) => {
        for (const fileKey of body.fileKeys)
          await tx.insert(tx.t.uploadIntents).values({
            fileKey, personId: body.metadata.personId, purpose: body.metadata.purpose as 'application_attachment', subjectId: body.metadata.subjectId,
            callbackUrl: body.callbackUrl, callbackSlug: body.callbackSlug, metadata: body.metadata, createdAt: now(),
          });
      });
      return Response.json({ ok: true });
    }
    return Response.json({ ok: true });
  };
}

/** The upload that this person announced under this key; undefined for anybody else's. */
export async function findIntent(load: AppLoadContext, request: Request, fileKey: string) {
  const { context } = await contextOf(request, load);
  const { uploadIntents } = load.db.t;
  const [intent] = await load.db.read.select().from(uploadIntents).where(eq(uploadIntents.fileKey, fileKey));
  return intent && context.actor.kind === 'person' && intent.personId === context.actor.id ? intent : undefined;
}
type Intent = NonNullable<Awaited<ReturnType<typeof findIntent>>>;

/** A refusal in the language of the page that announced the upload. */
export function sentenceFor({ metadata }: Intent, code: string): string {
  return refusalSentence(translator((metadata as Partial<Metadata>).lang ?? 'pl'), code);
}

/** A file has arrived whole: looks at it, keeps it under the actor's rights or forgets it. */
export async function finishUpload(load: AppLoadContext, request: Request, intent: Intent, name: string): Promise<{ id: string } | { refused: string }> {
  const { context } = await contextOf(request, load);
  try {
    const subject = await subjectOf(load.db.read, intent.purpose, intent.subjectId, context.now);
    if (!subject.writable) throw new RuleViolation('wrongState');
    return await attachFile(context, subject, await lookAt(load.config.dataDir, intent.fileKey, name));
  } catch (error) {
    await forget(load.config.dataDir, intent.fileKey);
    if (error instanceof RuleViolation) return { refused: error.code };
    throw error;
  }
}
