// How fast is the page, and how heavy? Measured in headless Chromium on the page that ./dev web --build-only made.
//
//     node bench/page.mjs [MOVES]
//
// One move is one step of the slider "World money". It is timed from the event of the slider to the frame after the page
// was drawn with 500 futures of all states with a date. Two Workers are asked for, whatever the machine has.

import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { launch, open, root, serve } from '../tests/web/page_support.mjs';

const moves = Number(process.argv[2] ?? 60);
const quantile = (values, share) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const ms = (value) => `${value.toFixed(0)} ms`;
const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);

const server = await serve();
const browser = await launch();

const first = [];
for (let i = 0; i < 11; i++) {
  const page = await open(browser, server.address, '', { engine: false });
  await page.locator('main h1').waitFor();
  // The first visit warms nothing for the next: each has a browser context of its own.
  first.push(await page.evaluate(() => performance.getEntriesByName('first-view')[0].startTime));
  await page.context().close();
}

async function timed(hash) {
  const page = await open(browser, `${server.address}?workers=2`, hash);
  const found = await page.evaluate(async (count) => {
    const slider = document.querySelector('.lever input[type=range]');
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const total = [], engine = [];
    for (let i = 0; i < count + 5; i++) {
      const value = 5 * (1 + (i % 12));
      const drawn = window.minefree.redraws.length;
      const begun = performance.now();
      slider.value = String(value);
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      while (window.minefree.redraws.length === drawn) await new Promise((resolve) => setTimeout(resolve, 0));
      await frame();
      if (i >= 5) {
        total.push(performance.now() - begun);
        engine.push(window.minefree.redraws.at(-1).engine);
      }
    }
    return { total, engine, states: window.minefree.shown.summary.world.estimable, futures: window.minefree.shown.summary.provenance.trajectories };
  }, moves);
  await page.close();
  return found;
}

row('what', 'median', '9 of 10 below', 'n');
row('---', '---:', '---:', '---:');
row('first view, from navigation to the headline drawn', ms(quantile(first, 0.5)), ms(quantile(first, 0.9)), first.length);
for (const [name, hash] of [['all states', ''], ['one state', '#view=state&state=AGO'], ['map', '#view=map']]) {
  const { total, engine, states, futures } = await timed(hash);
  row(`slider to redrawn page, ${name}: ${futures} futures of ${states} states`, ms(quantile(total, 0.5)), ms(quantile(total, 0.9)), total.length);
  row('of which the engine', ms(quantile(engine, 0.5)), ms(quantile(engine, 0.9)), engine.length);
}

const folder = join(root, 'build/web');
const below = (path) => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? below(join(path, entry.name)) : [join(path, entry.name)]));
const parts = { 'the first view: page, style, script, its figures': /index|first-view/, 'fetched after: engine': /minefree\.wasm$/, 'fetched after: Workers': /worker/i, 'fetched after: data that the engine reads': /bundle\.bin/, 'fetched when asked for: documents': /documents\.wasm$/, 'fetched when asked for: draws of other origins': /data\/(?!first)/, 'fetched when looked at: map': /world_map/, 'fetched when looked at: editor and schema': /editor|schema/, 'for use without a network': /sw\.js/ };
console.log();
row('files', 'bytes', 'gzip -9', 'brotli -11');
row('---', '---:', '---:', '---:');
const sums = { raw: 0, gzip: 0, brotli: 0 };
const left = new Set(below(folder));
for (const [name, pattern] of Object.entries({ ...parts, others: /./ })) {
  const files = [...left].filter((path) => pattern.test(relative(folder, path)));
  files.forEach((path) => left.delete(path));
  if (files.length === 0) continue;
  let raw = 0, gzip = 0, brotli = 0;
  for (const path of files) {
    const content = readFileSync(path);
    raw += content.length;
    gzip += gzipSync(content, { level: 9 }).length;
    brotli += brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  }
  row(name, raw.toLocaleString('en'), gzip.toLocaleString('en'), brotli.toLocaleString('en'));
  sums.raw += raw; sums.gzip += gzip; sums.brotli += brotli;
}
row('all', ...Object.values(sums).map((value) => value.toLocaleString('en')));

await browser.close();
server.close();
