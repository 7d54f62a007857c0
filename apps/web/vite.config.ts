import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { offline } from './offline';

const outDir = fileURLToPath(new URL('../../build/web', import.meta.url));

// Relative addresses, so that the page works in any folder of any static host.
export default defineConfig({
  base: './',
  build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
  server: { fs: { allow: ['../..'] } },
  plugins: [offline(outDir)],
});
