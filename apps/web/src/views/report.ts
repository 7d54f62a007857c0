/** The results as the one HTML file that `minefree report` writes: the same engine, the same bytes. */

import type { App } from '../app';
import { download, fileStem } from '../charts/export';
import { runRequest } from '../state/request';

export async function saveReport(app: App): Promise<void> {
  const trajectories = app.shown?.summary.provenance.trajectories ?? app.state.trajectories;
  const answer = await app.live?.report(runRequest(app.state, trajectories));
  if (answer?.ok) download(`${fileStem('report')}.html`, new Blob([answer.value], { type: 'text/html' }));
}
