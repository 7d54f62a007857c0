// Writes public/data/bundle.bin, the files that the engine reads, for the page (src/engine/bundle.ts), and beside
// it those that a scenario may ask for later.
//
//     node apps/web/write_bundle.mjs

import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createServer } from 'vite';

const page = fileURLToPath(new URL('.', import.meta.url));
const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The tables of the public record that the engine reads; the others are for people. */
const tables = ['annual', 'deflator', 'donor_recipient', 'donors', 'sources'].map((name) => `scenarios/data/${name}.csv`);

const namesIn = (folder, ending) => readdirSync(`${repository}/${folder}`).filter((name) => name.endsWith(ending)).sort().map((name) => `${folder}/${name}`);
const text = (path) => readFileSync(`${repository}/${path}`, 'utf8');

/** Whether the draws are of an origin from which a scenario of the repository starts. */
function isUsed(posterior, scenarios) {
  return scenarios.some((path) => posterior.endsWith(`/${/^origin: *(\d+)/m.exec(text(path))?.[1]}.csv`));
}

function writeGzipped(name, bytes) {
  const packed = gzipSync(bytes, { level: 9 });
  mkdirSync(`${page}public/data`, { recursive: true });
  writeFileSync(`${page}public/data/${name}.part`, packed);
  renameSync(`${page}public/data/${name}.part`, `${page}public/data/${name}`);
  return packed.length;
}

const vite = await createServer({ root: page, configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
try {
  const { laterAddress, writeBundle } = await vite.ssrLoadModule('/src/engine/bundle.ts');
  const { yamlEvents } = await vite.ssrLoadModule('/src/engine/yaml_events.ts');
  const scenarios = namesIn('scenarios', '.yaml');
  const posteriors = namesIn('scenarios/posterior', '.csv');
  const used = posteriors.filter((path) => isUsed(path, scenarios));
  const later = posteriors.filter((path) => !used.includes(path));
  const paths = [...scenarios, ...namesIn('scenarios/states', '.yaml'), ...tables, 'scenarios/hindcast/skill.csv', ...used];
  const files = paths.map((path) => ({
    path,
    bytes: readFileSync(`${repository}/${path}`),
    events: path.endsWith('.yaml') ? yamlEvents(text(path)) : new Uint8Array(),
  }));
  const size = writeGzipped('bundle.bin', writeBundle({ files, later }));
  for (const path of later) writeGzipped(laterAddress(path).replace('data/', ''), readFileSync(`${repository}/${path}`));
  console.error(`bundle.bin: ${files.length} files, ${size} bytes; later: ${later.length} files`);
} finally {
  await vite.close();
}
