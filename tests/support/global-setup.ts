import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../db/open.server';
import { startPostgres } from './postgres';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each test copies. */
export default async function setup({ provide }: TestProject) {
  if (process.env.ENGINES === 'sqlite') {
    provide('postgresUrl', '');
    return undefined;
  }
  const server = await startPostgres();
  const { default: pg } = await import('pg');
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query('create database template_portal');
  await admin.end();
  const template = await openDatabase(server.url.replace(/\/postgres$/, '/template_portal'));
  await template.migrate();
  await template.close();
  provide('postgresUrl', server.url);
  return () => server.stop();
}
