import './styles/tokens.css';
import './styles/page.css';
import './styles/charts.css';
import './styles/print.css';
import { App } from './app';
import type { Summary } from './engine';
import { stateFrom } from './state/hash';
import { keepPlaces } from './places';
import type { Language } from './state/page_state';
import { makeFrame } from './views/frame';

const preferred: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';

/** Today's course as the command line printed it when the page was built, so that there is something to read at once. */
async function firstView(): Promise<Summary | null> {
  try {
    const answer = await fetch('data/first-view.json');
    return answer.ok ? ((await answer.json()) as Summary) : null;
  } catch {
    return null;
  }
}

/** Keeps the files of the page in the browser, so that it opens again without a network. */
function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !isSecureContext) return;
  navigator.serviceWorker.register('sw.js').catch(() => {
    // A browser that keeps nothing needs the network again.
  });
}

async function startFor(app: App): Promise<void> {
  try {
    const { startEngine } = await import('./engine');
    const workers = Number(new URLSearchParams(location.search).get('workers'));
    app.start(await startEngine(workers > 0 && workers <= 16 ? { workers } : {}));
    document.documentElement.dataset['engine'] = 'ready';
    keepForOffline();
  } catch (error) {
    app.withoutEngine(error instanceof Error ? error.message : String(error));
  }
}

async function begin(): Promise<void> {
  const [state, summary] = await Promise.all([stateFrom(location.hash, preferred, null), firstView()]);
  const frame = makeFrame(document.getElementById('page')!, () => app);
  const app: App = new App(state, summary, (what) => frame.draw(what), () => void startFor(app));
  Object.assign(window, { minefree: app });
  const follow = keepPlaces((hash) => app.follow(hash, preferred));
  addEventListener('hashchange', () => void follow());
  frame.draw('view');
  app.begin();
  if (app.shown) requestAnimationFrame(() => performance.mark('first-view'));
}

void begin();
