// Whether the command line's parser reads a YAML text, and where it stops if not: the grammar over the
// tokens of yaml_tokens.ts, up to the first error or to a second document.

import { SyntaxStop, Tokens } from './yaml_tokens';
import type { Token, TokenKind } from './yaml_tokens';

export interface SyntaxResult {
  /** The first error, in the parser's words; null when there is none. */
  error: { offset: number; message: string } | null;
  /** Where a second document starts; what stands behind it is not looked at. */
  second: number | null;
}

/** Deeper files are refused by the engine, which says so at the right place. */
const deepest = 80;

class Grammar {
  private readonly tokens: Tokens;
  private readonly anchors = new Set<string>();
  private depth = 0;

  constructor(text: string) {
    this.tokens = new Tokens(text);
  }

  /** Where a second document starts, or null. */
  read(): number | null {
    while (this.next('directive')) this.tokens.pop();
    if (!this.tokens.peek()) return null;
    if (this.next('document start')) this.tokens.pop();
    this.node('document');
    while (this.next('document end')) this.tokens.pop();
    while (this.next('directive')) this.tokens.pop();
    return this.tokens.peek()?.offset ?? null;
  }

  private next(...kinds: TokenKind[]): Token | null {
    const token = this.tokens.peek();
    return token && kinds.includes(token.kind) ? token : null;
  }

  private stop(token: Token | null, message: string): never {
    throw new SyntaxStop(token?.offset ?? this.tokens.here(), message);
  }

  private node(within: 'document' | 'list' | '[' | 'map' | '{' | 'pair'): void {
    if ((this.depth += 1) > deepest) throw new TooDeep();
    this.nodeOf(within);
    this.depth -= 1;
  }

  private nodeOf(within: string): void {
    if (this.next('value')) {
      this.tokens.pop();
      this.node('pair');
      return;
    }
    const alias = this.next('alias');
    if (alias) {
      if (!this.anchors.has(alias.name)) this.stop(alias, 'the referenced anchor is not defined');
      this.tokens.pop();
      return;
    }
    this.properties();
    const token = this.tokens.peek();
    switch (token?.kind) {
      case 'scalar':
        this.tokens.pop();
        return;
      case 'list start':
        return this.list();
      case 'map start':
        return this.map();
      case '[':
        return this.flowList();
      case '{':
        return this.flowMap();
      case 'key':
        if (within === '[') this.pair();
        return;
      default:
    }
  }

  private properties(): void {
    let tag = false;
    let anchor = false;
    for (;;) {
      const token = this.next('tag', 'anchor');
      if (!token) return;
      if (token.kind === 'tag' ? tag : anchor) {
        this.stop(token, `cannot assign multiple ${token.kind}s to the same node`);
      }
      if (token.kind === 'tag') tag = true;
      else anchor = true;
      if (token.kind === 'anchor') this.anchors.add(token.name);
      this.tokens.pop();
    }
  }

  private list(): void {
    this.tokens.pop();
    for (;;) {
      const token = this.next('list entry', 'list end');
      if (!token) this.stop(this.tokens.peek(), 'end of sequence not found');
      this.tokens.pop();
      if (token.kind === 'list end') return;
      if (this.tokens.peek() && !this.next('list entry', 'list end')) this.node('list');
    }
  }

  private map(): void {
    this.tokens.pop();
    for (;;) {
      const token = this.next('key', 'value', 'map end');
      if (!token) this.stop(this.tokens.peek(), 'end of map not found');
      if (token.kind === 'map end') {
        this.tokens.pop();
        return;
      }
      this.keyAndValue('map');
    }
  }

  private keyAndValue(within: 'map' | '{'): void {
    if (this.next('key')) {
      this.tokens.pop();
      this.node(within);
    }
    if (this.next('value')) {
      this.tokens.pop();
      this.node(within);
    }
  }

  private flowList(): void {
    this.tokens.pop();
    for (;;) {
      if (!this.tokens.peek()) this.stop(null, 'end of sequence flow not found');
      if (this.next(']')) return this.tokens.pop();
      this.node('[');
      if (this.next(',')) this.tokens.pop();
      else if (!this.next(']')) this.stop(this.tokens.peek(), 'end of sequence flow not found');
    }
  }

  private flowMap(): void {
    this.tokens.pop();
    for (;;) {
      if (!this.tokens.peek()) this.stop(null, 'end of map flow not found');
      if (this.next('}')) return this.tokens.pop();
      this.keyAndValue('{');
      if (this.next(',')) this.tokens.pop();
      else if (!this.next('}')) this.stop(this.tokens.peek(), 'end of map flow not found');
    }
  }

  private pair(): void {
    this.tokens.pop();
    this.node('pair');
    if (!this.next('value')) return;
    this.tokens.pop();
    this.node('pair');
  }
}

class TooDeep extends Error {}

export function syntaxOf(text: string): SyntaxResult {
  try {
    return { error: null, second: new Grammar(text).read() };
  } catch (stopped) {
    if (stopped instanceof TooDeep) return { error: null, second: null };
    if (!(stopped instanceof SyntaxStop)) throw stopped;
    return { error: { offset: stopped.offset, message: stopped.message }, second: null };
  }
}
