// The page reads YAML as the command line does: the same scenario, or the same problems at the same places.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { assertSameText, commandLine, openModules, root, startInProcess } from './engine_support.mjs';

let modules;
let engine;
let folder;
before(async () => {
  modules = await openModules();
  engine = await startInProcess(modules, 1);
  folder = mkdtempSync(join(tmpdir(), 'minefree-'));
  mkdirSync(join(folder, 'scenarios'));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await modules.close();
});

const closedForm = () => engine.scenarioText('scenarios/closed-form.yaml');

/** A line as the program prints it. */
const line = ({ file, line, column, message }) => (line === null ? `${file}: ${message}` : `${file}:${line}:${column}: ${message}`);

/** An instance with the files of a folder in place, beside those of the page. */
async function programWith(path) {
  const { Program } = await modules.load('wasm.ts');
  const { readBundle, unpacked } = await modules.load('bundle.ts');
  const program = await Program.start(await WebAssembly.compile(readFileSync(`${root}apps/web/public/minefree.wasm`)));
  const bundle = await unpacked(new Uint8Array(readFileSync(`${root}apps/web/public/data/bundle.bin`)));
  for (const file of readBundle(bundle).files) program.giveFile(file.path, file.bytes, file.events);
  const give = (name) => {
    if (statSync(join(path, name)).isDirectory()) readdirSync(join(path, name)).forEach((inside) => give(join(name, inside)));
    else program.giveFile(name, readFileSync(join(path, name)), new Uint8Array());
  };
  readdirSync(path).forEach(give);
  return program;
}

test('every bad file of tests/bad_input gets the messages of the command line', async () => {
  const cases = `${root}tests/bad_input/cases`;
  const program = await programWith(cases);
  const names = readdirSync(cases).filter((name) => name.endsWith('.yaml'));
  assert.ok(names.length > 100);
  for (const name of names) {
    const expected = readFileSync(join(cases, name.replace('.yaml', '.expected')), 'utf8').replaceAll('REPOSITORY/', '').split('\n').slice(0, -2);
    assert.deepEqual(JSON.parse(program.check(name)).problems.map(line), expected, name);
  }
});

test('the order of files does not matter to what is said of one', async () => {
  const good = { path: 'scenarios/my.yaml', yaml: closedForm() };
  const bad = { path: 'scenarios/my.yaml', yaml: closedForm().replace('seed: ', 'sed: ') };
  for (const file of [good, bad, good, bad]) assert.equal((await engine.check(file)).ok, file === good);
});

const nasty = {
  'quoted and multi-line texts': 'name: "a \\"quoted\\" name: with # signs \\u00e9 \\\n  on two lines"\ndescription: >-\n  folded\n  text\n\n  with an empty line\n    and one further in\n',
  'a block of text': 'name: x\ndescription: |+\n  kept\n\n   lines   \n\n\n',
  'a block with its own indentation': 'name: x\ndescription: |2\n    two spaces are its own\n  less\n',
  'plain text over lines': "name: one\n  two\n\n  three\ndescription: 'it''s\n  single\n\n  quoted'\n",
  comments: 'name: x # not this\n# nor this\ndescription: a#b c\n',
  'unicode': 'name: "Đà Nẵng – дороги – 地雷 – 🕊️"\ndescription: Ünïcode\n',
  'byte order mark and CRLF': '\ufeffname: x\r\ndescription: "a\r\n  b"\r\n',
  'anchors and aliases': 'name: &n x\ndescription: *n\n',
  'flow styles': 'name: {x: 1}\n',
  'keys in quotes, nulls and dates': '"name": x\ndescription: ~\n',
  'a word for no': 'name: no\n',
  'a number for a name': 'name: 010\n',
  'a date for a name': 'name: 2024-01-01\n',
  'not a number': 'name: .nan\n',
  'a key given twice': 'name: x\nname: y\n',
  'tabs': 'name: x\t# a tab\n',
  'explicit keys': '? name\n: x\n',
  'a document mark': '---\nname: x\n',
  'a directive': '%YAML 1.2\n---\nname: x\n',
  'an end mark': 'name: x\ndescription: y\n...\n',
  'a colon at the end of a word': 'name: a:b\ndescription: "http://x.y"\n',
  'escapes': 'name: "\\x41\\u00e9\\U0001F600\\t\\/\\_\\N end"\n',
  'a bad escape': 'name: "\\q"\n',
  'half a surrogate': 'name: "\\ud800"\n',
};

for (const [what, start] of Object.entries(nasty)) {
  test(`YAML with ${what} means the same`, async () => {
    const rest = closedForm().split('\n').filter((text) => !/^(name|description):/.test(text)).join(start.includes('\r\n') ? '\r\n' : '\n');
    const [, head = '', body] = /^(\ufeff?(?:%.*\n)?(?:---\n)?)([^]*)$/.exec(start);
    const ended = body.endsWith('...\n');
    const yaml = ended ? `${head}${rest.replace(/\n*$/, '\n')}${body}` : `${head}${body}${rest}`;
    writeFileSync(join(folder, 'scenarios/nasty.yaml'), yaml);
    const words = ['scenarios/nasty.yaml', '--trajectories', '16', '--json', '--quiet'];
    const { code, stdout, stderr } = await commandLine(['run', ...words], folder);
    const answer = await engine.run({ scenario: { path: 'scenarios/nasty.yaml', yaml }, trajectories: 16 });
    if (code === 0) {
      assertSameText(answer.ok ? answer.json : JSON.stringify(answer.problems), stdout, yaml);
    } else {
      assert.deepEqual(answer.ok || answer.problems.map(line), stderr.split('\n').slice(0, -2));
    }
  });
}

/** Numbers that look like chance, the same in every run. */
function* dice(seed) {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

const insertions = [':', ': ', '[', ']', '{', '}', ',', '- ', '-', "'", '"', '#', ' #', '&a ', '*a', '!t ', '|', '>', '%', '@', '`', '\\', '? ', '\n', '\n  ', '\n- ', '---\n', '...\n', '~', ' ', '  ', '<<: *a\n', 'é', '"x', 'key: v', '- item\n', '\r', '\u0007'];

test('files that were damaged by chance get the same problems', async () => {
  const chance = dice(20241126);
  const roll = (below) => Math.floor(chance.next().value * below);
  const damage = (text) => {
    const at = roll(text.length + 1);
    const lines = text.split('\n');
    const which = roll(lines.length);
    switch (roll(6)) {
      case 0:
        return text.slice(0, at) + text.slice(at + 1 + roll(4));
      case 1:
        lines[which] = ' '.repeat(roll(6)) + lines[which].trimStart();
        return lines.join('\n');
      case 2:
        lines.splice(which, 1, ...(roll(2) ? [] : [lines[which], lines[which]]));
        return lines.join('\n');
      case 3:
        return roll(4) === 0 ? text.slice(0, at) : text;
      default:
        return text.slice(0, at) + insertions[roll(insertions.length)] + text.slice(at);
    }
  };
  const goods = [closedForm(), 'format: 1\nname: y\norigin: 2024\nhorizon: 2060\ntrajectories: 10\nseed: 1\nstates:\n  - code: XXA\n    name: "Example"\n    initial:\n      confirmed_km2: 3\n      suspected_km2: {low: 1, best: 3, high: 8, source: own}\nfunding:\n  recipients:\n    XXA:\n      - {add_musd: 10, from: 2026}\n      - change: +20%\n        from: 2027\ndescription: >\n  folded text\n  of two lines\n'];
  const damaged = join(folder, 'damaged');
  mkdirSync(join(damaged, 'scenarios'), { recursive: true });
  const files = Array.from({ length: 600 }, (_, k) => ({ path: `scenarios/${String(k).padStart(3, '0')}.yaml`, yaml: damage(roll(3) ? damage(goods[k % 2]) : goods[k % 2]) }));
  for (const { path, yaml } of files) writeFileSync(join(damaged, path), yaml);
  const { stdout } = await commandLine(['check', ...files.map((file) => file.path)], damaged);
  const theirs = new Map(files.map((file) => [file.path, []]));
  for (const said of stdout.split('\n')) theirs.get(/^scenarios\/\d+\.yaml/.exec(said)?.[0])?.push(said);
  let bad = 0;
  for (const file of files) {
    const answer = await engine.check(file);
    const ours = answer.ok ? [] : answer.problems.map(line);
    assert.deepEqual(ours, theirs.get(file.path), `${file.path}\n${file.yaml}`);
    if (!answer.ok) bad += 1;
  }
  assert.ok(bad > 200, `only ${bad} files were bad`);
});

test('a parser that stops one character too late does not pass', async () => {
  const { Tokens } = await modules.load('yaml_tokens.ts');
  const original = Tokens.prototype.peek;
  const wrong = (comment) => ({ path: 'scenarios/my.yaml', yaml: `${closedForm()}x: {a: 1 b: 2} # ${comment}\n` });
  const first = await engine.check(wrong('one'));
  assert.deepEqual((await engine.check(wrong('two'))).problems, first.problems);
  Tokens.prototype.peek = function peek() {
    const token = original.call(this);
    return token && { ...token, offset: token.offset + 1 };
  };
  try {
    assert.notDeepEqual((await engine.check(wrong('three'))).problems, first.problems);
  } finally {
    Tokens.prototype.peek = original;
  }
});
