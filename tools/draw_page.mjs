// Makes the pictures of docs/page.md: the five clicks from the opened page to a chart and a link of one state.
//
//     ./dev web --build-only && node tools/draw_page.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { launch, open, packages, root, serve, settled } from '../tests/web/page_support.mjs';

const { PNG } = packages('pngjs');
const server = await serve();
const browser = await launch();
const page = await open(browser, server.address, '', { width: 1000, height: 640 });

/** Half as large as on the screen, each pixel the mean of four, so that the repository stays small. */
function halved(content) {
  const large = PNG.sync.read(content);
  const small = new PNG({ width: large.width >> 1, height: large.height >> 1 });
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      for (let c = 0; c < 4; c++) {
        const at = (dx, dy) => large.data[4 * ((2 * y + dy) * large.width + 2 * x + dx) + c];
        // Steps of 8 make files a third as large, and nobody sees them.
        small.data[4 * (y * small.width + x) + c] = Math.min(255, Math.round((at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) / 32) * 8);
      }
    }
  }
  return PNG.sync.write(small, { colorType: 2, deflateLevel: 9 });
}

async function take(name, target) {
  if (target) {
    await target.evaluate((element) => { element.style.outline = '4px solid #d55e00'; element.style.outlineOffset = '2px'; });
  }
  await page.waitForTimeout(250);
  writeFileSync(`${root}docs/page/${name}.png`, halved(await page.screenshot()));
  if (target) await target.evaluate((element) => { element.style.outline = ''; });
}

const state = page.locator('.all-states a', { hasText: 'Angola' });
await state.scrollIntoViewIfNeeded();
await page.waitForTimeout(500);
await state.locator('.hit').evaluate((element) => { element.setAttribute('style', 'stroke:#d55e00;stroke-width:4'); });
await take('1-choose-a-state');
await state.click();
await settled(page);
await take('2-the-state');
const chart = page.locator('figure.chart', { hasText: 'when is the last known mined area cleared?' }).first();
const save = chart.getByRole('button', { name: /^PNG square/ });
await chart.scrollIntoViewIfNeeded();
await save.scrollIntoViewIfNeeded();
await take('3-the-chart', save);
const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);

writeFileSync(`${root}docs/page/4-the-picture.png`, halved(readFileSync(await download.path())));
await page.evaluate(() => window.scrollTo(0, 0));
const link = page.locator('.link-button');
await link.click();
await take('5-the-link', link);
await browser.close();
server.close();
