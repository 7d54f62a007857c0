// The engine of the page gives the bytes of the command line, for every scenario, split over any number of Workers.

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertSameText, commandLine, openModules, root, startInProcess } from './engine_support.mjs';

const scenarios = readdirSync(`${root}scenarios`).filter((name) => name.endsWith('.yaml')).map((name) => `scenarios/${name}`);

let modules;
const engines = new Map();
before(async () => {
  modules = await openModules();
  for (const workers of [1, 2, 3]) engines.set(workers, await startInProcess(modules, workers));
});
after(() => modules.close());

const file = (engine, path) => ({ path, yaml: engine.scenarioText(path) });

test('the bundle holds every scenario of the repository', () => {
  assert.deepEqual(engines.get(1).scenarios().sort(), scenarios.sort());
});

for (const path of scenarios) {
  test(`run ${path}: the bytes of the command line, over 1, 2 and 3 Workers`, async () => {
    const { stdout } = await commandLine(['run', path, '--trajectories', '500', '--json', '--quiet']);
    for (const [workers, engine] of engines) {
      const answer = await engine.run({ scenario: file(engine, path), trajectories: 500 });
      assert.equal(answer.ok, true, JSON.stringify(answer.problems));
      assertSameText(answer.json, stdout, `${workers} Workers`);
    }
  });
}

test('2,000 trajectories of another seed, of some states and years', async () => {
  for (const path of ['scenarios/baseline.yaml', 'scenarios/us-halves.yaml', 'scenarios/people-by-state.yaml']) {
    const { stdout } = await commandLine(['run', path, '--trajectories', '2000', '--seed', '7', '--state', 'AGO', '--state', 'KHM', '--target', '2029', '--target', '2040', '--json', '--quiet']);
    const engine = engines.get(3);
    const answer = await engine.run({ scenario: file(engine, path), trajectories: 2000, seed: 7, states: ['AGO', 'KHM'], targets: [2029, 2040] });
    assert.equal(answer.ok, true, JSON.stringify(answer.problems));
    assertSameText(answer.json, stdout, path);
  }
});

test('one state with a date, one without, or none with one, over more Workers', async () => {
  const engine = engines.get(3);
  const scenario = file(engine, 'scenarios/baseline.yaml');
  for (const states of [['AGO'], ['AGO', 'AFG'], ['AFG', 'AGO', 'ZWE'], ['PRK']]) {
    const { stdout } = await commandLine(['run', scenario.path, '--trajectories', '200', ...states.flatMap((state) => ['--state', state]), '--json', '--quiet']);
    const answer = await engine.run({ scenario, trajectories: 200, states });
    assert.equal(answer.ok, true, JSON.stringify(answer.problems));
    assertSameText(answer.json, stdout, states.join());
  }
});

test('the name of a scenario is no part of its results, whatever it looks like', async () => {
  const engine = engines.get(3);
  const yaml = 'format: 1\nname: "], \\"states\\": [{}], \\"world\\": {}"\nextends: baseline.yaml\n';
  const named = await engine.run({ scenario: { path: 'scenarios/my.yaml', yaml }, trajectories: 200 });
  assert.equal(named.ok, true, JSON.stringify(named.problems));
  assert.equal(named.value.name, '], "states": [{}], "world": {}');
  const plain = await engine.run({ scenario: file(engine, 'scenarios/baseline.yaml'), trajectories: 200 });
  assert.deepEqual(named.value.states, plain.value.states);
});

test('an odd number of trajectories, fewer than lanes and more than a range', async () => {
  for (const trajectories of [1, 17, 1003]) {
    const { stdout } = await commandLine(['run', 'scenarios/baseline.yaml', '--trajectories', `${trajectories}`, '--json', '--quiet']);
    for (const engine of engines.values()) {
      const answer = await engine.run({ scenario: file(engine, 'scenarios/baseline.yaml'), trajectories });
      assertSameText(answer.json, stdout, `${trajectories} trajectories`);
    }
  }
});

test('compare: the bytes of the command line', async () => {
  const base = 'scenarios/baseline.yaml';
  for (const other of scenarios.filter((path) => !/baseline\.yaml|closed-form|landmine-free-2025|2017/.test(path))) {
    const { stdout } = await commandLine(['compare', base, other, '--trajectories', '500', '--json', '--quiet']);
    const engine = engines.get(2);
    const answer = await engine.compare({ scenario: file(engine, base), trajectories: 500 }, { scenario: file(engine, other) });
    assert.equal(answer.ok, true, JSON.stringify(answer.problems));
    assertSameText(answer.json, stdout, other);
  }
});

test('compare of some states only', async () => {
  const { stdout } = await commandLine(['compare', 'scenarios/baseline.yaml', 'scenarios/surge.yaml', '--state', 'AGO', '--trajectories', '300', '--json', '--quiet']);
  const engine = engines.get(2);
  const answer = await engine.compare({ scenario: file(engine, 'scenarios/baseline.yaml'), trajectories: 300, states: ['AGO'] }, { scenario: file(engine, 'scenarios/surge.yaml') });
  assertSameText(answer.json, stdout, 'surge');
});

test('plan, explain and history tell what the command line tells', async () => {
  const engine = engines.get(2);
  const scenario = file(engine, 'scenarios/us-halves.yaml');
  const plan = await commandLine(['plan', scenario.path, '--trajectories', '500', '--json', '--quiet']);
  assertSameText((await engine.plan({ scenario, trajectories: 500 })).json, plan.stdout, 'plan');
  for (const state of ['AGO', 'BIH', 'MOZ']) {
    const explained = await commandLine(['explain', scenario.path, state, '--json']);
    assertSameText((await engine.explain(scenario, state)).json, explained.stdout, `explain ${state}`);
  }
  for (const state of ['KHM', undefined]) {
    const { stdout } = await commandLine(['history', scenario.path, ...(state ? ['--state', state] : [])]);
    const { value: rows } = await engine.history(scenario, state);
    const names = ['state', 'year', 'variable', 'value', 'unit', 'source', 'published'];
    const quoted = (cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    const text = [names, ...rows.map((row) => names.map((name) => quoted(`${row[name] ?? ''}`)))].map((cells) => cells.join(',')).join('\n');
    assertSameText(`${text}\n`, stdout, `history ${state}`);
  }
});

test('the tables of a run and its summary are those of --out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minefree-'));
  try {
    for (const path of ['scenarios/baseline.yaml', 'scenarios/people-by-state.yaml', 'scenarios/residual-teams.yaml']) {
      const out = join(folder, path.replaceAll('/', '-'));
      await commandLine(['run', path, '--trajectories', '200', '--out', out, '--quiet']);
      const engine = engines.get(2);
      const { value: files } = await engine.csv({ scenario: file(engine, path), trajectories: 200 });
      // report.json is for `minefree report` alone.
      assert.deepEqual(Object.keys(files).sort(), readdirSync(out).filter((name) => name !== 'report.json').sort());
      for (const [name, text] of Object.entries(files)) assertSameText(text, await readFile(join(out, name), 'utf8'), `${path} ${name}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the report is the file that minefree report writes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'minefree-'));
  try {
    const engine = engines.get(2);
    for (const [path, words, options] of [
      ['scenarios/us-halves.yaml', [], {}],
      ['scenarios/people-by-state.yaml', ['--seed', '7', '--state', 'AGO', '--target', '2031'], { seed: 7, states: ['AGO'], targets: [2031] }],
    ]) {
      const out = join(folder, `${path.replaceAll('/', '-')}.html`);
      await commandLine(['report', path, '--trajectories', '200', '--out', out, '--quiet', ...words]);
      const report = await engine.report({ scenario: file(engine, path), trajectories: 200, ...options });
      assertSameText(report.value, await readFile(out, 'utf8'), `report of ${path}`);
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an edited scenario is read in place of the one that came along, and only then', async () => {
  const engine = engines.get(2);
  const path = 'scenarios/baseline.yaml';
  const edited = { path, yaml: engine.scenarioText(path).replace('seed: 2025', 'seed: 11') };
  const other = file(engine, 'scenarios/us-halves.yaml');
  assert.equal((await engine.run({ scenario: edited, trajectories: 16 })).value.provenance.seed, 11);
  assert.equal((await engine.run({ scenario: other, trajectories: 16 })).value.provenance.seed, 2025);
});

test('a run that is given up leaves the engine to the next one', async () => {
  const engine = engines.get(2);
  const scenario = file(engine, 'scenarios/baseline.yaml');
  const given = new AbortController();
  const told = [];
  const long = engine.run({ scenario, trajectories: 100_000 }, given.signal, ({ done, total }) => {
    told.push([done, total]);
    if (done > 0) given.abort();
  });
  const next = engine.run({ scenario, trajectories: 500 });
  await assert.rejects(long, { name: 'AbortError' });
  assert.deepEqual(told[0], [0, 100_000]);
  assert.ok(told.at(-1)[0] < 2000, `${told.at(-1)[0]} trajectories were counted`);
  const { stdout } = await commandLine(['run', scenario.path, '--trajectories', '500', '--json', '--quiet']);
  assertSameText((await next).json, stdout, 'the next run');
});

test('draws of an origin that no scenario of the repository has are fetched when they are wanted', async () => {
  const yaml = 'format: 1\nname: x\norigin: 2019\nhorizon: 2040\ntrajectories: 100\nseed: 1\nstates: [AGO, KHM]\ntargets: [2030]\n';
  const folder = await mkdtemp(join(tmpdir(), 'minefree-'));
  try {
    await mkdir(join(folder, 'scenarios'));
    await writeFile(join(folder, 'scenarios/my.yaml'), yaml);
    const { stdout } = await commandLine(['run', 'scenarios/my.yaml', '--json', '--quiet'], folder);
    const answer = await engines.get(2).run({ scenario: { path: 'scenarios/my.yaml', yaml } });
    assert.equal(answer.ok, true, JSON.stringify(answer.problems));
    assert.notEqual(answer.value.provenance.posterior_sha256, null);
    assertSameText(answer.json, stdout, 'origin 2019');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('counts that are wrong in one bit do not pass', async () => {
  const { Program } = await modules.load('wasm.ts');
  const original = Program.prototype.counts;
  const engine = engines.get(3);
  const scenario = file(engine, 'scenarios/baseline.yaml');
  const said = await engine.run({ scenario, trajectories: 500 });
  Program.prototype.counts = function counts() {
    const right = original.call(this);
    right[right.length >> 1] ^= 1;
    return right;
  };
  try {
    const wrong = await engine.run({ scenario, trajectories: 500 }).catch((error) => ({ json: String(error) }));
    assert.notEqual(wrong.json, said.json);
  } finally {
    Program.prototype.counts = original;
  }
});
