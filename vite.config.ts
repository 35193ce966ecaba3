import { fileURLToPath } from 'node:url';
import { vitePlugin as remix } from '@remix-run/dev';
import { defineConfig, type Alias } from 'vite';
import remixConfig from './remix.config.js';

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `~/…` is the application, `#db/…` the database; the same two as in `tsconfig.json`. */
export const alias: Alias[] = [
  { find: /^~\//, replacement: folder('./app/') },
  { find: /^#db\//, replacement: folder('./db/') },
];

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias },
  build: {
    target: 'es2022',
    sourcemap: false,
    // The content security policy lets fonts and scripts come from files only.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // The server carries the fonts of printed forms with it.
    chunkSizeWarningLimit: 4000,
    rollupOptions: {
      onwarn(warning, warn) {
        // A route that only answers machines has nothing for the browser.
        if (warning.code !== 'EMPTY_BUNDLE') warn(warning);
      },
    },
  },
});
