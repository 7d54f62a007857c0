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
const TOLERANCE = 0.004;
/** How far a colour may be off: less than from the palest band to paper. */
const COLOUR = 0.05;
const VIEWS = {
  'all-states': { hash: '#trajectories=500', width: 1100, height: 860, part: 'figure:has(.all-states)' },
  'all-states-phone-dark': { hash: '#trajectories=500', width: 320, height: 800, scheme: 'dark' },
  map: { hash: '#view=map&trajectories=500', width: 760, height: 760, part: 'figure:has(.map)' },
  'state-french': { hash: '#view=state&state=KHM&trajectories=500&lang=fr', width: 640, height: 900, part: 'figure:nth-of-type(2)' },
  compare: { hash: '#view=compare&scenario=us-halves&trajectories=500', width: 700, height: 900, part: 'main figure:not(.card figure)' },
  'scenario-file-dark': { hash: '#view=scenario&money=AGO,10,2026,2030&trajectories=500', width: 700, height: 640, scheme: 'dark', part: '.editor' },
};
/** What letters look like hangs on the browser and on its fonts: pictures made with others tell nothing. */
const made_with = new URL('made_with.json', references);
let server, browser, here;
before(async () => {
  mkdirSync(found, { recursive: true });
  server = await serve();
  browser = await launch();
  here = { chromium: browser.version(), ...(await widths_of_text()) };
  if (process.env.UPDATE_REFERENCES) writeFileSync(made_with, `${JSON.stringify(here, null, 2)}\n`);
});

async function widths_of_text() {
  const page = await open(browser, server.address, '#trajectories=500', { width: 640, height: 480 });
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d');
    const width_in = (font) => {
      context.font = `100px ${font}`;
      return context.measureText('Land release 0123456789, étendue').width;
    };
    return { page_font_width: width_in(getComputedStyle(document.body).fontFamily), sans_serif_width: width_in('sans-serif') };
  });
  await page.close();
  return widths;
}

/** Why pictures cannot be held against the references here; nothing where they can. */
function why_not_comparable() {
  const there = JSON.parse(readFileSync(made_with, 'utf8'));
  const other = Object.keys(there).filter((key) => there[key] !== here[key]);
  return other.map((key) => `${key} is ${here[key]}, and the references were made with ${there[key]}`).join('; ');
}
after(async () => {
  await browser?.close();
  server?.close();
});

async function picture(name, change, other) {
  const { hash, part, ...size } = VIEWS[name];
  const page = await open(browser, server.address, other ?? hash, size);
  await page.evaluate(() => document.fonts.ready);
  if (name === 'map') await page.locator('svg.map').waitFor();
  if (name.startsWith('scenario')) await page.locator('.editor-status', { hasText: 'No problem' }).waitFor();
  if (change) await page.evaluate(change);
  await page.waitForTimeout(200);
  const target = part ? page.locator(part).first() : page;
  const taken = PNG.sync.read(await target.screenshot({ animations: 'disabled', caret: 'hide' }));
  await page.close();
  return taken;
}

function difference(name, taken) {
  const reference = PNG.sync.read(readFileSync(new URL(`${name}.png`, references)));
  writeFileSync(`${found}${name}.png`, PNG.sync.write(taken));
  if (taken.width !== reference.width || taken.height !== reference.height) return 1;
  const marked = new PNG({ width: taken.width, height: taken.height });
  const pixels = pixelmatch(reference.data, taken.data, marked.data, taken.width, taken.height, { threshold: COLOUR });
  writeFileSync(`${found}${name}-difference.png`, PNG.sync.write(marked));
  return pixels / (taken.width * taken.height);
}

for (const name of Object.keys(VIEWS)) {
  test(`${name} looks as it did`, async (t) => {
    if (!process.env.UPDATE_REFERENCES && why_not_comparable()) return t.skip(why_not_comparable());
    const taken = await picture(name);
    if (process.env.UPDATE_REFERENCES) {
      writeFileSync(new URL(`${name}.png`, references), PNG.sync.write(taken, { colorType: 2, deflateLevel: 9 }));
      return;
    }
    assert.ok(existsSync(new URL(`${name}.png`, references)), `there is no reference of ${name}; UPDATE_REFERENCES=1 makes it`);
    const share = difference(name, taken);
    assert.ok(share <= TOLERANCE, `${(100 * share).toFixed(2)} % of the pixels differ; see build/web-pictures/${name}-difference.png`);
  });
}

test('a change that people would see is found: curves are gone, a colour is another, a line moves, other results', async (t) => {
  if (why_not_comparable()) return t.skip(why_not_comparable());
  const changes = [
    () => document.querySelectorAll('.all-states path').forEach((path) => path.remove()),
    () => document.documentElement.style.setProperty('--pale', '#f5d7cf'),
    () => document.querySelectorAll('.all-states circle, .all-states line').forEach((mark) => mark.setAttribute('transform', 'translate(4 0)')),
  ];
  for (const change of changes) {
    const share = difference('all-states', await picture('all-states', change));
    assert.ok(share > TOLERANCE, `${change}: only ${(100 * share).toFixed(2)} % of the pixels differ`);
  }
  const share = difference('all-states', await picture('all-states', null, '#trajectories=500&scenario=us-halves'));
  assert.ok(share > TOLERANCE, `another scenario: only ${(100 * share).toFixed(2)} % of the pixels differ`);
});
