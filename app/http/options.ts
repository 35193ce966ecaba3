import type { RequestHandler } from 'express';

/** What any program may read: these addresses take nothing, so a page of anybody may ask them. */
const openToAll = /^\/(api\/(hsds|geo)|open-data)(\/|$)/;

/** Says what an address takes. Only open data may be asked by pages of others with headers of their own (CORS). */
export const answerOptions: RequestHandler = ({ method, path }, response, next) => {
  if (method !== 'OPTIONS') return next();
  const isOpen = openToAll.test(path);
  response.set('Allow', isOpen ? 'GET, HEAD, OPTIONS' : 'GET, HEAD, POST, OPTIONS');
  if (isOpen) response.set({ 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Methods': 'GET, HEAD', 'Access-Control-Allow-Headers': 'If-None-Match, Accept-Language', 'Access-Control-Max-Age': '86400' });
  response.status(204).end();
};
