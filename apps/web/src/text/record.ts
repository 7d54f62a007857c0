/** Texts of the record, of scenarios and of the engine, which are English, in the language of the page. */

import { el } from '../dom';
import { language } from './index';
import { formsFr, kindsFr, recordFr, sectionsFr, valuesFr } from './record_fr';

/** A text in the language that it could be had in. */
export interface Told { words: string; lang: 'en' | 'fr' }

type Form = [RegExp, (...parts: string[]) => string];

function formed(forms: Form[], text: string): string | null {
  for (const [pattern, say] of forms) {
    const found = pattern.exec(text);
    if (found) return say(...found.slice(1), text);
  }
  return null;
}

const inEnglish = (text: string): Told => ({ words: text.replace(/\bkm2\b/g, 'km²'), lang: 'en' });
const told = (text: string, french: (text: string) => string | null | undefined): Told => {
  const words = language() === 'fr' ? french(text) : null;
  return words === null || words === undefined ? inEnglish(text) : { words, lang: 'fr' };
};

/** Why there is no date, or what a result supposes. */
export const recordTold = (text: string): Told => told(text, (english) => recordFr[english] ?? formed(formsFr, english));
export const sectionTold = (text: string): Told => told(text, (english) => sectionsFr[english]);
export const kindTold = (text: string): Told => told(text, (english) => kindsFr[english]);

/** A value of a scenario, as `minefree compare` tells it: '+20% from 2026 to 2030'. */
export const valueTold = (text: string): Told => told(text, (english) => {
  const [, value, from, to] = /^(.*?)(?: from (\d{4}))?(?: to (\d{4}))?$/.exec(english)!;
  const words = recordFr[value!] ?? formed(valuesFr, value!);
  if (words === null || words === undefined) return null;
  return words + (from ? (to ? ` de ${from} à ${to}` : ` dès ${from}`) : to ? ` jusqu’en ${to}` : '');
});

/** The text, marked with its language where that is not the page's. */
export function toldElement<K extends keyof HTMLElementTagNameMap>(tag: K, { words, lang }: Told): HTMLElementTagNameMap[K] {
  return el(tag, lang === language() ? {} : { lang }, words);
}

/** The same inside a sentence of the page: in quotation marks where it is not in the page's language. */
export function quotedUnlessTold({ words, lang }: Told): string {
  return lang === language() ? words : `«\u00a0${words}\u00a0»`;
}
