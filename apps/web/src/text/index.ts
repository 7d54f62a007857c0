/** The words of the page, in the language that was chosen. */

import { en } from './en';
import { fr } from './fr';
import { stateNamesEn } from './state_names_en';
import { stateNamesFr } from './state_names_fr';
import type { Language } from '../state/page_state';

export type { Text } from './en';

const texts = { en, fr };
let chosen: Language = 'en';

export function setLanguage(language: Language): void {
  chosen = language;
  // Setting it to what it is already would have the browser find the style of every element anew.
  if (document.documentElement.lang === language && document.title === texts[language].title) return;
  document.documentElement.lang = language;
  document.title = texts[language].title;
}

export const language = (): Language => chosen;
export const text = (): typeof en => texts[chosen];

/** A state's name in the language of the page; the engine's own where there is no other. */
export function nameOf(state: { code: string; name: string }): string {
  return (chosen === 'fr' ? stateNamesFr[state.code] : asInSentences[state.name]) ?? state.name;
}

/** The name of a state of the record by its code. */
export const stateName = (code: string): string => (chosen === 'fr' ? stateNamesFr : stateNamesEn)[code] ?? code;

/** Names that the record keeps in the order of a list. */
const asInSentences: Record<string, string> = {
  'Korea, Republic of': stateNamesEn['KOR']!, "Korea, Democratic People's Republic of": stateNamesEn['PRK']!, Turkiye: stateNamesEn['TUR']!,
};

const short: Record<string, string> = {
  'Democratic Republic of the Congo': 'DR Congo', 'Bosnia and Herzegovina': 'Bosnia and H.',
  'République démocratique du Congo': 'RD Congo', 'Bosnie-Herzégovine': 'Bosnie-H.',
  "Democratic People's Republic of Korea": 'DPR Korea', 'Republic of Korea': 'Rep. of Korea',
  'République populaire démocratique de Corée': 'RPD de Corée',
};

/** The name where there is little room. */
export function shortNameOf(state: { code: string; name: string }): string {
  const name = nameOf(state);
  return short[name] ?? name;
}

/** The name of a library scenario in the language of the page. */
export function scenarioName(scenario: { id: string; name: string }): string {
  return text().scenarioNames[scenario.id] ?? scenario.name;
}

export function scenarioQuestion(scenario: { id: string; question: string }): string {
  return text().scenarioQuestions[scenario.id] ?? scenario.question;
}
