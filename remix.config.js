/**
 * The one place where Remix is configured; `vite.config.ts` hands it to the Remix Vite plugin.
 *
 * Single fetch and lazy route discovery stay off: with them on, an advisory that Remix 2 will
 * not fix applies (CVE-2026-34077, turbo-stream 2). `tests/architecture.test.ts` holds them off.
 *
 * @type {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_singleFetch: false,
    v3_lazyRouteDiscovery: false,
  },
};
