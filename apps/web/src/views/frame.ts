/** The frame of the page: name, views, language, colours, link; the levers; the view; problems; the foot. */

import type { App, Redraw } from '../app';
import { el, setLink, setText } from '../dom';
import { linkTo } from '../state/hash';
import { VIEWS, type View as ViewName } from '../state/page_state';
import { setLanguage, text } from '../text';
import { compareView } from './compare';
import { editorView } from './editor';
import { mainSentence } from './headline';
import { leverPanel, type Panel } from './levers';
import { FIXED, keepLinksCurrent } from './links';
import { mapView } from './map';
import { notices, type Notices } from './notices';
import { copy, linkOf, shareView } from './share';
import { stateView } from './state';
import type { View } from './view';
import { worldView } from './world';

const makers: Record<ViewName, (app: App) => View> = {
  world: worldView, map: mapView, state: stateView, compare: compareView, scenario: editorView, share: shareView,
};

export interface Frame {
  draw(what: Redraw): void;
}

export function makeFrame(root: HTMLElement, app: () => App): Frame {
  keepLinksCurrent(root, app);
  let view: View | null = null;
  let built = '';
  let panel: Panel | null = null;
  let parts: { main: HTMLElement; notices: Notices; nav: Map<ViewName, HTMLAnchorElement>; version: HTMLElement; spoken: HTMLElement; language: HTMLElement } | null = null;

  const build = (): void => {
    const t = text();
    const nav = new Map(VIEWS.map((name) => [name, el('a', {}, t.nav[name])]));
    const link = el('button', { type: 'button', class: 'link-button', onclick: () => void linkOf(app()).then((address) => copy(address, link)) }, t.copyLink);
    const language = el('button', { type: 'button', lang: app().state.language === 'en' ? 'fr' : 'en', onclick: () => switchLanguage() }, app().state.language === 'en' ? 'Français' : 'English');
    const main = el('main', { id: 'answer', tabindex: -1 });
    const told = notices(app);
    const version = el('span');
    const spoken = el('p', { class: 'unseen', role: 'status' });
    panel = leverPanel(app());
    root.replaceChildren(
      el('a', { class: 'skip', href: '#answer', [FIXED]: true, onclick: (event: Event) => { event.preventDefault(); main.focus(); } }, t.skip),
      el('header', {}, el('div', { class: 'site' }, el('p', { class: 'name' }, t.site.name), el('p', { class: 'question' }, t.site.question)),
        el('div', { class: 'site-tools' }, link, language, themeChoice())),
      el('nav', { 'aria-label': t.nav.label }, el('ul', {}, [...nav.values()].map((a) => el('li', {}, a)))),
      el('div', { class: 'columns' }, el('aside', { 'aria-label': t.levers.panel }, panel.root), el('div', { class: 'content' }, told.root, spoken, main)),
      el('footer', {}, el('p', {}, t.footer.what), el('p', {}, t.footer.limits), el('p', {}, version)));
    parts = { main, notices: told, nav, version, spoken, language };
  };

  const switchLanguage = (): void => {
    app().change({ language: app().state.language === 'en' ? 'fr' : 'en' }, 'replace');
    // The page was built anew, and with it the button that had the focus.
    parts!.language.focus();
  };

  const draw = (what: Redraw): void => {
    const { state, shown } = app();
    setLanguage(state.language);
    const fresh = !parts || built.split(' ')[0] !== state.language;
    if (fresh) build();
    const { main, nav, version } = parts!;
    for (const [name, a] of nav) {
      setLink(a, linkTo(state, { view: name }));
      if (name === state.view) a.setAttribute('aria-current', 'page');
      else a.removeAttribute('aria-current');
    }
    panel!.update();
    const key = `${state.language} ${state.view}`;
    const rebuilt = !view || key !== built || fresh;
    if (rebuilt) {
      const moved = built !== '' && built.split(' ')[1] !== state.view;
      built = key;
      view = makers[state.view](app());
      main.replaceChildren();
      if (moved) {
        window.scrollTo(0, 0);
        // Whoever followed a link of the view that is gone goes on in the new one.
        if (document.activeElement === document.body) main.focus({ preventScroll: true });
      }
    } else if (what === 'view' && state.view === 'state') window.scrollTo(0, 0);
    parts!.notices.update();
    main.classList.toggle('stale', app().late);
    if (what === 'frame' && !rebuilt) {
      view!.early?.();
      return;
    }
    if (shown || view!.early) {
      if (!view!.root.isConnected) main.replaceChildren(view!.root);
      if (!shown) view!.early!();
    } else main.replaceChildren(isWaiting(app()) ? el('p', { class: 'loading' }, app().engineIs === 'coming' ? text().loading : text().computing) : '');
    if (!shown) return;
    view!.update(shown);
    // A screen reader hears the answer once all futures are there, not each sketch.
    if (!shown.busy && !shown.stale) setText(parts!.spoken, mainSentence(shown));
    setText(version, text().footer.version(shown.summary.provenance.version, shown.summary.provenance.commit));
  };

  return { draw };
}

const isWaiting = ({ problems, trouble, state }: App): boolean => problems.length === 0 && trouble === null && state.unreadable === null;

/** Light, dark, or like the device; kept by this browser. */
function themeChoice(): HTMLElement {
  const t = text().theme;
  const select = el('select', { 'aria-label': t.label, onchange: () => apply(select.value) },
    (['auto', 'light', 'dark'] as const).map((name) => el('option', { value: name }, t[name])));
  const apply = (name: string): void => {
    document.documentElement.dataset['colours'] = name;
    try {
      localStorage.setItem('minefree-colours', name);
    } catch {
      // Without storage the choice holds until the page is left.
    }
  };
  try {
    select.value = localStorage.getItem('minefree-colours') ?? 'auto';
  } catch {
    select.value = 'auto';
  }
  if (select.value === '') select.value = 'auto';
  apply(select.value);
  return select;
}
