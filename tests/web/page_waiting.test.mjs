// That what is shown belongs to what is chosen, also while the engine is slow, absent or broken.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { h1, minefree, open, sameCommit, saved, seen, settled, summaryOf, visit, write } from './page_support.mjs';

const visited = visit({ before, after });
const address = (hash = '') => visited.server.address + hash;
const US = 'The United States halves its support from 2026';

/** A page of which some files come late, or not. `route` is called for each of their requests. */
async function openWith(pattern, route, hash = '') {
  const context = await visited.browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'], acceptDownloads: true });
  await context.route(pattern, route);
  return open(visited.browser, address(hash), '', { context, engine: false });
}

/** Files matching `pattern` wait until `release` is called. */
async function openHeld(pattern, hash) {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  const page = await openWith(pattern, (route) => held.then(() => route.continue()), hash);
  return { page, release };
}

const slider = (page, name) => page.locator('.lever', { has: page.getByText(name, { exact: true }) }).locator('input[type=range]');
const news = (page) => page.locator('.notice[role=status]');
const alarm = (page) => page.locator('.notice[role=alert]');
/** What the browser itself writes to its console of a file that does not come. */
const forgetComplaints = () => seen.complaints.splice(0);

test('what is chosen before the engine is there is computed once it is, and until then not named', async () => {
  const { page, release } = await openHeld('**/minefree.wasm');
  await page.locator('main h1').waitFor();
  assert.match(await page.locator('.panel').innerText(), /the engine is being fetched/);
  await page.locator('#scenario').selectOption('us-halves');
  await news(page).waitFor();
  assert.match(await news(page).innerText(), /still being fetched.*figures below are those of “Today's course”, not yet of “The United States halves/);
  assert.match(await h1(page), /^On today's course/);
  assert.match(await page.locator('figure.chart .foot').first().innerText(), /scenario “Today's course”/);
  assert.match(await page.locator('nav a').nth(1).getAttribute('href'), /scenario=us-halves/, 'a click on a view keeps what is chosen');
  await page.locator('nav a').nth(1).click();
  await page.locator('svg.map').waitFor();
  assert.equal(await page.evaluate(() => window.minefree.state.scenario), 'us-halves');
  await page.goBack();
  release();
  await settled(page);
  const told = JSON.parse(minefree('run', 'scenarios/us-halves.yaml', '--trajectories', '10000', '--json'));
  assert.deepEqual(sameCommit(await summaryOf(page)), sameCommit(told));
  assert.match(await h1(page), /^In this scenario/);
  assert.match(await page.locator('figure.chart .foot').first().innerText(), new RegExp(`scenario “${US}”`));
  assert.equal(await news(page).isVisible(), false);
  await page.context().close();
});

test('a link within the page leads to what is chosen now', async () => {
  const { page, release } = await openHeld('**/minefree.wasm');
  await page.locator('.refused a').first().waitFor();
  await page.locator('#scenario').selectOption('us-halves');
  for (const links of ['.all-states a', '.refused a', 'a.more']) {
    await page.locator(links).first().click();
    await page.waitForFunction(() => window.minefree.state.view === 'state');
    assert.equal(await page.evaluate(() => window.minefree.state.scenario), 'us-halves', links);
    await page.goBack();
    await page.locator('.refused a').first().waitFor();
  }
  release();
  await settled(page);
  await slider(page, 'World money').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await page.locator('.refused a').first().click();
  await page.waitForURL(/view=state/);
  assert.match(page.url(), /scenario=us-halves&world=5,2026/);
  await page.context().close();
});

test('a lever moved before the engine is there acts once it is', async () => {
  const { page, release } = await openHeld('**/minefree.wasm');
  await slider(page, 'World money').focus();
  await page.keyboard.press('End');
  release();
  await settled(page);
  assert.match((await summaryOf(page)).name, /all international money \+100 %/);
  await page.context().close();
});

test('without an engine nothing but today\'s course is shown, and nothing can be chosen', async () => {
  const page = await openWith('**/minefree.wasm', (route) => route.abort());
  await alarm(page).waitFor();
  assert.match(await alarm(page).innerText(), /could not be started.*figures below are those of “Today's course”/s);
  assert.match(await h1(page), /^On today's course/);
  assert.equal(await page.locator('.badge.busy').count(), 0);
  assert.ok(await page.locator('#scenario').isDisabled());
  assert.ok(await slider(page, 'World money').isDisabled());
  await page.context().close();
  forgetComplaints();
});

test('without an engine a choice made before is not shown with other figures, and a link to one neither', async () => {
  let fail;
  const failed = new Promise((resolve) => { fail = resolve; });
  const page = await openWith('**/minefree.wasm', (route) => failed.then(() => route.abort()));
  await page.locator('#scenario').selectOption('us-halves');
  fail();
  await alarm(page).waitFor();
  const linked = await openWith('**/minefree.wasm', (route) => route.abort(), '#scenario=us-halves&view=map');
  await alarm(linked).waitFor();
  for (const one of [page, linked]) {
    assert.match(await alarm(one).innerText(), new RegExp(`There are no figures of “${US}”`));
    assert.equal(await one.locator('main h1').count(), 0);
    assert.equal(await one.locator('.loading').count(), 0, 'nothing is waited for');
    await one.getByRole('link', { name: 'See today\'s course' }).click();
    await one.locator('main h1').waitFor();
    assert.match(await one.evaluate(() => window.minefree.shown.name), /Today's course/);
    await one.context().close();
  }
  forgetComplaints();
});

test('an engine that did not come is fetched again when one asks', async () => {
  let broken = true;
  const page = await openWith('**/minefree.wasm', (route) => (broken ? route.abort() : route.continue()), '#scenario=us-halves&trajectories=500');
  await alarm(page).waitFor();
  broken = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await settled(page);
  assert.match(await h1(page), /^In this scenario/);
  assert.equal(await alarm(page).isVisible(), false);
  await page.context().close();
  forgetComplaints();
});

test('a Worker that cannot be fetched is told of', async () => {
  // It is missed before anything is asked of it.
  const context = await visited.browser.newContext({ locale: 'en-GB' });
  let missed;
  const missing = new Promise((resolve) => { missed = () => setTimeout(resolve, 500); });
  await context.route('**/worker-*.js', (route) => route.fulfill({ status: 404 }).then(missed));
  await context.route('**/minefree.wasm', (route) => missing.then(() => route.continue()));
  const page = await open(visited.browser, address(), '', { context, engine: false });
  await alarm(page).waitFor();
  assert.match(await alarm(page).innerText(), /could not be started/);
  await page.context().close();
  forgetComplaints();
});

test('an engine that stops is not called a fault of the scenario', async () => {
  const page = await open(visited.browser, address('#trajectories=500'));
  await page.evaluate(() => { window.minefree.live.run = () => Promise.reject(new Error('the engine stopped: out of memory')); });
  await page.locator('#scenario').selectOption('surge');
  await alarm(page).waitFor();
  const said = await alarm(page).innerText();
  assert.match(said, /The engine gave no answer\. That is no fault of the scenario\./);
  assert.doesNotMatch(said, /problem with this scenario/);
  assert.equal(await page.locator('main h1').count(), 0);
  await page.getByRole('button', { name: 'Try again' }).click();
  await settled(page);
  assert.equal((await summaryOf(page)).provenance.scenario, 'surge');
  await page.context().close();
});

test('files of results wait for the engine, and say what became of them', async () => {
  const { page, release } = await openHeld('**/minefree.wasm', '#view=share');
  const json = page.getByRole('button', { name: 'All results (JSON)' });
  await json.waitFor();
  assert.ok(await json.isDisabled());
  release();
  await settled(page);
  await saved(page, json);
  await page.getByText('Saved: minefree-baseline-summary.json').waitFor();
  await page.evaluate(() => { window.minefree.live.csv = () => Promise.reject(new Error('no room')); });
  await page.getByRole('button', { name: /CSV/ }).click();
  await page.getByText(/not saved\. no room/).waitFor();
  await page.context().close();
});

test('the page of a state keeps nothing of another scenario', async () => {
  const page = await open(visited.browser, address('#view=state&state=AGO&trajectories=500'));
  await page.locator('.later figure:visible').first().waitFor();
  await page.locator('.sources details').first().waitFor();
  await page.locator('#scenario').selectOption('closed-form');
  await settled(page);
  assert.match(await h1(page), /Angola is not in this scenario/);
  assert.equal(await page.locator('.later:visible, .sources:visible, figure.chart:visible').count(), 0);
  await page.locator('#scenario').selectOption('baseline');
  await page.locator('.sources details').first().waitFor();
  await settled(page);
  await page.evaluate(() => { window.minefree.live.explain = () => Promise.reject(new Error('no room')); });
  await page.locator('#scenario').selectOption('surge');
  await page.getByText('This could not be computed: no room').waitFor();
  assert.equal(await page.locator('.sources details:visible').count(), 0);
  await page.context().close();
});

const MINE = 'format: 1\nname: Mine   # a comment\nextends: baseline.yaml\ntrajectories: 500\nfunding: {national: {AGO: [{change: +25%, from: 2026}]}}\n';

test('results below the editor are not said to be those of a text that was not run', async () => {
  const page = await open(visited.browser, address('#view=scenario&trajectories=500'));
  const heading = page.locator('.editor-result h2');
  assert.equal(await heading.innerText(), 'These are the results of this text.');
  for (const text of [MINE, 'format: 1\nnonsense: [\n']) {
    await write(page, text);
    assert.match(await heading.innerText(), /^Results of the text that was last run/);
  }
  await write(page, MINE);
  await page.getByRole('button', { name: 'Run this text' }).click();
  await settled(page);
  assert.equal(await heading.innerText(), 'These are the results of this text.');
  await page.context().close();
});

test('what was written is not lost by another view or by a lever', async () => {
  const page = await open(visited.browser, address('#view=scenario&trajectories=500'));
  await write(page, MINE);
  await page.getByRole('link', { name: 'All states' }).click();
  await page.getByRole('link', { name: 'Scenario file' }).click();
  const editor = page.getByRole('textbox', { name: 'Scenario in YAML' });
  await editor.waitFor();
  assert.match(await editor.innerText(), /name: Mine/);
  await page.getByRole('button', { name: 'Run this text' }).click();
  await settled(page);
  await slider(page, 'World money').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.doesNotMatch(await editor.innerText(), /name: Mine/);
  await page.getByRole('button', { name: 'Back to your text' }).click();
  await settled(page);
  assert.equal((await summaryOf(page)).name, 'Mine');
  assert.match(await editor.innerText(), /name: Mine/);
  assert.equal(await page.getByRole('button', { name: 'Back to your text' }).isVisible(), false);

  await write(page, `${MINE}# not run\n`);
  await slider(page, 'World money').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  await page.getByRole('button', { name: 'Back to your text' }).click();
  assert.match(await editor.innerText(), /# not run/);
  assert.notEqual((await summaryOf(page)).name, 'Mine', 'a text that was not run is not run by that');
  await page.context().close();
});

test('an own scenario is called as the engine calls it', async () => {
  const page = await open(visited.browser, address('#trajectories=500'));
  const names = [
    [MINE, 'Mine'], ['format: 1\nname: \'It\'\'s mine\'\nextends: baseline.yaml\n', 'It\'s mine'], ['{format: 1, name: "In a flow", extends: baseline.yaml}\n', 'In a flow'],
    ['format: 1\nname: >-\n  On two\n  lines\nextends: baseline.yaml\n', 'On two lines'], ['format: 1\nextends: us-halves.yaml\n', US],
  ];
  for (const [yaml, name] of names) {
    await page.evaluate((text) => window.minefree.change({ yaml: text }), yaml);
    await settled(page);
    assert.equal(await page.evaluate(() => window.minefree.shown.name), name);
    assert.ok((await page.locator('figure.chart .foot').first().innerText()).includes(`“${name}”`));
  }
  await page.context().close();
});

test('parts of a state are there whatever parts an own text asks for', async () => {
  const page = await open(visited.browser, address('#view=state&state=AGO&trajectories=500'));
  const all = await page.locator('.later figure.chart:visible').count();
  assert.ok(all >= 2);
  for (const outputs of ['outputs:\n  - casualties\n', 'outputs: [\n  people ]\n', '']) {
    await page.evaluate((yaml) => window.minefree.change({ yaml }), `format: 1\nname: Mine\nextends: baseline.yaml\n${outputs}`);
    await settled(page);
    assert.equal(await page.locator('.later figure.chart:visible').count(), all, outputs);
    assert.match(await page.locator('.later figure:visible .foot').first().innerText(), /scenario “Mine”/);
  }
  await page.context().close();
});

test('where the engine refuses to compare, it says why', async () => {
  const page = await open(visited.browser, address('#view=compare&trajectories=500'));
  for (const [yaml, why] of [['format: 1\nname: Short\nextends: baseline.yaml\nhorizon: 2050\n', /horizon|2050/], ['format: 1\nname: Then\nextends: landmine-free-2025.yaml\n', /origin|2020/]]) {
    await page.evaluate((text) => window.minefree.change({ yaml: text }), yaml);
    await settled(page);
    const said = await page.locator('main').innerText();
    assert.doesNotMatch(said, /Being compared/);
    assert.match(said, /The engine does not compare these two/);
    assert.match(said, why);
  }
  await page.context().close();
});

test('a scenario text that was cut on its way gives no results of another scenario', async () => {
  const good = await open(visited.browser, address('#trajectories=500'));
  await good.evaluate((yaml) => window.minefree.change({ yaml }), MINE);
  await good.waitForURL(/yaml=/);
  const link = good.url();
  for (const damaged of [link.slice(0, -6), `${address('#yaml=AAAA')}`]) {
    const page = await open(visited.browser, damaged, '', { engine: false });
    await page.waitForFunction(() => document.documentElement.dataset.engine === 'ready');
    assert.match(await alarm(page).innerText(), /The scenario in this link cannot be read/);
    assert.equal(await page.locator('main h1').count(), 0);
    await page.getByRole('link', { name: 'Map' }).click();
    assert.match(await alarm(page).innerText(), /cannot be read/);
    await page.getByRole('link', { name: 'See today\'s course' }).click();
    await page.locator('main h1').waitFor();
    assert.equal(await alarm(page).isVisible(), false);
    await page.context().close();
  }
  await good.context().close();
});

test('levers of one state begin with the state that is looked at, and offer every state', async () => {
  const page = await open(visited.browser, address('#view=state&state=AGO&trajectories=500'));
  const lever = (name) => page.locator('.lever', { has: page.getByText(name, { exact: true }) });
  const chosen = (name) => lever(name).locator('select').first().inputValue();
  for (const name of ['Extra money for a state', 'Survey', 'Access']) {
    assert.equal(await chosen(name), 'AGO', name);
    const offered = await lever(name).locator('select').first().locator('option').evaluateAll((options) => options.map((option) => option.value));
    for (const code of ['UKR', 'MMR', 'SDN', 'YEM', 'KHM']) assert.ok(offered.includes(code), `${name} ${code}`);
  }
  // A choice by hand waits for its slider; the state that is looked at next is usual again.
  await lever('Extra money for a state').locator('select').first().selectOption('ZWE');
  await lever('Extra money for a state').locator('select').nth(1).selectOption('2031');
  await slider(page, 'Extra money for a state').focus();
  await page.keyboard.press('ArrowRight');
  await settled(page);
  assert.deepEqual((await page.evaluate(() => window.minefree.state.levers)).money, { state: 'ZWE', musd: 1, from: 2031, to: 2031 });
  await page.context().close();
});

test('every value of a link can be seen in the levers', async () => {
  const page = await open(visited.browser, address('#access=UKR,open,2045&survey=MMR,2,2050&world=10,2055&trajectories=1234'));
  const values = await page.locator('.panel select').evaluateAll((selects) => selects.map((select) => select.value));
  for (const value of ['UKR', '2045', 'MMR', '2050', '2055', '1234']) assert.ok(values.includes(value), value);
  await page.context().close();
});

test('a year that the scenario does not tell of is said to be missing', async () => {
  const page = await open(visited.browser, address('#by=2033&trajectories=500'));
  assert.match(await page.locator('.year-choice').innerText(), /2033 was asked for, and is not among the years of this scenario/);
  await page.locator('.year-choice label').first().click();
  assert.doesNotMatch(await page.locator('.year-choice').innerText(), /asked for/);
  await page.context().close();
});

test('a link tells when its figures came from another edition', async () => {
  const page = await open(visited.browser, address('#scenario=surge&trajectories=500'));
  await page.locator('.link-button').click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(link, /made=\d+\.\d+\.\d+,[0-9a-f]{8},[0-9a-f]{8}/);
  const same = await open(visited.browser, link);
  assert.equal(await news(same).isVisible(), false);
  const old = await open(visited.browser, link.replace(/made=[\d.]+,[0-9a-f]{8}/, 'made=0.0.9,00000000'));
  assert.match(await news(old).innerText(), /made with minefree 0\.0\.9 and other data; the figures may differ/);
  await slider(old, 'World money').focus();
  await old.keyboard.press('ArrowRight');
  await settled(old);
  assert.equal(await news(old).isVisible(), false);
  for (const one of [page, same, old]) await one.context().close();
});

test('the focus stays where it is when the language changes, and one comes back to where one was', async () => {
  const page = await open(visited.browser, address('#trajectories=500'));
  await page.getByRole('button', { name: 'Français' }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'English');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Français');
  await page.evaluate(() => scrollTo(0, 1500));
  await page.waitForTimeout(300);
  const top = await page.evaluate(() => scrollY);
  assert.ok(top > 1000, String(top));
  await page.evaluate(() => document.querySelector('.refused a').click());
  await settled(page);
  assert.equal(await page.evaluate(() => scrollY), 0);
  await page.goBack();
  await page.waitForFunction((wanted) => Math.abs(scrollY - wanted) < 3, top, { timeout: 3000 });
  await page.context().close();
});

test('no file of the page was complained of but those that were held back', () => assert.deepEqual(seen.complaints, []));
