/** What the parts of a chart are, written into it where it is mostly empty: at the upper right. */

import * as Plot from '@observablehq/plot';
import { text } from '../text';
import { BLUE, INK, onLines, PALE, SKY, SOFT } from './style';

export interface KeyEntry { words: string; sign: string; colour: string }

/** Lines of a key, the first `dy` pixels below the frame's upper edge. */
export function keyMarks(entries: KeyEntry[], dy: number, fontSize = 13): Plot.Markish[] {
  return entries.flatMap(({ words, sign, colour }, i) => {
    const at = { frameAnchor: 'top-right', dy: dy + i * (fontSize + 4), textAnchor: 'end', fontSize } as const;
    return [
      Plot.text([0], { ...at, dx: -18, text: () => words, fill: INK, ...onLines }),
      Plot.text([0], { ...at, dx: -2, text: () => sign, fill: colour, stroke: colour === PALE ? SOFT : 'none', strokeWidth: 0.5 }),
    ];
  });
}

export function fanKey(width: number, reported: boolean, middleHalf = true): Plot.Markish[] {
  const t = text().fan;
  return keyMarks([
    ...(reported ? [{ words: t.reported, sign: '●', colour: INK }] : []),
    { words: t.median, sign: '▬', colour: BLUE },
    ...(middleHalf ? [{ words: t.middle, sign: '■', colour: SKY }] : []),
    { words: t.most, sign: '■', colour: PALE },
  ], 6, width < 420 ? 11 : 13);
}
