// What a visitor does with the page, in headless Chromium.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { h1, minefree, open, sameCommit, saved, seen, settled, summaryOf, visit, write } from './page_support.mjs';

const visited = visit({ before, after });

const slider = (page, name) => page.locator('.lever', { has: page.getByText(name, { exact: true }) }).locator('input[type=range]');

test('the first view says what the command line says, before the engine is there', async () => {
  const page = await open(visited.browser, visited.server.address, '', { engine: false });
  await page.locator('main h1').waitFor();
  const said = minefree('run', 'scenarios/baseline.yaml', '--quiet').split('\n').find((line) => line.startsWith('On today'));
  assert.equal((await h1(page)).replaceAll('\u00a0', ' '), said.replaceAll('\u00a0', ' '));
  await page.close();
});

test('figures of a scenario and of levers are those of the command line, to the last digit', async () => {
  const page = await open(visited.browser, visited.server.address, '#scenario=us-halves&trajectories=2000&seed=7');
  const told = JSON.parse(minefree('run', 'scenarios/us-halves.yaml', '--trajectories', '2000', '--seed', '7', '--json'));
  assert.deepEqual(sameCommit(await summaryOf(page)), sameCommit(told));
  await page.close();
});

test('every scenario of the library is answered with the sentence of the command line', async () => {
  const page = await open(visited.browser, visited.server.address, '#trajectories=500');
  const scenarios = await page.locator('#scenario option').evaluateAll((options) => options.map((option) => option.value));
  assert.ok(scenarios.length >= 17);
  for (const scenario of scenarios) {
    await page.locator('#scenario').selectOption(scenario);
    await page.waitForFunction((id) => window.minefree.shown?.summary.provenance.scenario === id, scenario);
    await settled(page);
    assert.equal(await page.evaluate(() => window.minefree.shown.name), (await summaryOf(page)).name, 'a scenario is called what its file calls it');
    const [, , ...lines] = minefree('run', `scenarios/${scenario}.yaml`, '--trajectories', '500', '--quiet').split('\n');
    const said = lines.join(' ').replaceAll(/\s+/g, ' ');
    const ours = (await h1(page)).replaceAll(/\s+/g, ' ').replaceAll('km²', 'km2');
    assert.ok(said.startsWith(ours), `${scenario}: ${ours} is not ${said.slice(0, ours.length)}`);
  }
  await page.close();
});

test('a slider redraws the page with a sketch, then with all futures, and goes into the address', async () => {
  const page = await open(visited.browser, visited.server.address);
  const world = slider(page, 'World money');
  await world.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => window.minefree.shown.summary.provenance.trajectories === 500);
  await settled(page);
  assert.equal((await summaryOf(page)).provenance.trajectories, 10_000);
  assert.match(page.url(), /world=5,2026/);
  assert.match(await h1(page), /^In this scenario about /);
  assert.match(await page.locator('.compared').innerText(), /^Against “Today's course”, in the same futures, most changed is .+: (?:complete by 2030 in \d+\s% of futures instead of \d+\s%; )?earlier in \d+\s% of futures, by a median of/);
  await page.goBack();
  await settled(page);
  assert.match(await h1(page), /^On today's course/);
  assert.equal(await world.inputValue(), '0');
  await page.goForward();
  await settled(page);
  assert.equal(await world.inputValue(), '5');
  await page.close();
});

test('a chart out of sight is drawn when it comes into sight, and all anew where their room changes', async () => {
  const page = await open(visited.browser, visited.server.address, '#trajectories=500', { height: 500 });
  const drawings = page.locator('main figure .drawing');
  const old = () => drawings.evaluateAll((all) => all.map((drawing) => drawing.firstElementChild.dataset.old === 'true'));
  await drawings.evaluateAll((all) => all.forEach((drawing) => { drawing.firstElementChild.dataset.old = 'true'; }));
  await slider(page, 'World money').focus();
  await page.keyboard.press('ArrowLeft');
  await settled(page);
  assert.equal((await old()).at(-1), true, 'the last chart is out of sight and waits');
  await drawings.last().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => ![...document.querySelectorAll('main figure .drawing')].at(-1).firstElementChild.dataset.old);
  const widths = () => drawings.evaluateAll((all) => all.map((drawing) => [drawing.clientWidth, Number(drawing.firstElementChild.getAttribute('width'))]));
  const [[before]] = await widths();
  for (const size of [{ width: 700, height: 500 }, { width: 2000, height: 500 }]) {
    await page.setViewportSize(size);
    await page.waitForFunction((last) => document.querySelector('main figure .drawing').clientWidth !== last, before);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    for (const [room, width] of await widths()) assert.ok(Math.abs(room - width) <= 1, `${width} pixels in ${room}`);
  }
  // The screen is so large that type is larger, and drawings with it.
  assert.ok(await drawings.first().evaluate((drawing) => drawing.firstElementChild.viewBox.baseVal.width < 0.9 * drawing.clientWidth));
  await page.close();
});

test('a link restores scenario, levers, seed, futures, view, state and language', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=AGO&scenario=more-survey&money=AGO,12,2026,2031&donor=USA,-50,2027&seed=11&trajectories=500&lang=fr');
  await page.locator('.link-button').click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const again = await open(visited.browser, link);
  assert.deepEqual(await summaryOf(again), await summaryOf(page));
  const { made, ...state } = await again.evaluate(() => window.minefree.state);
  assert.deepEqual({ ...state, made: null }, await page.evaluate(() => window.minefree.state));
  const { provenance } = await summaryOf(page);
  assert.equal(made, [provenance.version, provenance.data_sha256.slice(0, 8), provenance.scenario_sha256.slice(0, 8)].join());
  assert.equal(await again.locator('html').getAttribute('lang'), 'fr');
  assert.match(await h1(again), /Angola/);
  await page.close();
  await again.close();
});

test('a link that makes no sense gives the first view', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=nowhere&scenario=../../etc&world=abc,2026&seed=-1&trajectories=10.5&teams=2.5&money=ZZZ,5,2026,2030&state=angola&made=%%%');
  assert.match(await h1(page), /^On today's course/);
  await page.close();
});

test('a link keeps a scenario text of one\'s own', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=scenario');
  await write(page, 'format: 1\nname: Mine\nextends: baseline.yaml\ntrajectories: 500\nfunding: {national: {AGO: [{change: +25%, from: 2026}]}}\n');
  await page.getByRole('button', { name: 'Run this text' }).click();
  await settled(page);
  await page.getByRole('link', { name: 'All states' }).click();
  await settled(page);
  await page.locator('.link-button').click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /yaml=/);
  const again = await open(visited.browser, link);
  assert.equal((await summaryOf(again)).name, 'Mine');
  assert.deepEqual(await summaryOf(again), await summaryOf(page));
  await page.close();
  await again.close();
});

test('a bad scenario is told at its lines, in the words of the command line, and is not run', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=scenario');
  await write(page, 'format: 1\nname: Mine\nextends: baseline.yaml\norigin: 2024\nhorizn: 2060\nseed: -2\n');
  await page.locator('.problems li').first().waitFor();
  const said = await page.locator('.problems li').allInnerTexts();
  assert.ok(said.some((words) => /^line 5\s.*'horizn' is not a field.*'horizon'/.test(words)), said.join('\n'));
  assert.ok(said.some((words) => /^line 6\s.*seed/.test(words)), said.join('\n'));
  const told = minefree('check', 'tests/bad_input/cases/01-unknown-key.yaml');
  await write(page, readFileSync(new URL('../bad_input/cases/01-unknown-key.yaml', import.meta.url), 'utf8'));
  await page.waitForFunction(() => !document.querySelector('.problems').innerText.includes('horizn'));
  for (const words of await page.locator('.problems li span').allInnerTexts()) assert.ok(told.includes(words), `${words} is not in ${told}`);
  await write(page, 'format: 1\nname: Mine\nextends: baseline.yaml\norigin: 2024\nhorizn: 2060\nseed: -2\n');
  await page.getByRole('button', { name: 'line 5' }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Run this text' }).isDisabled());
  assert.ok(await page.locator('.cm-lint-marker-error').count() >= 2);
  await page.getByRole('button', { name: 'line 5' }).click();
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), 'Scenario in YAML');
  await page.close();
});

test('a link with a bad scenario keeps no results that look like its own', async () => {
  const good = await open(visited.browser, visited.server.address, '#trajectories=500');
  await good.evaluate(() => window.minefree.change({ yaml: 'format: 1\nname: Bad\nextends: baseline.yaml\nhorizn: 1\n' }));
  await good.waitForURL(/yaml=/);
  const address = good.url();
  const page = await open(visited.browser, address, '', { engine: false });
  await page.locator('.notice').filter({ hasText: 'horizn' }).waitFor();
  assert.match(await page.locator('.notice[role=alert]').innerText(), /scenarios\/my-scenario\.yaml:4:1/);
  assert.equal(await page.locator('main h1').count(), 0);
  await good.close();
  await page.close();
});

test('the schema completes keys and values where they may stand', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=scenario');
  await write(page, 'format: 1\nfunding:\n  recipients: {AGO: [{');
  await page.keyboard.type('pay');
  const offers = page.locator('.cm-tooltip-autocomplete li');
  await offers.first().waitFor();
  assert.ok((await offers.allInnerTexts()).some((words) => words.includes('pay_by_results')));
  await page.close();
});

test('every chart has a table that says the same', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=KHM&trajectories=500');
  for (const chart of await page.locator('figure.chart:visible').all()) {
    await chart.locator('details.twin > summary').click();
    await chart.locator('table tbody tr').first().waitFor();
    assert.ok(await chart.locator('tbody tr').count() >= 10);
  }
  await page.close();
});

test('a state without a date gives its reasons, and no date', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=MMR');
  assert.equal(await h1(page), 'No date can be given for Myanmar.');
  assert.match(await page.locator('.refused-reasons').innerText(), /no figure of mined area exists/);
  assert.equal(await page.locator('figure.chart:visible').count(), 0);
  await page.close();
});

test('two scenarios stand side by side with what differs', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=compare&scenario=surge&trajectories=500');
  const told = JSON.parse(minefree('compare', 'scenarios/baseline.yaml', 'scenarios/surge.yaml', '--trajectories', '500', '--json'));
  assert.deepEqual(sameCommit(await page.evaluate(() => window.minefree.shown.comparison)), sameCommit(told));
  assert.match(await page.locator('.changes').first().innerText(), /funding\.world: – → \+20% from 2026/);
  assert.equal(await page.locator('.card:visible').count(), 2);
  await page.close();
});

test('all of it is reached with the keyboard', async () => {
  const page = await open(visited.browser, visited.server.address, '#trajectories=500');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  // From the answer, Tab reaches the first state among the small curves, and Enter opens its page.
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.closest('.all-states') !== null)) break;
  }
  const label = await page.evaluate(() => document.activeElement.querySelector('.cell-name').textContent);
  await page.keyboard.press('Enter');
  await settled(page);
  assert.ok((await h1(page)).includes(label), `${await h1(page)} is about ${label}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
  await page.close();
});

test('a campaign officer has a chart and a link of one state in five clicks', async () => {
  const page = await open(visited.browser, visited.server.address, '');
  await page.locator('.all-states a', { hasText: 'Angola' }).click();
  await settled(page);
  const chart = page.locator('figure.chart', { hasText: 'when is the last known mined area cleared?' }).first();
  assert.match((await saved(page, chart.getByRole('button', { name: /^PNG square/ }))).name, /AGO-completion-post\.png$/);
  await page.locator('.link-button').click();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#view=state&state=AGO/);
  await page.close();
});

test('French is whole, and keeps what is chosen', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=AGO&world=20,2026&trajectories=500');
  const before = await summaryOf(page);
  await page.getByRole('button', { name: 'Français' }).click();
  await settled(page);
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(await h1(page), /^Angola\s: dans ce scénario, achèvement en 20\d\d \(80\s%\s: 20\d\d à /);
  assert.deepEqual(await summaryOf(page), before);
  assert.deepEqual(await englishOn(page), []);
  await page.close();
});

/** What reads as English on a French page, and English that is marked as such where there is French for it. */
async function englishOn(page) {
  for (const summary of await page.locator('details.twin:visible > summary, .sources details > summary').all()) await summary.click();
  const words = await page.locator('#page :not([lang] *):not([lang])').evaluateAll((elements) =>
    elements.flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.textContent.trim())).filter(Boolean));
  const english = words.filter((said) => /\b(the|of|and|with|futures are|by|prior)\b/i.test(said.replace(/a priori/g, '')) && !/Monte-Carlo/.test(said));
  const marked = await page.locator('main [lang=en]').evaluateAll((elements) => elements.filter((element) => !element.closest('.sources')).map((element) => element.textContent).filter((words) => words !== ''));
  return [...english, ...marked];
}

for (const [name, hash] of Object.entries({
  'all states': '', map: '&view=map', 'a state without a date': '&view=state&state=UKR', 'a supposed state': '&view=state&state=MMR&scenario=ceasefire-myanmar',
  'two scenarios': '&view=compare&scenario=pay-by-results', 'what is shared': '&view=share&money=AGO,10,2026,2030&donor=USA,-50,2026',
})) {
  test(`French is whole: ${name}`, async () => {
    const page = await open(visited.browser, visited.server.address, `#trajectories=500&lang=fr${hash}`);
    await page.waitForTimeout(300);
    // The command and the scenario's own text are English in every language.
    assert.deepEqual((await englishOn(page)).filter((said) => !/^cat > |^build\/release/.test(said)), []);
    assert.ok(!/\b(?:AGO|USA)\b(?!,|%2C)/.test((await page.locator('main h1, main .foot, main .compared').allInnerTexts()).join()), 'codes stand in sentences');
    await page.close();
  });
}

test('where nothing can be estimated the page says so, and counts no zero', async () => {
  const yaml = `format: 1\nname: Myanmar alone\nextends: baseline.yaml\nstates: [MMR]\n`;
  const page = await open(visited.browser, visited.server.address, '#trajectories=500');
  await page.evaluate((text) => window.minefree.change({ yaml: text }), yaml);
  await settled(page);
  assert.equal(await h1(page), 'No date can be given for Myanmar.');
  assert.equal(await page.locator('figure.chart:visible').count(), 0);
  assert.ok(!/\b0 of 1\b|Of the 0/.test(await page.locator('main').innerText()));
  assert.match(await page.locator('.refused').innerText(), /no figure of mined area exists/);
  await page.close();
});

test('the badge of a state tells its own error, and none where there is no date', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=AGO');
  const error = (await summaryOf(page)).states.find((state) => state.code === 'AGO').completion.monte_carlo_error_months;
  assert.match(await page.locator('.badge').innerText(), new RegExp(`at most ${error.toFixed(1)} months`));
  await page.locator('.state-select select').selectOption('UKR');
  await settled(page);
  assert.ok(!/error/.test(await page.locator('.badge').innerText()));
  await page.locator('.later').waitFor({ state: 'hidden' });
  await page.close();
});

test('levers that are out of sight in the panel are named, and reached', async () => {
  const page = await open(visited.browser, visited.server.address, '', { height: 900 });
  const more = page.locator('.more-levers');
  assert.match(await more.innerText(), /Residual teams/);
  assert.ok(await more.evaluate((found) => found.getBoundingClientRect().bottom <= innerHeight));
  await page.locator('.panel').evaluate((panel) => panel.scrollTo(0, panel.scrollHeight));
  await more.waitFor({ state: 'hidden' });
  await page.close();
});

test('on a telephone every view is offered in sight, and many years wrap', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=share&trajectories=500&lang=fr', { width: 320, height: 700 });
  for (const link of await page.locator('nav a').all()) {
    const { left, right } = await link.evaluate((found) => found.getBoundingClientRect());
    assert.ok(left >= 0 && right <= 320, await link.innerText());
  }
  await page.evaluate(() => window.minefree.change({ view: 'world', yaml: 'format: 1\nname: Many years\nextends: baseline.yaml\ntargets: [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036, 2037, 2038, 2039, 2040]\n' }));
  await settled(page);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    assert.ok(await page.locator('.choices').evaluate((found) => found.getBoundingClientRect().right <= innerWidth), String(width));
  }
  await page.close();
});

test('the page opens again without a network', async () => {
  const context = await visited.browser.newContext({ locale: 'en-GB' });
  const page = await open(visited.browser, visited.server.address, '', { context });
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    for (let i = 0; i < 100 && (await caches.keys()).length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));
  });
  await page.reload();
  await settled(page);
  await context.setOffline(true);
  const before = seen.complaints.length;
  await page.goto(`${visited.server.address}#view=map&trajectories=500`);
  await page.reload();
  await settled(page);
  await page.locator('svg.map').waitFor();
  seen.complaints.splice(before);
  await context.close();
});

test('paper holds the answer and its charts, and none of the controls', async () => {
  const page = await open(visited.browser, visited.server.address, '#view=state&state=AGO&trajectories=500', { scheme: 'dark' });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const hidden of ['nav', '.panel', '.tools', '.link-button']) assert.equal(await page.locator(`${hidden}:visible`).count(), 0, hidden);
  assert.ok(await page.locator('figure.chart svg:visible').count() >= 4);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor), 'rgb(255, 255, 255)');
  assert.match(await page.locator('.badge').innerText(), /^Scenario “Today's course”/);
  // A page is printed as it was drawn for the screen, before anything is drawn anew.
  await page.goto(`${visited.server.address}#trajectories=500`);
  await settled(page);
  const cut = await page.evaluate(() => {
    document.body.style.width = '680px';
    return [...document.querySelectorAll('.drawing svg')].filter((drawing) => drawing.getBoundingClientRect().right > 681).length;
  });
  assert.equal(cut, 0, 'drawings are cut by the edge of the paper');
  await page.close();
});

test('no request left the page\'s own address, and nothing was complained of', () => {
  const elsewhere = seen.requests.filter((url) => !url.startsWith(visited.server.address) && !/^(?:data|blob):/.test(url));
  assert.deepEqual(elsewhere, []);
  assert.ok(seen.requests.length > 100);
  assert.deepEqual(seen.complaints, []);
});
