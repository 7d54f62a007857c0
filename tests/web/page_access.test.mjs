// Whether everybody can use each view: axe-core, narrow and wide screens, light and dark.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { open, packages, visit } from './page_support.mjs';

const axe = readFileSync(packages.resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = {
  'all states': '#trajectories=500', map: '#view=map', 'one state': '#view=state&state=AGO&trajectories=500', 'a state without a date': '#view=state&state=MMR',
  'two scenarios': '#view=compare&scenario=surge&trajectories=500', 'scenario file': '#view=scenario&world=20,2026&trajectories=500', 'take away': '#view=share&trajectories=500',
};
const visited = visit({ before, after });

async function violations(page) {
  await page.evaluate((source) => { const run = new Function(source); run(); }, axe).catch(() => page.addScriptTag({ content: axe }));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1).join(' ')}`));
}

for (const [name, hash] of Object.entries(VIEWS)) {
  test(`${name}: axe finds nothing, light or dark`, async () => {
    const page = await open(visited.browser, visited.server.address, hash);
    for (const summary of await page.locator('details.twin:visible > summary, .sources details > summary').all()) await summary.click();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], colorScheme);
    }
    await page.context().close();
  });

  test(`${name}: at 320 pixels and at 4K nothing is cut off or must be scrolled aside`, async () => {
    const page = await open(visited.browser, visited.server.address, hash);
    for (const [width, height] of [[320, 700], [768, 1024], [3840, 2160]]) {
      await page.setViewportSize({ width, height });
      await page.waitForTimeout(150);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(beyond, 0, `${width} pixels`);
    }
    await page.context().close();
  });
}

const WITHOUT_RESULTS = {
  'an engine that does not come': ['', '**/minefree.wasm'], 'a link without its figures': ['#scenario=surge', '**/minefree.wasm'],
  'a link that cannot be read': ['#yaml=AAAA', '**/nothing'], 'a link from another edition, with a year that is missing': ['#made=0.0.9,00000000,00000000&by=2033', '**/nothing'],
};
for (const [name, [hash, missing]] of Object.entries(WITHOUT_RESULTS)) {
  test(`${name}: axe finds nothing, and nothing is cut off at 320 pixels`, async () => {
    const context = await visited.browser.newContext({ viewport: { width: 320, height: 700 }, locale: 'fr-FR' });
    await context.route(missing, (route) => route.abort());
    const page = await open(visited.browser, visited.server.address, hash, { context, engine: false });
    await page.locator('.notice:visible').first().waitFor();
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page), [], colorScheme);
    }
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    await context.close();
  });
}

test('axe does find a picture without a name', async () => {
  const page = await open(visited.browser, visited.server.address, '#trajectories=500');
  await page.evaluate(() => document.querySelector('.icon-row').removeAttribute('aria-label'));
  assert.ok((await violations(page)).some((words) => words.startsWith('svg-img-alt')));
  await page.close();
});
