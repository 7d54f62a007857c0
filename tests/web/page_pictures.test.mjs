// Views beside pictures of them that people have looked at. UPDATE_REFERENCES=1 makes the pictures anew, to look at and commit.

import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, open, packages, root, serve } from './page_support.mjs';

const { PNG } = packages('pngjs');
const pixelmatch = (await import(packages.resolve('pixelmatch'))).default;
const references = new URL('references/', import.meta.url);
const found = `${root}build/web-pictures/`;

/** Share of pixels that may differ: letters are drawn a little differently from one machine to another. */
const TOLERANCE = 0.01;
const VIEWS = {
  'all-states': { hash: '#trajectories=500', width: 1100, height: 900 },
  'all-states-phone-dark': { hash: '#trajectories=500', width: 320, height: 900, scheme: 'dark' },
  map: { hash: '#view=map&trajectories=500', width: 1100, height: 800 },
  'state-french': { hash: '#view=state&state=KHM&trajectories=500&lang=fr', width: 720, height: 1500 },
  compare: { hash: '#view=compare&scenario=us-halves&trajectories=500', width: 1100, height: 1300 },
  'scenario-file-dark': { hash: '#view=scenario&money=AGO,10,2026,2030&trajectories=500', width: 1100, height: 700, scheme: 'dark' },
};
let server, browser;
before(async () => {
  mkdirSync(found, { recursive: true });
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function picture(name, change) {
  const { hash, ...size } = VIEWS[name];
  const page = await open(browser, server.address, hash, size);
  await page.evaluate(() => document.fonts.ready);
  if (name === 'map') await page.locator('svg.map').waitFor();
  if (name.startsWith('scenario')) await page.locator('.editor-status', { hasText: 'No problem' }).waitFor();
  if (change) await page.evaluate(change);
  await page.waitForTimeout(200);
  const taken = PNG.sync.read(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await page.close();
  return taken;
}

function difference(name, taken) {
  const reference = PNG.sync.read(readFileSync(new URL(`${name}.png`, references)));
  assert.deepEqual([taken.width, taken.height], [reference.width, reference.height]);
  const marked = new PNG({ width: taken.width, height: taken.height });
  const pixels = pixelmatch(reference.data, taken.data, marked.data, taken.width, taken.height, { threshold: 0.15 });
  writeFileSync(`${found}${name}.png`, PNG.sync.write(taken));
  writeFileSync(`${found}${name}-difference.png`, PNG.sync.write(marked));
  return pixels / (taken.width * taken.height);
}

for (const name of Object.keys(VIEWS)) {
  test(`${name} looks as it did`, async () => {
    const taken = await picture(name);
    if (process.env.UPDATE_REFERENCES) {
      writeFileSync(new URL(`${name}.png`, references), PNG.sync.write(taken));
      return;
    }
    assert.ok(existsSync(new URL(`${name}.png`, references)), `there is no reference of ${name}; UPDATE_REFERENCES=1 makes it`);
    const share = difference(name, taken);
    assert.ok(share <= TOLERANCE, `${(100 * share).toFixed(2)} % of the pixels differ; see build/web-pictures/${name}-difference.png`);
  });
}

test('a change that people would see is found: a curve is gone, a colour is another, a line moves', async () => {
  const changes = [
    () => document.querySelectorAll('.all-states path').forEach((path) => path.remove()),
    () => document.documentElement.style.setProperty('--pale', '#f5d7cf'),
    () => { document.querySelector('.further').style.marginBottom = '40px'; },
  ];
  for (const change of changes) {
    const share = difference('all-states', await picture('all-states', change));
    assert.ok(share > TOLERANCE, `${change}: only ${(100 * share).toFixed(2)} % of the pixels differ`);
  }
});
