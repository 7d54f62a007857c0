/** Charts as files: a picture with its title, its sentence and its source, in the light colours. */

import { svg } from '../dom';
import { describe } from './figure';
import type { Chart } from './chart';

export type PictureSize = 'wide' | 'post';

const SIZES = { wide: { width: 1600, height: 900 }, post: { width: 1080, height: 1080 } };
/** A drawing is made for a page of this width and then enlarged, so that its labels are large enough. */
const DRAWN_WIDTH = { wide: 800, post: 540 };
const FONT = 'system-ui, "Segoe UI", "Helvetica Neue", "DejaVu Sans", Arial, sans-serif';

let stem = 'minefree';
/** What names of files begin with: that of the scenario. */
export function setFileStem(scenario: string): void {
  stem = `minefree-${scenario}`;
}
export const fileStem = (id: string): string => `${stem}-${id}`;

export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A CSS variable as the light theme resolves it, since a file knows no variables. */
function lightColours(): (text: string) => string {
  const probe = document.createElement('span');
  probe.className = 'light-colours';
  probe.hidden = true;
  document.body.append(probe);
  const known = new Map<string, string>();
  const resolve = (name: string): string => {
    if (!known.has(name)) {
      probe.style.color = `var(${name})`;
      known.set(name, getComputedStyle(probe).color);
    }
    return known.get(name)!;
  };
  return (text) => {
    const resolved = text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(name));
    probe.remove();
    return resolved;
  };
}

/** Lines of at most `width` pixels. */
function broken(text: string, font: string, width: number): string[] {
  const context = document.createElement('canvas').getContext('2d')!;
  context.font = font;
  const lines = [''];
  for (const word of text.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (lines.at(-1) !== '' && context.measureText(longer).width > width) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

/** The whole picture as SVG text. */
export function svgOf(chart: Chart, size: PictureSize): string {
  const { width, height } = SIZES[size];
  const margin = width * 0.045;
  const inner = width - 2 * margin;
  const body = size === 'wide' ? 28 : 30;
  const picture = svg('svg', {
    xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': FONT, role: 'img',
  }, svg('title', {}, chart.title), svg('desc', {}, chart.sentence), svg('rect', { width, height, fill: '#fff' }));

  let y = margin;
  const write = (text: string, points: number, fill: string, weight: number, from: number): number => {
    let at = from;
    for (const line of broken(text, `${weight} ${points}px ${FONT}`, inner)) {
      at += points * 1.3;
      picture.append(svg('text', { x: margin, y: at - points * 0.3, 'font-size': points, 'font-weight': weight, fill }, line));
    }
    return at;
  };
  y = write(chart.title, body * 1.5, 'var(--ink)', 700, y) + body * 0.3;
  y = write(chart.sentence, body, 'var(--ink)', 400, y) + body * 0.8;
  const footLines = broken(chart.foot, `400 ${body * 0.66}px ${FONT}`, inner).length;
  const footTop = height - margin * 0.7 - footLines * body * 0.66 * 1.3;
  write(chart.foot, body * 0.66, 'var(--soft)', 400, footTop);

  const scale = inner / DRAWN_WIDTH[size];
  const room = footTop - y - body * 0.6;
  const drawing = chart.draw(DRAWN_WIDTH[size], room / scale);
  describe(drawing, chart);
  const drawnHeight = Number(drawing.getAttribute('height'));
  const fit = Math.min(scale, room / drawnHeight);
  drawing.removeAttribute('class');
  drawing.removeAttribute('style');
  drawing.removeAttribute('role');
  drawing.removeAttribute('aria-label');
  drawing.setAttribute('overflow', 'visible');
  drawing.setAttribute('font-family', FONT);
  drawing.setAttribute('fill', 'currentColor');
  picture.append(svg('g', {
    transform: `translate(${margin + (inner - fit * DRAWN_WIDTH[size]) / 2} ${y}) scale(${fit})`, color: 'var(--ink)',
  }, drawing));
  return lightColours()(new XMLSerializer().serializeToString(picture));
}

export async function pngOf(chart: Chart, size: PictureSize): Promise<Blob> {
  const { width, height } = SIZES[size];
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(chart, size))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')!.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the browser made no picture'))), 'image/png');
  });
}
