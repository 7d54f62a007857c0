// Errors of the page's parser of YAML, told as the command line's parser tells them: its words, which the
// engine puts into those of the user (engine/minefree/config/yaml_syntax.cpp), and its places.

import type { Document, ParsedNode, YAMLParseError } from 'yaml';

export interface SyntaxError {
  /** In the text; null for the text as a whole. */
  offset: number | null;
  message: string;
}

/** The first thing that makes a document unreadable; null when there is none. */
export function errorOf(
  document: Document.Parsed<ParsedNode, boolean>,
  text: string,
): SyntaxError | null {
  const first = document.errors.find((error) => !isForgiven(error, text));
  return first ? told(first, text) : null;
}

/** A text in quotes that goes on to the end of the file is a text; the engine says that it does not end. */
function isForgiven(error: YAMLParseError, _text: string): boolean {
  return error.code === 'MISSING_CHAR' && /closing ['"]/.test(error.message);
}

function told(error: YAMLParseError, _text: string): SyntaxError {
  return { offset: error.pos[0], message: `${error.code} ${error.message.split('\n')[0]}` };
}
