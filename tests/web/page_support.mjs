// What the tests of the page share: the built page behind a small server, a headless Chromium, and the program to hold it against.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
/** Packages are those of apps/web. */
export const packages = createRequire(join(root, 'apps/web/package.json'));
const { chromium } = packages('playwright-core');

const page = process.env.MINEFREE_PAGE ?? join(root, 'build/web');
const program = process.env.MINEFREE_PROGRAM ?? join(root, 'build/release/minefree');
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.wasm': 'application/wasm' };

/** The output of the command line. Commands that end with another exit code give it all the same. */
export function minefree(...options) {
  try {
    return execFileSync(program, options, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
  } catch (error) {
    return error.stdout + error.stderr;
  }
}

/** Serves the built page in a sub-folder, as a static host would. */
export async function serve() {
  if (!existsSync(join(page, 'index.html'))) throw new Error(`${page} holds no page; ./dev web --build-only makes it`);
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(/^\/sub\//, '/');
    const file = join(page, path.endsWith('/') ? `${path}index.html` : path);
    if (!file.startsWith(page) || !existsSync(file) || !request.url.startsWith('/sub/')) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}/sub/`, close: () => server.close() };
}

export function launch() {
  const found = [process.env.MINEFREE_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path && existsSync(path));
  if (!found) throw new Error('there is no Chromium; apt-get install chromium');
  return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb'] });
}

/** Serves the page and starts Chromium before the tests of a file, and ends both after them. */
export function visit({ before, after }) {
  const visited = {};
  before(async () => {
    visited.server = await serve();
    visited.browser = await launch();
  });
  after(async () => {
    await visited.browser?.close();
    visited.server?.close();
  });
  return visited;
}

/** All requests of all pages that were opened here, and what their consoles complained of. */
export const seen = { requests: [], complaints: [] };

/** A page with the engine running, or with what the build brought along where `engine` is false. */
export async function open(browser, address, hash = '', { width = 1280, height = 800, scheme = 'light', engine = true, context: given } = {}) {
  const context = given ?? await browser.newContext({ viewport: { width, height }, colorScheme: scheme, acceptDownloads: true, locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] });
  const opened = await context.newPage();
  opened.on('request', (request) => seen.requests.push(request.url()));
  opened.on('pageerror', (error) => seen.complaints.push(String(error)));
  opened.on('console', (message) => { if (message.type() === 'error') seen.complaints.push(message.text()); });
  await opened.goto(address + hash);
  // One font for all machines, so that pictures can be compared.
  await opened.addStyleTag({ content: ':root { --text: "DejaVu Sans"; --mono: "DejaVu Sans Mono"; }' });
  if (engine) await settled(opened);
  return opened;
}

/** Waits until the engine has answered in full to what is chosen. */
export async function settled(opened) {
  await opened.waitForFunction(() => document.documentElement.dataset.engine === 'ready', null, { timeout: 30_000 });
  await opened.waitForFunction(() => window.minefree.shown && window.minefree.isSettled(), null, { timeout: 60_000 });
}

/** The results on the page, as the engine gave them. */
export const summaryOf = (opened) => opened.evaluate(() => window.minefree.shown.summary);
export const h1 = (opened) => opened.locator('main h1').innerText();

/** The page and the program may be built a commit apart while one works on them. */
export const withoutCommit = (json) => json.replace(/"commit": ?"[^"]*"/g, '"commit":""');
export const sameCommit = (told) => JSON.parse(withoutCommit(JSON.stringify(told)));

/** The texts of an archive by their names, as another program than the page reads them. */
export function unzipped(archive) {
  const read = 'import json, sys, zipfile\nwith zipfile.ZipFile(sys.argv[1]) as z:\n  assert z.testzip() is None\n  json.dump({n: z.read(n).decode() for n in z.namelist()}, sys.stdout)';
  return JSON.parse(execFileSync('python3', ['-c', read, archive], { encoding: 'utf8', maxBuffer: 1 << 28 }));
}

/** What a button lets the browser save. */
export async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

/** Puts a text in the place of what the editor of the scenario holds. */
export async function write(page, text) {
  const editor = page.getByRole('textbox', { name: 'Scenario in YAML' });
  await editor.waitFor();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await page.keyboard.insertText(text);
}
