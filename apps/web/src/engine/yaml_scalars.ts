// How far a scalar of a YAML text goes, by yaml-cpp's rules; what it says comes from the library.

import type { Characters } from './yaml_characters';

const escapes = new Set('0abt\tnvfre "\'\\/N_LP');
const digitsOfEscape: Record<string, number> = { x: 2, u: 4, U: 8 };

/** How a kind of scalar goes on from line to line, and where it ends. */
export interface ScalarRules {
  /** The column at which its lines start at least. */
  indent: number;
  /** Its first line with text says which column that is. */
  detect?: boolean;
  end: () => boolean;
  /** What a mark of a document is in it: its end, an error, or text. */
  marks: 'end' | 'stop' | 'text';
  /** Whether blanks at the start of a line are left out. */
  leading: boolean;
  quote?: string;
}

/** Reads a scalar to its end; true when a line that starts too far left ended it. */
export function readScalar(text: Characters, rules: ScalarRules): boolean {
  const how = { ...rules };
  let foundText = false;
  const atMark = (): boolean => text.isDocumentMark('---') || text.isDocumentMark('...');
  while (text.char() !== '') {
    while (text.char() !== '' && !how.end() && !text.isBreak()) {
      if (how.marks !== 'text' && atMark()) {
        if (how.marks === 'stop') text.stop('illegal document indicator in scalar');
        break;
      }
      foundText = true;
      if (how.quote === '"' && text.char() === '\\') readEscape(text);
      else text.eat(how.quote === "'" && text.char() === "'" ? 2 : 1);
    }
    if (text.char() === '') {
      if (how.quote !== undefined) text.stop('illegal EOF in scalar');
      break;
    }
    if (how.marks === 'end' && atMark()) break;
    if (how.end()) {
      if (how.quote !== undefined) text.eat();
      break;
    }
    text.eatBreak();
    while (text.char() === ' ' && (text.column() < how.indent || (how.detect === true && !foundText)) && !how.end()) text.eat();
    if (how.detect === true && !foundText) how.indent = Math.max(how.indent, text.column());
    while (text.isBlank() && how.leading && !how.end()) text.eat();
    if (!text.isBreak() && text.column() < how.indent) return true;
  }
  return false;
}

function readEscape(text: Characters): void {
  if (text.isBreak(1)) {
    text.eat();
    return;
  }
  const char = text.char(1);
  text.eat(2);
  const digits = digitsOfEscape[char];
  if (digits === undefined) {
    if (!escapes.has(char)) text.stop('unknown escape character');
    return;
  }
  const code = text.text.slice(text.at, text.at + digits);
  text.eat(digits);
  if (!/^[0-9a-fA-F]+$/.test(code)) text.stop('bad character found while scanning hex number');
  const value = Number.parseInt(code, 16);
  if ((value >= 0xd800 && value <= 0xdfff) || value > 0x10ffff) text.stop('invalid unicode');
}
