// Parts of the page that need no browser: words, links, levers, places in a scenario file, languages.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { execFileSync } from 'node:child_process';
import { minefree, packages, root, unzipped } from './page_support.mjs';

const { createServer } = await import(packages.resolve('vite'));
let vite;
const load = (path) => vite.ssrLoadModule(`/src/${path}`);
before(async () => {
  vite = await createServer({ root: `${root}apps/web`, appType: 'custom', logLevel: 'error', server: { middlewareMode: true, hmr: false, ws: false, watch: null } });
  globalThis.document = { documentElement: {}, title: '' };
});
after(() => vite.close());

test('numbers are written as the tables of the command line write them', async () => {
  const words = await load('words.ts');
  assert.deepEqual([0, 0.004, 0.125, 0.135, 0.5, 0.991, 1].map(words.percent).map((said) => said.replace('\u00a0', ' ')), ['0 %', '<1 %', '12 %', '14 %', '50 %', '>99 %', '100 %']);
  assert.deepEqual([0, 0.0104, 0.51, 9.9951, 57.905, 823.4, 1472.2].map(words.area), ['0', '0.010', '0.51', '10.0', '57.9', '823', '1,472']);
  assert.deepEqual([0, 0.5, 23.879, 99.96, 1554.6].map(words.money), ['0', '0.50', '23.9', '100', '1,555']);
  assert.deepEqual([2030, 2030.001, 2029.999, null].map((date) => words.yearOf(date, 2060)), ['2029', '2030', '2029', '>2060']);
  assert.deepEqual([0, 0.004, 0.17, 0.31, 0.9, 0.995, 1].map(words.inTen), ['none', 'fewer than 1 of 100', '17 of 100', '3 of 10', '9 of 10', 'more than 99 of 100', 'all']);
  assert.equal(words.dayInWords('2030-03-01'), '1 March 2030');
  assert.deepEqual([2.65, -6.6, 0.04, 0, -0.001].map(words.signed), ['+2.6', '−6.6', '+0.04', '0', '0.00']);
});

test('a link restores what it was made of, and leaves out what is as at first', async () => {
  const { hashOf, stateFrom } = await load('state/hash.ts');
  const { initialState } = await load('state/page_state.ts');
  assert.equal(await hashOf(initialState('en')), '#lang=en');
  const state = {
    ...initialState('fr'), view: 'state', scenario: 'surge', base: 'us-halves', state: 'AGO', by: 2035, seed: 7, trajectories: 500, yaml: 'format: 1\nname: é – “x”\n',
    levers: { world: { percent: -20, from: 2027 }, donor: { code: 'USA', percent: -50, from: 2026 }, money: { state: 'AGO', musd: 12.5, from: 2026, to: 2030 }, survey: { state: 'KHM', times: 0.25, from: 2028 }, access: { state: 'COL', regime: 'conflict', from: 2030 }, teams: 0 },
  };
  assert.deepEqual(await stateFrom(await hashOf(state), 'en', null), state);
  const broken = await stateFrom('#view=x&scenario=../baseline&world=1e9,2026&donor=XYZ,1,2026&money=AGO,5,2030,2026&survey=AGO,,2026&access=AGO,peace,2026&teams=-2&seed=1.5e99&lang=de&made=now', 'en', null);
  assert.deepEqual(broken, initialState('en'));
  for (const garbage of ['seed=1.5', 'seed=0x10', 'trajectories=10.5', 'teams=2.5', 'by=2030.5', 'money=ZZZ,5,2026,2030', 'money=AGO,1e-9,2026,2030', 'survey=QQQ,2,2026', 'access=BBB,open,2026', 'world=1e1,2026']) {
    assert.deepEqual(await stateFrom(`#${garbage}`, 'en', null), initialState('en'), garbage);
  }
  assert.deepEqual((await stateFrom('#money=XXA,5,2026,2030', 'en', null)).levers.money, { state: 'XXA', musd: 5, from: 2026, to: 2030 });
});

test('a scenario text of a link that is damaged, cut or endless is kept as it came, and is none', async () => {
  const { hashOf, stateFrom } = await load('state/hash.ts');
  const { initialState } = await load('state/page_state.ts');
  const whole = await hashOf({ ...initialState('en'), yaml: `format: 1\nname: Mine\n${'# long\n'.repeat(40)}` });
  const endless = await hashOf({ ...initialState('en'), yaml: '#'.repeat(3 << 20) });
  for (const hash of [whole.slice(0, -5), '#lang=en&yaml=!!', '#lang=en&yaml=AAAA', '#lang=en&yaml=', endless]) {
    const state = await stateFrom(hash, 'en', null);
    assert.equal(state.yaml, null);
    assert.equal(typeof state.unreadable, 'string');
    assert.equal(await hashOf(state), hash.includes('!!') ? hash.replace('!!', '%21%21') : hash);
  }
});

test('files in an archive are those that went in', async () => {
  const { zipped } = await load('zip.ts');
  const files = { 'a.csv': 'state,year\nAGO,2030\n'.repeat(500), 'ü.csv': '', 'b.csv': 'x' };
  const archive = join(mkdtempSync(join(tmpdir(), 'minefree-')), 'files.zip');
  writeFileSync(archive, Buffer.from(await (await zipped(files)).arrayBuffer()));
  assert.deepEqual(unzipped(archive), files);
});

test('what was written and is not in force is kept until it is again', async () => {
  const { OwnText } = await load('state/own_text.ts');
  const { initialState } = await load('state/page_state.ts');
  const first = initialState('en');
  const mine = { ...first, yaml: 'format: 1\nname: Mine\n' };
  const lever = { ...first, levers: { world: { percent: 5, from: 2026 } } };
  const own = new OwnText();
  own.follow(first, mine);
  assert.equal(own.aside, null);
  own.follow(mine, lever);
  assert.deepEqual(own.aside, { text: mine.yaml, run: true });
  own.follow(lever, mine);
  assert.equal(own.aside, null);
  own.edited(mine.yaml.replace('\n', '\r\n'), mine);
  assert.equal(own.draft, null, 'ends of lines are no edit');
  own.edited('format: 2\n', mine);
  own.follow(mine, { ...mine, view: 'map' });
  assert.equal(own.draft, 'format: 2\n');
  own.follow(mine, lever);
  assert.deepEqual([own.draft, own.aside], [null, { text: 'format: 2\n', run: false }]);
});

test('levers make a scenario that extends the chosen one, and say where they replace its entries', async () => {
  const { replaced, yamlOf } = await load('state/levers.ts');
  const levers = { world: { percent: 20, from: 2026 }, donor: { code: 'USA', percent: -50, from: 2027 }, money: { state: 'AGO', musd: 10, from: 2026, to: 2030 }, teams: 3 };
  const yaml = yamlOf('surge', 'A "quoted" name', levers);
  assert.match(yaml, /^extends: surge\.yaml$/m);
  assert.match(yaml, /^name: "A \\"quoted\\" name"$/m);
  assert.match(yaml, /^ {2}world: \[\{change: \+20%, from: 2026\}\]$/m);
  assert.match(yaml, /^ {2}donors: \{USA: \[\{change: -50%, from: 2027\}\]\}$/m);
  assert.match(yaml, /^residual: \{teams: 3\}\noutputs: \[residual\]$/m);
  assert.deepEqual(replaced('surge', levers), ['world']);
  assert.deepEqual(replaced('us-halves', levers), ['donor']);
  assert.deepEqual(replaced('pay-by-results', levers), ['money']);
  assert.deepEqual(replaced('baseline', levers), []);
});

test('the command of a scenario text writes that text, and runs nothing that stands in it', async () => {
  const { reproduceCommand, OWN_PATH } = await load('state/request.ts');
  const { initialState } = await load('state/page_state.ts');
  const texts = [
    'format: 1\nname: plain\n',
    'format: 1\nname: no line at its end',
    'name: "x\nEND\ntouch PWNED\ncat <<\'END\'\n"\n',
    'name: "x\nEND\nEND2\ntouch PWNED\n"\n',
    'name: "x\rEND\rtouch PWNED\r"\n',
    'name: $(touch PWNED) `touch PWNED` \'; touch PWNED\n',
    '# \u0003\n# \u001b[201~\ntouch PWNED\n',
    '# \u202egnp.dnE\nname: é\n',
  ];
  for (const yaml of texts) {
    const folder = mkdtempSync(join(tmpdir(), 'minefree-'));
    try {
      mkdirSync(join(folder, 'scenarios'));
      const { command } = reproduceCommand({ ...initialState('en'), yaml }, 500, 1);
      const lines = command.split('\n');
      assert.match(lines.at(-1), /^build\/release\/minefree run /);
      // A terminal obeys control characters of what is pasted.
      assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/.test(command), JSON.stringify(command));
      execFileSync('sh', ['-c', lines.slice(0, -1).join('\n')], { cwd: folder });
      assert.deepEqual(readdirSync(folder), ['scenarios'], yaml);
      assert.equal(readFileSync(join(folder, OWN_PATH), 'utf8'), yaml.endsWith('\n') ? yaml : `${yaml}\n`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

test('a state that no longer completes is not said to be a little later, and most changed is whose chance moves most', async () => {
  const { chanceWords, mostChanged, movedWords, tellingMedian } = await load('moved.ts');
  const { setLanguage } = await load('text/index.ts');
  const state = (code, later, lost, years, base, other, error = 0.001) => ({
    code, earlier_share: 0, later_share: later, newly_complete_share: 0, no_longer_complete_share: lost, median_years_gained: years,
    probability_difference: { 2030: { value: other - base, standard_error: error, base, other } },
  });
  const plain = (said) => said.replaceAll('\u00a0', ' ');
  const lost = state('ECU', 1, 0.93, -1.75, 0.97, 0.04);
  assert.equal(plain(movedWords(lost, 2060)), 'later in 100 % of futures: in 93 % it no longer completes by 2060');
  assert.equal(tellingMedian(lost), null);
  assert.equal(plain(chanceWords(lost, 2030)), 'complete by 2030 in 4 % of futures instead of 97 %');
  const partly = state('AGO', 0.96, 0.13, -5.833, 0.19, 0.06);
  assert.equal(plain(movedWords(partly, 2060)), 'later in 96 % of futures: in 13 % it no longer completes by 2060, in the others it is later by a median of 5.8 years');
  const often = state('KHM', 0.98, 0, -0.083, 0.34, 0.32);
  assert.equal(plain(movedWords(often, 2060)), 'later in 98 % of futures, by a median of about a month');
  const torn = { ...state('TCD', 0.44, 0, -2, 0.2, 0.2), earlier_share: 0.45, newly_complete_share: 0.3 };
  assert.equal(plain(movedWords(torn, 2060)), 'earlier in 45 % of futures: in 30 % it newly completes by 2060');
  const far = state('XKX', 0.79, 0, -0.583, 0.73, 0.65), blurred = state('PER', 0.9, 0, -3, 0.5, 0.4, 0.06);
  assert.deepEqual(mostChanged([blurred, often, far], 2030).map((found) => found.code), ['XKX', 'KHM', 'PER']);
  setLanguage('fr');
  assert.equal(plain(movedWords(partly, 2060)), 'plus tard dans 96 % des futurs : plus d’achèvement d’ici à la fin de 2060 dans 13 %, plus tard dans les autres (médiane : 5,8 ans)');
  setLanguage('en');
});

test('places in a scenario file are found, and the schema is asked about them', async () => {
  const { keysAt, pathAt, valuesAt } = await load('editor/schema_path.ts');
  const schema = JSON.parse(readFileSync(`${root}docs/scenario.schema.json`, 'utf8'));
  assert.deepEqual(pathAt('format: 1\n'), { path: [], key: null });
  assert.deepEqual(pathAt('funding:\n  world:\n    - {change: +20%, '), { path: ['funding', 'world', '[]'], key: null });
  assert.deepEqual(pathAt('funding:\n  recipients: {AGO: [{add_musd: 1, '), { path: ['funding', 'recipients', 'AGO', '[]'], key: null });
  assert.deepEqual(pathAt('security: {MMR: [{regime: '), { path: ['security', 'MMR', '[]'], key: 'regime' });
  assert.deepEqual(pathAt('funding:\n  world: [{change: 1}]\n  '), { path: ['funding'], key: null });
  const keys = keysAt(schema, ['funding', 'recipients', 'AGO', '[]']).map((offer) => offer.label);
  for (const key of ['change', 'add_musd', 'pledge', 'pay_by_results', 'from', 'to']) assert.ok(keys.includes(key), key);
  assert.ok(keysAt(schema, []).find((offer) => offer.label === 'horizon').description.length > 10);
  assert.deepEqual(valuesAt(schema, ['security', 'MMR', '[]'], 'regime').sort(), ['conflict', 'open', 'restricted']);
  assert.ok(keysAt(schema, ['funding', 'donors']).some((offer) => offer.label === 'USA'));
});

test('both languages have every name, and no sentence of the one is in the other', async () => {
  const { en } = await load('text/en.ts');
  const { fr } = await load('text/fr.ts');
  const { stateNamesFr } = await load('text/state_names_fr.ts');
  const { library } = await load('state/library.ts');
  const { DONORS } = await load('state/levers.ts');
  const keysOf = (part, path = '') => Object.entries(part).flatMap(([key, value]) => (typeof value === 'object' ? keysOf(value, `${path}.${key}`) : [[`${path}.${key}`, value]]));
  const inFrench = new Map(keysOf(fr));
  const same = keysOf(en).filter(([key, value]) => !/scenarioNames|scenarioQuestions/.test(key) && typeof value === 'string' && value.length > 12 && !/^[P\d · ]+$/.test(value) && inFrench.get(key) === value);
  assert.deepEqual(same, []);
  for (const [key, value] of keysOf(en)) if (!/scenarioNames|scenarioQuestions/.test(key)) assert.equal(typeof inFrench.get(key), typeof value, key);
  for (const scenario of library) {
    assert.ok(fr.scenarioNames[scenario.id] && fr.scenarioQuestions[scenario.id], scenario.id);
    assert.match(scenario.question, /^[A-Z].*\?$/, scenario.id);
    assert.ok(scenario.origin >= 2013 && scenario.horizon > scenario.origin, scenario.id);
  }
  for (const donor of DONORS) assert.ok(en.donors[donor] && fr.donors[donor], donor);
  const summary = JSON.parse(readFileSync(`${root}apps/web/public/data/first-view.json`, 'utf8'));
  for (const state of summary.states) assert.ok(stateNamesFr[state.code], state.code);
});

test('what is said in English by the record, the scenarios and the engine has its French', async () => {
  const { setLanguage } = await load('text/index.ts');
  const { kindTold, recordTold, sectionTold, valueTold } = await load('text/record.ts');
  const { recordFr } = await load('text/record_fr.ts');
  setLanguage('fr');
  const english = (told, texts) => [...new Set(texts)].filter((words) => told(words).lang === 'en');
  const texts = [], values = [], needs = new Set(), names = new Map();
  for (const file of readdirSync(`${root}scenarios`).filter((name) => name.endsWith('.yaml'))) {
    const { states } = JSON.parse(minefree('run', `scenarios/${file}`, '--trajectories', '2', '--json', '--quiet'));
    for (const state of states) {
      texts.push(...state.reasons, ...(state.people?.reasons ?? []), ...(state.casualties?.reasons ?? []));
      if (state.condition) texts.push(state.condition);
      for (const need of state.needs ?? []) needs.add(need);
      names.set(state.code, state.name);
    }
    const answer = minefree('compare', 'scenarios/baseline.yaml', `scenarios/${file}`, '--trajectories', '2', '--json', '--quiet');
    // Scenarios of other origins are not compared, nor are changes of a whole state told in words.
    if (!answer.startsWith('{') || file === 'closed-form.yaml') continue;
    for (const { path, base, other } of JSON.parse(answer).others[0].changes) {
      if (!/cost_musd_per_km2$|^outputs$|^states$/.test(path)) values.push(...[base, other].filter((value) => value !== null));
    }
  }
  assert.ok(new Set(texts).size > 100);
  assert.deepEqual(english(recordTold, texts), []);
  assert.deepEqual(english(valueTold, values), []);
  assert.equal(recordTold('something that nobody translated').lang, 'en');
  for (const told of Object.keys(recordFr)) if (/ the |^no /.test(told)) assert.notEqual(recordFr[told], told);
  const { fr } = await load('text/fr.ts');
  for (const need of needs) assert.ok(fr.statePage.need[need], need);
  const explained = ['AGO', 'MMR', 'BIH', 'SEN', 'DZA', 'GNB'].flatMap((code) => JSON.parse(minefree('explain', 'scenarios/residual-teams.yaml', code, '--json')).numbers);
  assert.deepEqual(english(sectionTold, explained.map((number) => number.section)), []);
  assert.deepEqual(english(kindTold, explained.map((number) => number.kind)), []);
  setLanguage('en');
  const { stateNamesEn } = await load('text/state_names_en.ts');
  const { nameOf } = await load('text/index.ts');
  for (const [code, name] of names) if (code !== 'XXA') assert.equal(nameOf({ code, name }), stateNamesEn[code], code);
});

test('every affected state has a shape on the map', async () => {
  const { numericCodes } = await load('charts/numeric_codes.ts');
  const atlas = JSON.parse(readFileSync(packages.resolve('world-atlas/countries-110m.json'), 'utf8'));
  const ids = new Set(atlas.objects.countries.geometries.map((country) => country.id ?? country.properties.name));
  const summary = JSON.parse(readFileSync(`${root}apps/web/public/data/first-view.json`, 'utf8'));
  for (const { code } of summary.states) assert.ok(ids.has(code === 'XKX' ? 'Kosovo' : numericCodes[code]), code);
});
