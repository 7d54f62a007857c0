// The lines of `minefree history` as values.

import type { HistoryRow } from './results';

/** The cells of a CSV text, row by row (RFC 4180). */
function cells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, value = '', end] = cell.exec(text)!;
    row.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export function historyRows(csv: string): HistoryRow[] {
  const [names = [], ...rows] = cells(csv);
  const place = (name: string): number => names.indexOf(name);
  const number = (text: string | undefined): number | null => (text ? Number(text) : null);
  return rows.map((row) => ({
    state: row[place('state')] ?? '',
    year: number(row[place('year')]),
    variable: row[place('variable')] ?? '',
    value: row[place('value')] ?? '',
    unit: row[place('unit')] ?? '',
    source: row[place('source')] ?? '',
    published: number(row[place('published')]),
  }));
}
