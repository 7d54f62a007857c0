/** A chart with the sentence and the table that say the same. */

export type Cell = string | number | null;

export interface Column {
  /** In CSV: small letters, with the unit. */
  name: string;
  label: string;
  /** A number as the page writes it; absent for text. */
  write?: (value: number) => string;
  /** Of the cells, where it is not that of the page. */
  lang?: string;
}

export interface Table {
  columns: Column[];
  rows: Cell[][];
}

export interface Chart {
  /** Part of the names of files. */
  id: string;
  title: string;
  sentence: string;
  /** Where the numbers come from, and what a reader must know. */
  foot: string;
  /** What one can do with the chart on the page; not on a picture. */
  hint?: string;
  /** The chart, `width` CSS pixels wide; of about `height` where it is free to choose. Colours are CSS variables. */
  draw(width: number, height?: number): SVGSVGElement;
  table(): Table;
}

export function cellText(column: Column, value: Cell): string {
  if (value === null) return '–';
  return typeof value === 'number' && column.write ? column.write(value) : String(value);
}

/** The table as CSV, numbers in full. */
export function csvOf(table: Table): string {
  const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  const lines = [table.columns.map((column) => column.name), ...table.rows.map((row) => row.map((cell) => String(cell ?? '')))];
  return `${lines.map((line) => line.map(quoted).join(',')).join('\n')}\n`;
}
