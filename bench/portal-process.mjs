// The built portal alone, as `scripts/start.mjs` runs it once everything is ready: nothing is installed or built here.
const env = { ...process.env };
process.env.NODE_ENV = 'production';
const { run } = await import('../build/portal.js');
await run(env, process.cwd());
