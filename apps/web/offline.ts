/** Writes sw.js beside the built page: the list of its files, so that it opens without a network once it was seen. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vite';

// Files with a hash in their name never change; all others are asked for anew, and taken from the cache without a network.
const WORKER = `const cacheName = 'minefree-VERSION';
const files = FILES;
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys()
    .then((names) => Promise.all(names.filter((name) => name.startsWith('minefree-') && name !== cacheName).map((name) => caches.delete(name))))
    .then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  const kept = () => caches.match(request, { ignoreSearch: true });
  event.respondWith(request.url.includes('/assets/')
    ? kept().then((found) => found ?? fetch(request))
    : fetch(request).catch(() => kept().then((found) => found ?? Response.error())));
});
`;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

export function offline(folder: string): Plugin {
  return {
    name: 'offline',
    apply: 'build',
    closeBundle() {
      const files = filesBelow(folder).filter((path) => !path.endsWith('sw.js')).sort();
      const version = createHash('sha256');
      for (const path of files) version.update(path).update(readFileSync(path));
      const names = ['./', ...files.map((path) => `./${relative(folder, path)}`)];
      writeFileSync(join(folder, 'sw.js'), WORKER.replace('VERSION', version.digest('hex').slice(0, 12)).replace('FILES', JSON.stringify(names, null, 1)));
    },
  };
}
