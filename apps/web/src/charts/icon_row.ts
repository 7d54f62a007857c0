/** Ten futures as ten signs: those in which a state is complete are filled. */

import { svg } from '../dom';

const STEP = 40;

/** `share` of futures; the tenth that is reached only in part is filled in part. */
export function iconRow(share: number, label: string): SVGSVGElement {
  const picture = svg('svg', { class: 'icon-row', viewBox: `0 0 ${10 * STEP} 44`, role: 'img', 'aria-label': label });
  for (let i = 0; i < 10; i++) {
    const part = Math.min(1, Math.max(0, share * 10 - i));
    const x = i * STEP + 4;
    picture.append(
      svg('rect', { x, y: 4, width: 32, height: 36, rx: 6, fill: 'var(--paper)', stroke: 'var(--soft)', 'stroke-width': 1.5 }),
      part > 0 ? svg('rect', { x, y: 4 + 36 * (1 - part), width: 32, height: 36 * part, rx: part === 1 ? 6 : 2, fill: 'var(--blue)' }) : svg('g'),
      part === 1 ? svg('path', { d: `M${x + 8} 23l6 6 11-13`, fill: 'none', stroke: 'var(--paper)', 'stroke-width': 3, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }) : svg('g'),
    );
  }
  return picture;
}
