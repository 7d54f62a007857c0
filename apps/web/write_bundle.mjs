// Writes public/data/bundle.bin: the files that the engine reads, for the page (src/engine/bundle.ts).
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

/** The draws of the origins from which the scenarios of the repository start. */
function posteriors(scenarios) {
  const origins = scenarios.flatMap((path) => /^origin: *(\d+)/m.exec(text(path))?.[1] ?? []);
  return namesIn('scenarios/posterior', '.csv').filter((path) => origins.some((origin) => path.endsWith(`/${origin}.csv`)));
}

const vite = await createServer({ root: page, configFile: false, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
try {
  const { writeBundle } = await vite.ssrLoadModule('/src/engine/bundle.ts');
  const { yamlEvents } = await vite.ssrLoadModule('/src/engine/yaml_events.ts');
  const scenarios = namesIn('scenarios', '.yaml');
  const paths = [...scenarios, ...namesIn('scenarios/states', '.yaml'), ...tables, 'scenarios/hindcast/skill.csv', ...posteriors(scenarios)];
  const files = paths.map((path) => ({
    path,
    bytes: readFileSync(`${repository}/${path}`),
    events: path.endsWith('.yaml') ? yamlEvents(text(path)) : new Uint8Array(),
  }));
  const packed = gzipSync(writeBundle(files), { level: 9 });
  mkdirSync(`${page}public/data`, { recursive: true });
  writeFileSync(`${page}public/data/bundle.bin.part`, packed);
  renameSync(`${page}public/data/bundle.bin.part`, `${page}public/data/bundle.bin`);
  console.error(`bundle.bin: ${files.length} files, ${packed.length} bytes`);
} finally {
  await vite.close();
}
