// Whether everybody can use each view: axe-core, narrow and wide screens, light and dark.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, open, packages, serve } from './page_support.mjs';

const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = {
  'all states': '#trajectories=500', map: '#view=map', 'one state': '#view=state&state=AGO&trajectories=500', 'a state without a date': '#view=state&state=MMR',
  'two scenarios': '#view=compare&scenario=surge&trajectories=500', 'scenario file': '#view=scenario&world=20,2026&trajectories=500', 'take away': '#view=share&trajectories=500',
};
let server, browser;
before(async () => {
  server = await serve();
  browser = await launch();
});
after(async () => {
  await browser?.close();
  server?.close();
});

async function violations(page) {
  await page.evaluate((source) => { const run = new Function(source); run(); }, axe).catch(() => page.addScriptTag({ content: axe }));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(' ')}`));
}

for (const scheme of ['light', 'dark']) {
  for (const [name, hash] of Object.entries(VIEWS)) {
    test(`${name}, ${scheme}: axe finds nothing`, async () => {
      const page = await open(browser, server.address, hash, { scheme });
      for (const summary of await page.locator('details.twin:visible > summary, .sources details > summary').all()) await summary.click();
      assert.deepEqual(await violations(page), []);
      await page.close();
    });
  }
}

test('axe does find a picture without a name', async () => {
  const page = await open(browser, server.address, '#trajectories=500');
  await page.evaluate(() => document.querySelector('.icon-row').removeAttribute('aria-label'));
  assert.ok((await violations(page)).some((words) => words.startsWith('svg-img-alt')));
  await page.close();
});

for (const width of [320, 768, 3840]) {
  test(`${width} pixels: nothing is cut off or must be scrolled aside`, async () => {
    for (const hash of Object.values(VIEWS)) {
      const page = await open(browser, server.address, hash, { width, height: width > 1000 ? 2160 : 700 });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(beyond, 0, hash);
      await page.close();
    }
  });
}
