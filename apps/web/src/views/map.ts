/** The world map. Its shapes are fetched when it is first looked at. */

import type { App } from '../app';
import { figure } from '../charts/figure';
import { el, setText } from '../dom';
import type { Shown } from '../shown';
import { linkTo } from '../state/hash';
import { badge } from './badge';
import { mainSentence } from './headline';
import { yearChoice, type View } from './view';

export function mapView(app: App): View {
  const headline = el('h1');
  const exact = badge();
  const years = yearChoice(app);
  const map = figure(2);
  const root = el('div', {}, el('div', { class: 'hero' }, headline, exact.root, years.root), map.root);
  let newest: Shown | null = null;
  const drawn = import('../charts/world_map');
  return {
    root,
    update(shown: Shown) {
      newest = shown;
      setText(headline, mainSentence(shown));
      exact.update(shown);
      years.update(shown);
      void drawn.then(({ worldMap }) => {
        if (newest !== shown) return;
        map.show(worldMap(shown.summary, shown.name, shown.by, { linkTo: (state) => linkTo(app.state, { view: 'state', state }) }));
        document.documentElement.dataset['map'] = 'drawn';
      });
    },
  };
}
