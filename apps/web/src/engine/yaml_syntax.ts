// The grammar of YAML over the tokens of yaml_tokens.ts, as the command line's parser goes through it: what
// it reports, in its order and at its places, up to the first error or to a second document.

import { SyntaxStop } from './yaml_characters';
import type { ScalarSource, Token, TokenKind } from './yaml_token';
import { Tokens } from './yaml_tokens';

/** What a node starts with: its place is that of its anchor or tag, where it has one. */
export interface NodeStart {
  offset: number;
  /** Name of its anchor; empty when it has none. */
  anchor: string;
  /** As written, from its '!'; empty when it has none. */
  tag: string;
}

/** Who is told. */
export interface Listener {
  document(offset: number): void;
  nothing(start: NodeStart): void;
  scalar(start: NodeStart, token: Token, source: ScalarSource): void;
  alias(offset: number, name: string): void;
  list(start: NodeStart): void;
  map(start: NodeStart): void;
  /** Of a list or map. */
  end(): void;
  error(offset: number, message: string): void;
}

type Within = 'document' | 'list' | '[' | 'map' | '{' | 'pair';

/** Deeper files are refused by the engine, which says so at the right place; no file may exhaust the stack. */
const deepest = 80;

class TooDeep extends Error {}

class Grammar {
  private readonly tokens: Tokens;
  private readonly anchors = new Set<string>();
  private depth = 0;

  constructor(
    text: string,
    private readonly told: Listener,
  ) {
    this.tokens = new Tokens(text);
  }

  read(): void {
    this.skip('directive');
    const first = this.tokens.peek();
    if (!first) return;
    this.told.document(first.offset);
    if (this.next('document start')) this.tokens.pop();
    this.node('document');
    this.skip('document end');
    this.skip('directive');
    const second = this.tokens.peek();
    if (second) this.told.document(second.offset);
  }

  private next(...kinds: TokenKind[]): Token | null {
    const token = this.tokens.peek();
    return token && kinds.includes(token.kind) ? token : null;
  }

  private skip(kind: TokenKind): void {
    while (this.next(kind)) this.tokens.pop();
  }

  private stop(token: Token | null, message: string): never {
    throw new SyntaxStop(token?.offset ?? this.tokens.here(), message);
  }

  private nothing(): void {
    this.told.nothing({ offset: this.tokens.peek()?.offset ?? this.tokens.here(), anchor: '', tag: '' });
  }

  private node(within: Within): void {
    if ((this.depth += 1) > deepest) throw new TooDeep();
    this.nodeOf(within);
    this.depth -= 1;
  }

  private nodeOf(within: Within): void {
    const first = this.tokens.peek();
    if (!first) return this.nothing();
    if (first.kind === 'value') return this.valueAlone(first);
    if (first.kind === 'alias') {
      if (!this.anchors.has(first.name)) this.stop(first, 'the referenced anchor is not defined');
      this.told.alias(first.offset, first.name);
      return this.tokens.pop();
    }
    const start = this.properties(first.offset);
    const token = this.tokens.peek();
    switch (token?.kind) {
      case 'scalar':
        this.told.scalar(start, token, token.scalar!);
        return this.tokens.pop();
      case 'list start':
        return this.list(start);
      case 'map start':
        return this.map(start);
      case '[':
        return this.flowList(start);
      case '{':
        return this.flowMap(start);
      case 'key':
        if (within === '[') return this.pair(start, token);
        return this.told.nothing(start);
      default:
        return this.told.nothing(start);
    }
  }

  private properties(offset: number): NodeStart {
    const start: NodeStart = { offset, anchor: '', tag: '' };
    for (;;) {
      const token = this.next('tag', 'anchor');
      if (!token) return start;
      if (token.kind === 'tag') {
        if (start.tag !== '') this.stop(token, 'cannot assign multiple tags to the same node');
        start.tag = token.name;
      } else {
        if (start.anchor !== '') this.stop(token, 'cannot assign multiple anchors to the same node');
        start.anchor = token.name;
        this.anchors.add(token.name);
      }
      this.tokens.pop();
    }
  }

  private list(start: NodeStart): void {
    this.told.list(start);
    this.tokens.pop();
    for (;;) {
      const token = this.next('list entry', 'list end');
      if (!token) this.stop(this.tokens.peek(), 'end of sequence not found');
      this.tokens.pop();
      if (token.kind === 'list end') return this.told.end();
      if (!this.tokens.peek()) continue;
      if (this.next('list entry', 'list end')) this.nothing();
      else this.node('list');
    }
  }

  private map(start: NodeStart): void {
    this.told.map(start);
    this.tokens.pop();
    for (;;) {
      const token = this.next('key', 'value', 'map end');
      if (!token) this.stop(this.tokens.peek(), 'end of map not found');
      if (token.kind === 'map end') {
        this.tokens.pop();
        return this.told.end();
      }
      this.keyAndValue('map');
    }
  }

  private keyAndValue(within: 'map' | '{'): void {
    if (this.next('key')) {
      this.tokens.pop();
      this.node(within);
    } else {
      this.nothing();
    }
    this.valueAfterKey(within);
  }

  private valueAfterKey(within: Within): void {
    if (!this.next('value')) return this.nothing();
    this.tokens.pop();
    this.node(within);
  }

  private flowList(start: NodeStart): void {
    this.told.list(start);
    this.tokens.pop();
    for (;;) {
      if (!this.tokens.peek()) this.stop(null, 'end of sequence flow not found');
      if (this.next(']')) break;
      this.node('[');
      if (this.next(',')) this.tokens.pop();
      else if (!this.next(']')) this.stop(this.tokens.peek(), 'end of sequence flow not found');
    }
    this.tokens.pop();
    this.told.end();
  }

  private flowMap(start: NodeStart): void {
    this.told.map(start);
    this.tokens.pop();
    for (;;) {
      if (!this.tokens.peek()) this.stop(null, 'end of map flow not found');
      if (this.next('}')) break;
      this.keyAndValue('{');
      if (this.next(',')) this.tokens.pop();
      else if (!this.next('}')) this.stop(this.tokens.peek(), 'end of map flow not found');
    }
    this.tokens.pop();
    this.told.end();
  }

  /** `a: b` as an entry of a list in brackets. */
  private pair(start: NodeStart, key: Token): void {
    this.told.map({ ...start, offset: key.offset });
    this.tokens.pop();
    this.node('pair');
    this.valueAfterKey('pair');
    this.told.end();
  }

  /** `: b`, where the key is left out. */
  private valueAlone(token: Token): void {
    this.told.map({ offset: token.offset, anchor: '', tag: '' });
    this.nothing();
    this.tokens.pop();
    this.node('pair');
    this.told.end();
  }
}

/** Goes through a text without byte order mark. */
export function readYaml(text: string, told: Listener): void {
  try {
    new Grammar(text, told).read();
  } catch (stopped) {
    if (stopped instanceof SyntaxStop) told.error(stopped.offset, stopped.message);
    else if (!(stopped instanceof TooDeep)) throw stopped;
  }
}
