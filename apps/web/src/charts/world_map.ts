/** A map of the answer in words: likely, possible, unlikely, or not known. Loaded when it is first looked at. */

import { geoEqualEarth, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-110m.json';
import { svg } from '../dom';
import type { Summary, SummaryState } from '../engine';
import { nameOf, text } from '../text';
import { percent } from '../words';
import { shareBy, type Linked } from './all_states';
import type { Cell, Chart } from './chart';
import { sourceOf } from './source';
import { numericCodes } from './numeric_codes';

type Category = 'likely' | 'possible' | 'unlikely' | 'unknown';
export const CATEGORIES: Category[] = ['likely', 'possible', 'unlikely', 'unknown'];

/** Across, on the drawing; smaller ones get a dot. */
const SMALL = 9;
const WIDTH = 960;
const HEIGHT = 452;

const topology = atlas as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = feature(topology, topology.objects.countries).features.filter((country) => country.properties.name !== 'Antarctica');
const projection = geoEqualEarth().fitExtent([[4, 4], [WIDTH - 4, HEIGHT - 4]], { type: 'FeatureCollection', features: countries });
const pathOf = geoPath(projection);
const shapes = countries.map((country) => ({
  key: country.properties.name === 'Kosovo' ? 'XKX' : String(country.id ?? ''),
  path: pathOf(country as GeoPermissibleObjects) ?? '',
  bounds: pathOf.bounds(country as GeoPermissibleObjects),
}));

function categoryOf(state: SummaryState, by: number, trajectories: number): Category {
  if (!state.estimable) return 'unknown';
  const share = shareBy(state, by, trajectories);
  return share >= 2 / 3 ? 'likely' : share >= 1 / 3 ? 'possible' : 'unlikely';
}

function patterns(): SVGDefsElement {
  const pattern = (id: string, size: number, ...parts: SVGElement[]): SVGElement =>
    svg('pattern', { id, width: size, height: size, patternUnits: 'userSpaceOnUse', patternTransform: id === 'map-unknown' ? 'rotate(45)' : null }, ...parts);
  return svg('defs', {},
    pattern('map-likely', 6, svg('rect', { width: 6, height: 6, fill: 'var(--map-likely)' }), svg('circle', { cx: 3, cy: 3, r: 0.9, fill: 'var(--map-dots)' })),
    pattern('map-unknown', 5, svg('rect', { width: 5, height: 5, fill: 'var(--paper)' }), svg('rect', { width: 1.3, height: 5, fill: 'var(--ink)' })));
}

export const FILLS: Record<Category, string> = {
  likely: 'url(#map-likely)', possible: 'var(--map-possible)', unlikely: 'var(--map-unlikely)', unknown: 'url(#map-unknown)',
};

export function worldMap(summary: Summary, name: string, by: number, links: Linked): Chart {
  const t = text().map;
  const { trajectories } = summary.provenance;
  const rows = summary.states.filter((state) => state.status !== 'declared')
    .map((state) => ({ state, category: categoryOf(state, by, trajectories), share: state.estimable ? shareBy(state, by, trajectories) : null }));
  const number = (category: Category): number => rows.filter((row) => row.category === category).length;
  const label = (row: (typeof rows)[number]): string => (row.share === null ? t.unknownState(nameOf(row.state)) : t.state(nameOf(row.state), percent(row.share), by));
  return {
    id: 'map',
    title: t.title(by),
    sentence: t.sentence(rows.length, by, number('likely'), number('possible'), number('unlikely'), number('unknown')),
    foot: `${sourceOf(summary, name)} ${t.shapes}`,
    draw(width) {
      const keyColumns = width < 600 ? 1 : width < 900 ? 2 : 3;
      const keyHeight = Math.ceil((CATEGORIES.length + 1) / keyColumns) * 26 + 6;
      const mapHeight = (width * HEIGHT) / WIDTH;
      const picture = svg('svg', { width, height: mapHeight + keyHeight, viewBox: `0 0 ${width} ${mapHeight + keyHeight}`, class: 'map', 'font-size': 13, role: 'group', 'aria-label': t.title(by) }, patterns());
      const land = svg('g', { transform: `scale(${width / WIDTH})` });
      const byShape = new Map(rows.map((row) => [numericCodes[row.state.code] ?? row.state.code, row]));
      for (const shape of shapes) {
        if (!byShape.has(shape.key)) land.append(svg('path', { d: shape.path, fill: 'var(--land)', stroke: 'var(--line)', 'stroke-width': 0.5 }));
      }
      for (const shape of shapes) {
        const row = byShape.get(shape.key);
        if (!row) continue;
        const [[x0, y0], [x1, y1]] = shape.bounds;
        const link = svg('a', { href: links.linkTo(row.state.code), 'aria-label': label(row) }, svg('title', {}, label(row)),
          svg('path', { d: shape.path, fill: FILLS[row.category], stroke: 'var(--ink)', 'stroke-width': 0.6 }));
        if (Math.max(x1 - x0, y1 - y0) < SMALL) {
          link.append(svg('circle', { cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, r: 4.5, fill: FILLS[row.category], stroke: 'var(--ink)' }));
        }
        land.append(link);
      }
      picture.append(land);
      const key: { fill: string; words: string }[] = [
        ...CATEGORIES.map((category) => ({ fill: FILLS[category], words: `${t.categories[category]} (${number(category)})` })),
        { fill: 'var(--land)', words: t.other },
      ];
      key.forEach(({ fill, words }, i) => {
        const x = (i % keyColumns) * (width / keyColumns);
        const y = mapHeight + 6 + Math.floor(i / keyColumns) * 26;
        picture.append(svg('rect', { x: x + 1, y, width: 26, height: 17, fill, stroke: 'var(--ink)', 'stroke-width': 0.7 }),
          svg('text', { x: x + 35, y: y + 13, fill: 'var(--ink)' }, words));
      });
      return picture;
    },
    table: () => ({
      columns: [
        { name: 'state', label: text().columns.state },
        { name: 'code', label: text().columns.code },
        { name: 'category', label: text().columns.category },
        { name: `by_${by}`, label: text().columns.byEnd(by), write: percent },
      ],
      rows: rows.map((row): Cell[] => [nameOf(row.state), row.state.code, t.words[row.category], row.share]),
    }),
  };
}
