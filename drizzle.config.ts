import { defineConfig } from 'drizzle-kit';

const engine = process.env.DB_ENGINE === 'postgresql' ? 'postgresql' : 'sqlite';

export default defineConfig({
  dialect: engine,
  schema: `./db/schema.${engine}.ts`,
  out: `./db/migrations/${engine}`,
});
