/** What all charts share. Colours are those of styles/tokens.css, by name. */

import * as Plot from '@observablehq/plot';

export const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const LINE = 'var(--line)';
export const PAPER = 'var(--paper)';
/** Median and main line. */
export const BLUE = 'var(--blue)';
/** Middle half of futures. */
export const SKY = 'var(--sky)';
/** Nine of ten futures. */
export const PALE = 'var(--pale)';
export const VERMILLION = 'var(--vermillion)';
/** For words, which need more contrast than lines. */
export const VERMILLION_TEXT = 'var(--vermillion-text)';

/** A plot with quiet axes; `options` are those of Plot. */
export function plot(width: number, height: number, options: Plot.PlotOptions): SVGSVGElement {
  return Plot.plot({
    width,
    height,
    marginTop: 26,
    marginRight: 14,
    marginBottom: 26,
    marginLeft: 46,
    style: { fontSize: '13px', fontFamily: 'inherit', background: 'none', color: INK, overflow: 'visible' },
    ...options,
  }) as SVGSVGElement;
}

/** As wide as a phone, charts are nearly as high as wide. */
export function heightFor(width: number, height?: number): number {
  return height ?? Math.round(Math.min(380, Math.max(240, width * 0.52)));
}

export const yearTicks = (width: number): number => Math.max(3, Math.floor(width / 90));

export const wholeYear = (year: number): string => String(year);

/** Text with a seam of paper around it, so that it can stand on lines. */
export const onLines = { stroke: PAPER, strokeWidth: 5, paintOrder: 'stroke' } as const;
