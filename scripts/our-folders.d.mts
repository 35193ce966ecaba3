import type { Plugin } from 'esbuild';

export const ourFolders: Plugin;
