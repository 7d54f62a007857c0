import { defineConfig } from 'vite';

// Relative addresses, so that the page works in any folder of any static host.
export default defineConfig({
  base: './',
  build: { outDir: '../../build/web', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
  server: { fs: { allow: ['../..'] } },
});
