/** Numbers in words and digits, as the command line's tables write them (engine/minefree/report/words.cpp). */

import { language, text } from './text';

/** Rounds ties to even, as the tables of the command line do. */
export function rounded(value: number, digits: number): string {
  const scaled = Math.abs(value) * 10 ** digits;
  const below = Math.floor(scaled);
  const tie = scaled - below === 0.5 && below % 2 === 0;
  const fixed = tie ? (below / 10 ** digits).toFixed(digits) : Math.abs(value).toFixed(digits);
  const [whole, rest] = fixed.split('.');
  const thousands = language() === 'fr' ? '\u202f' : ',';
  const point = language() === 'fr' ? ',' : '.';
  const grouped = whole!.length > 3 ? whole!.replace(/\B(?=(\d{3})+$)/g, thousands) : whole!;
  const isZero = Number(fixed) === 0;
  return (value < 0 && !isZero ? '−' : '') + grouped + (rest ? point + rest : '');
}

export const count = (value: number): string => rounded(value, 0);

/** A number on an axis: 50, 2.5, 0.002; without zeros that tell nothing. */
export function tick(value: number): string {
  const digits = Number.isInteger(value) ? 0 : Math.min(6, (String(Number(value.toPrecision(6))).split('.')[1] ?? '').length);
  return rounded(value, digits);
}

/** 12.3, 0.51, 0.010, 823. */
export function area(km2: number): string {
  const size = Math.abs(km2);
  if (size >= 100) return rounded(km2, 0);
  if (size >= 9.995) return rounded(km2, 1);
  if (size >= 0.0995) return rounded(km2, 2);
  return km2 === 0 ? '0' : rounded(km2, 3);
}

export function money(musd: number): string {
  const size = Math.abs(musd);
  if (size >= 99.95) return rounded(musd, 0);
  if (size >= 9.995) return rounded(musd, 1);
  return musd === 0 ? '0' : rounded(musd, 2);
}

/** People, to two or three digits. */
export function people(value: number): string {
  if (value < 1000) return rounded(value, 0);
  const unit = 10 ** (Math.floor(Math.log10(value)) - 2);
  return rounded(Math.round(value / unit) * unit, 0);
}

/** '17 %', '<1 %', '>99 %'; a narrow line never breaks before the sign. */
export function percent(share: number): string {
  if (share <= 0) return '0\u00a0%';
  if (share >= 1) return '100\u00a0%';
  if (share < 0.01) return '<1\u00a0%';
  if (share > 0.99) return '>99\u00a0%';
  return `${rounded(100 * share, 0)}\u00a0%`;
}

/** '3 of 10', and '7 of 100' where ten are too coarse. */
export function inTen(share: number): string {
  const t = text().words;
  if (share <= 0) return t.none;
  if (share >= 1) return t.all;
  if (share < 0.01) return t.fewerThanOneInHundred;
  if (share > 0.99) return t.moreThan99InHundred;
  const tenths = share * 10;
  if (share >= 0.08 && share <= 0.92 && Math.abs(tenths - Math.round(tenths)) <= 0.2) return t.of(Math.round(tenths), 10);
  return t.of(Math.round(share * 100), 100);
}

/** The year in which a date lies; the very end of 2029, 2030.0, still is in 2029. */
export function calendarYear(decimal: number): number {
  return Math.ceil(decimal) - 1;
}

/** '2036', or '>2060' for what is not within the horizon. */
export function yearOf(decimal: number | null, horizon: number): string {
  return decimal === null ? `>${horizon}` : String(calendarYear(decimal));
}

/** In a sentence: '2036', or 'after 2060'. */
export function yearInWords(decimal: number | null, horizon: number): string {
  return decimal === null ? text().words.after(horizon) : String(calendarYear(decimal));
}

/** '2030-03-01' as '1 March 2030'. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return text().words.day(date!, month!, year!);
}

/** '2030-03-01' as the decimal year at the end of the day. */
export function decimalOf(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return year + (month - 1) / 12 + date / new Date(year, month, 0).getDate() / 12;
}

/** Years gained or lost in a table: '2.4'. */
export const years = (value: number): string => rounded(value, 1);

/** In a sentence: '2.4 years', 'about a month'. Medians are whole months. */
export function yearsInWords(value: number): string {
  const t = text().words;
  const months = value * 12;
  return months < 0.5 ? t.lessThanAMonth : months < 1.5 ? t.aboutAMonth : t.years(rounded(value, 1));
}

/** '+0.36', '−7', '0', with as many digits as tell. */
export function signed(value: number): string {
  if (value === 0) return '0';
  const digits = Math.abs(value) >= 9.5 ? 0 : Math.abs(value) >= 0.095 ? 1 : 2;
  const said = rounded(value, digits);
  return value > 0 ? `+${said}` : said;
}

/** A straight line's year: '2424', '>2999', 'never' where nothing was released, or a dash. */
export function lineYear(decimal: number | null, releaseKm2: number | null, leftKm2: number | null): string {
  if (decimal === null) return releaseKm2 === 0 && (leftKm2 ?? 0) > 0 ? text().words.never : '–';
  return decimal > 2999 ? '>2999' : String(calendarYear(decimal));
}
