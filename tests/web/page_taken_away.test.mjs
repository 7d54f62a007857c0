// What a visitor takes away: pictures, tables, files, a report.

import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { minefree, open, packages, saved, unzipped, visit, withoutCommit } from './page_support.mjs';

const { PNG } = packages('pngjs');
const visited = visit({ before, after });

test('charts are taken away as pictures, drawings and tables', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=AGO&trajectories=500', { scheme: 'dark' });
  const chart = page.locator('figure.chart', { hasText: 'when is the last known mined area cleared?' }).first();
  const wide = await saved(page, chart.getByRole('button', { name: /^PNG –/ }));
  assert.equal(wide.name, 'minefree-baseline-AGO-completion.png');
  const picture = PNG.sync.read(wide.content);
  assert.deepEqual([picture.width, picture.height], [1600, 900]);
  assert.deepEqual([...picture.data.subarray(0, 3)], [255, 255, 255], 'pictures are light, whatever the page is');
  let dark = 0;
  for (let i = 0; i < picture.data.length; i += 4) if (picture.data[i] < 60 && picture.data[i + 1] < 60) dark++;
  assert.ok(dark > 3000, 'the title and the labels are written in ink');
  const square = PNG.sync.read((await saved(page, chart.getByRole('button', { name: /^PNG square/ }))).content);
  assert.deepEqual([square.width, square.height], [1080, 1080]);
  const drawing = String((await saved(page, chart.getByRole('button', { name: /^SVG/ }))).content);
  assert.match(drawing, /^<svg[^>]* role="img"/);
  assert.ok(!/var\(--/.test(drawing), 'a drawing knows no variables of the page');
  assert.ok(!/(?:href|src)="http/.test(drawing));
  const table = String((await saved(page, chart.getByRole('button', { name: /^CSV/ }))).content).trim().split('\n');
  assert.equal(table[0], 'end_of_month,share_complete,mark');
  assert.equal(table.length, 1 + 36 * 12);
  await page.close();
});

test('pictures of many states keep their names apart and readable', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=compare&scenario=us-halves&trajectories=500&lang=fr');
  const read = async (chart) => page.evaluate((text) => {
    const place = document.createElement('div');
    place.style.width = '1080px';
    place.innerHTML = text;
    document.body.append(place);
    const names = [...place.querySelectorAll('svg svg text')].filter((found) => !found.querySelector('tspan') && /[a-zA-Z]{3}/.test(found.textContent));
    const boxes = names.map((found) => {
      const box = found.getBoundingClientRect();
      return { words: found.textContent, top: box.top, bottom: box.bottom, left: box.left, right: box.right, squeezed: found.hasAttribute('textLength') && Number(found.getAttribute('textLength')) < 0.79 * 8.3 * found.textContent.length };
    });
    place.remove();
    return boxes;
  }, String((await saved(page, chart.getByRole('button', { name: /^SVG/ }))).content));
  const apart = (boxes) => boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2).map((b) => `${a.words} / ${b.words}`));
  const compared = await read(page.locator('figure.chart:visible').last());
  assert.ok(compared.length > 5);
  assert.deepEqual(apart(compared), []);
  await page.getByRole('link', { name: 'Tous les États' }).click();
  const all = await read(page.locator('figure.chart', { hasText: 'Qui achève' }));
  assert.ok(all.length >= 21);
  assert.deepEqual(apart(all), []);
  assert.deepEqual(all.filter((name) => name.squeezed), []);
  await page.close();
});

test('scenario, JSON and CSV are the bytes of the command line', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=share&scenario=surge&trajectories=500');
  const options = ['run', 'scenarios/surge.yaml', '--trajectories', '500', '--seed', '2025', '--json'];
  assert.match(await page.locator('pre').innerText(), /minefree run scenarios\/surge\.yaml --trajectories 500 --seed 2025$/);
  const yaml = await saved(page, page.getByRole('button', { name: 'Scenario (YAML)' }));
  assert.equal(yaml.name, 'surge.yaml');
  assert.deepEqual(yaml.content, readFileSync(new URL('../../scenarios/surge.yaml', import.meta.url)));
  const json = String((await saved(page, page.getByRole('button', { name: 'All results (JSON)' }))).content);
  assert.ok(withoutCommit(json) === withoutCommit(minefree(...options)), 'the JSON is not that of the command line');
  const archive = await saved(page, page.getByRole('button', { name: 'All results (CSV, zipped)' }));
  assert.equal(archive.name, 'minefree-surge-csv.zip');
  const folder = mkdtempSync(join(tmpdir(), 'minefree-'));
  writeFileSync(join(folder, archive.name), archive.content);
  minefree(...options.slice(0, -1), '--quiet', '--out', join(folder, 'out'));
  const told = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.csv'));
  assert.ok(told.length >= 5);
  assert.deepEqual(unzipped(join(folder, archive.name)), Object.fromEntries(told.map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')])));
  await page.close();
});

test('a report is the file that minefree report writes, and loads nothing', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=share&scenario=surge&trajectories=500');
  const report = await saved(page, page.getByRole('button', { name: 'Report (HTML)' }));
  const text = String(report.content);
  assert.equal(report.name, 'minefree-surge-report.html');
  const out = join(mkdtempSync(join(tmpdir(), 'minefree-')), 'report.html');
  minefree('report', 'scenarios/surge.yaml', '--trajectories', '500', '--seed', '2025', '--quiet', '--out', out);
  const asTold = (html) => html.replace(/(minefree [0-9.]+) \([0-9a-f]+[^)]*\)/g, '$1'); // without the commit
  assert.ok(asTold(text) === asTold(readFileSync(out, 'utf8')), 'the report is not that of the command line');
  assert.ok(!/(?:src|href)="(?!#)/.test(text.replace(/<a href="http[^>]*>/g, '')), 'nothing is fetched');
  assert.ok(!/<script/i.test(text));
  await page.close();
});
