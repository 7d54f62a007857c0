// A token of a YAML text: what yaml_tokens.ts finds, and yaml_syntax.ts makes nodes of.

export type TokenKind =
  | 'directive' | 'document start' | 'document end'
  | 'list start' | 'list end' | 'map start' | 'map end' | 'list entry'
  | '[' | ']' | '{' | '}' | ','
  | 'key' | 'value' | 'alias' | 'anchor' | 'tag' | 'scalar';

/** A token that may begin a key is unsure until the ':' behind it comes, or does not. */
export type Standing = 'valid' | 'unsure' | 'invalid';

export interface Token {
  kind: TokenKind;
  offset: number;
  standing: Standing;
  /** Of an alias or anchor, or the text of a tag. */
  name: string;
  /** Of a scalar. */
  scalar: ScalarSource | null;
}

/** Where a scalar stands in the text, and how it is written there. */
export interface ScalarSource {
  style: 'plain' | 'single' | 'double' | 'block';
  end: number;
  /** Of a block: where its header ends and its first line starts, and the column that its lines go out from. */
  headEnd: number;
  linesStart: number;
  indent: number;
}
