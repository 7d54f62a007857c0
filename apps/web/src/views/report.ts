/** The results as one HTML file: sentence, charts with their tables, and what they are made of. Nothing is loaded by it. */

import type { App } from '../app';
import { allStates, sortedStates } from '../charts/all_states';
import type { Chart } from '../charts/chart';
import { completionDate } from '../charts/completion_date';
import { download, fileStem, svgOf } from '../charts/export';
import { tableElement } from '../charts/figure';
import { landFlows } from '../charts/land_flows';
import { remaining } from '../charts/remaining';
import { statesComplete } from '../charts/states_complete';
import { el } from '../dom';
import { reproduceCommand, scenarioFile } from '../state/request';
import { nameOf, text } from '../text';
import { badge } from './badge';
import { comparisonSentence, furtherSentence, mainSentence } from './headline';
import { factList } from './state_facts';

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.9rem;line-height:1.25}h2{margin-top:2.5rem;break-after:avoid}svg{width:100%;height:auto;border:1px solid #e3e5e8}
table{border-collapse:collapse;font-size:.85rem}caption{text-align:left;font-weight:600}th,td{padding:.15rem .6rem .15rem 0;text-align:left;border-bottom:1px solid #e3e5e8}
.number{text-align:right;font-variant-numeric:tabular-nums}pre{background:#f3f4f6;padding:1rem;white-space:pre-wrap;overflow-wrap:anywhere}.badge,.foot{color:#5f6368}
dl{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:.8rem}dt{font-weight:600}dd{margin:0}.state{break-before:page}
@media print{body{margin:0;max-width:none}details{display:none}}`;

export async function saveReport(app: App): Promise<void> {
  const { shown } = app;
  if (!shown) return;
  const { summary, name, by } = shown;
  const t = text();
  const exact = badge();
  exact.update(shown);
  const told = summary.provenance;
  const history = app.live ? await app.live.history(scenarioFile(app.state)) : null;
  const rows = history?.ok ? history.value : null;
  const section = (chart: Chart): HTMLElement => {
    const place = el('div');
    place.innerHTML = svgOf(chart, 'wide');
    return el('div', {}, place, el('details', {}, el('summary', {}, t.figure.table), tableElement(chart.table(), chart.title)));
  };
  const states = sortedStates(summary, by).map(({ state }) => el('section', { class: 'state' }, el('h2', {}, nameOf(state)), factList(shown, state),
    ...[remaining(summary, state, name, by, rows), completionDate(summary, state, name), landFlows(summary, state, name)].map(section)));
  const refused = summary.states.filter((state) => !state.estimable && state.status !== 'declared');
  const compared = comparisonSentence(shown);
  const body = el('main', {}, el('h1', {}, mainSentence(shown)), el('p', {}, furtherSentence(shown)), compared ? el('p', {}, compared) : '', exact.root,
    el('p', {}, t.footer.limits),
    section(allStates(summary, name, by, { linkTo: () => '' })), section(statesComplete(summary, name, by)),
    refused.length > 0 ? el('section', {}, el('h2', {}, t.refused.title(refused.length)), el('p', {}, t.refused.sentence),
      el('ul', {}, refused.map((state) => el('li', {}, `${nameOf(state)}: ${state.reasons[0] ?? ''}`)))) : '',
    ...states, el('h2', {}, t.share.reproduce), el('pre', {}, reproduceCommand({ ...app.state, view: 'world' }, told.trajectories, told.seed).command),
    el('p', {}, `data ${told.data_sha256}, scenario ${told.scenario_sha256}`));
  for (const link of body.querySelectorAll('svg a')) link.removeAttribute('href');
  const html = `<!doctype html>\n<html lang="${app.state.language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`
    + `<title>${escaped(t.share.reportTitle(name))}</title><style>${STYLE}</style></head><body>${body.outerHTML}</body></html>\n`;
  download(`${fileStem('report')}.html`, new Blob([html], { type: 'text/html' }));
}

const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
