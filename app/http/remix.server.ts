import { createReadableStreamFromReadable, createRequestHandler, writeReadableStreamToWritable, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import type { Request as Asked, RequestHandler, Response as Answer } from 'express';

/**
 * Lets Remix answer. It does what `@remix-run/express` does, but a finished page goes out as it is:
 * as text in a Response it would be copied piece by piece through two streams.
 */
export function remixHandler(build: ServerBuild, contextFor: (request: Asked, response: Answer) => AppLoadContext): RequestHandler {
  const answerTo = createRequestHandler(build, 'production');
  return async (request, response, next) => {
    try {
      // Whoever asks for the data of a page reads it as text.
      const direct: NonNullable<AppLoadContext['direct']> | undefined = /[?&]_data=/.test(request.originalUrl) ? undefined : {};
      const answer = await answerTo(webRequest(request, response), { ...contextFor(request, response), direct });
      response.statusMessage = answer.statusText;
      response.status(answer.status);
      for (const [name, value] of answer.headers) response.append(name, value);
      if (direct?.html !== undefined) {
        const bytes = Buffer.from(direct.html);
        response.setHeader('Content-Length', bytes.length);
        response.end(request.method === 'HEAD' ? undefined : bytes);
      } else if (answer.body) await writeReadableStreamToWritable(answer.body, response);
      else response.end();
    } catch (error) {
      next(error);
    }
  };
}

function webRequest(request: Asked, response: Answer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, one);
  }
  const controller = new AbortController();
  // Closed before the answer was whole: nobody waits for it any more.
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  const { method } = request;
  const sent = method === 'GET' || method === 'HEAD' ? {} : { body: createReadableStreamFromReadable(request), duplex: 'half' as const };
  return new Request(`${request.protocol}://${request.get('host')}${request.originalUrl}`, { method, headers, signal: controller.signal, ...sent });
}
