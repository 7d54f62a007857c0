// The tokens of a YAML text as the command line's parser (yaml-cpp) finds them, and where it stops. The
// library of the page finds them by other rules: it refuses some texts that yaml-cpp reads, reads others
// that yaml-cpp refuses, and a file that only one of them reads would break the promise that the page and
// the program agree (docs/decisions/0027). What scalars say comes from the library.

import { Characters, SyntaxStop } from './yaml_characters';
import { readScalar } from './yaml_scalars';
import type { Standing, Token, TokenKind } from './yaml_token';

interface Indent {
  column: number;
  kind: 'none' | 'list' | 'map';
  standing: Standing;
  start: Token | null;
}

interface PossibleKey {
  offset: number;
  line: number;
  flowDepth: number;
  indent: Indent | null;
  mapStart: Token | null;
  key: Token;
}

const longestKey = 1024;
export class Tokens extends Characters {
  private started = false;
  private ended = false;
  private keyAllowed = false;
  private afterJson = false;
  private readonly queue: Token[] = [];
  private readonly keys: PossibleKey[] = [];
  private readonly indents: Indent[] = [];
  private readonly flows: ('[' | '{')[] = [];

  /** The next token, or null at the end. */
  peek(): Token | null {
    for (;;) {
      const first = this.queue[0];
      if (first?.standing === 'valid') return first;
      if (first?.standing === 'invalid') {
        this.queue.shift();
        continue;
      }
      // At the end of the text, a key that nobody decided on counts as one.
      if (this.ended) return first ?? null;
      this.scan();
    }
  }

  pop(): void {
    this.peek();
    this.queue.shift();
  }

  /** Where the reading stands, for errors that no token has. */
  here(): number {
    return this.at;
  }

  private inFlow(): boolean {
    return this.flows.length > 0;
  }

  // ---- tokens --------------------------------------------------------------------------------------------

  private push(kind: TokenKind, offset = this.at, name = ''): Token {
    const token: Token = { kind, offset, standing: 'valid', name, scalar: null };
    this.queue.push(token);
    return token;
  }

  private scan(): void {
    if (!this.started) {
      this.started = true;
      this.keyAllowed = true;
      this.indents.push({ column: -1, kind: 'none', standing: 'valid', start: null });
      return;
    }
    this.skipToToken();
    this.popIndents();
    const char = this.char();
    if (char === '') return this.end();
    if (this.column() === 0 && char === '%') return this.directive();
    if (this.isDocumentMark('---')) return this.documentMark('document start');
    if (this.isDocumentMark('...')) return this.documentMark('document end');
    if (char === '[' || char === '{') return this.flowStart(char);
    if (char === ']' || char === '}') return this.flowEnd(char);
    if (char === ',') return this.flowEntry();
    if (char === '-' && this.isSpaceOrEnd(1)) return this.listEntry();
    if (char === '?' && (this.isBlank(1) || this.isBreak(1))) return this.longKey();
    if (char === ':' && this.isValueMark()) return this.value();
    if (char === '*' || char === '&') return this.anchor(char);
    if (char === '!') return this.tag();
    if (!this.inFlow() && (char === '|' || char === '>')) return this.block();
    if (char === "'" || char === '"') return this.quoted(char);
    if (this.startsPlain(char)) return this.plain();
    this.stop('unknown token');
  }

  private skipToToken(): void {
    for (;;) {
      while (this.isBlank()) this.eat();
      if (this.char() === '#') while (this.char() !== '' && !this.isBreak()) this.eat();
      if (!this.isBreak()) return;
      this.eatBreak();
      this.dropKey();
      if (!this.inFlow()) this.keyAllowed = true;
    }
  }

  /** The end counts as the start of the last line. */
  private end(): void {
    this.at = this.lineStart;
    this.popAllIndents();
    this.keys.length = 0;
    this.keyAllowed = false;
    this.ended = true;
  }

  private leaveDocument(): void {
    this.popAllIndents();
    this.keys.length = 0;
    this.keyAllowed = false;
    this.afterJson = false;
  }

  private directive(): void {
    this.leaveDocument();
    this.push('directive');
    while (this.char() !== '' && !this.isBreak()) this.eat();
  }

  private documentMark(kind: 'document start' | 'document end'): void {
    this.leaveDocument();
    this.push(kind);
    this.eat(3);
  }

  private flowStart(char: '[' | '{'): void {
    this.mayBeKey();
    this.keyAllowed = true;
    this.afterJson = false;
    this.flows.push(char);
    this.push(char);
    this.eat();
  }

  private flowEnd(char: ']' | '}'): void {
    if (!this.inFlow()) this.stop('illegal flow end');
    this.closeFlowKey();
    this.keyAllowed = false;
    this.afterJson = true;
    const opening = this.flows.pop();
    const offset = this.at;
    this.eat();
    if ((opening === '[') !== (char === ']')) throw new SyntaxStop(offset, 'illegal flow end');
    this.push(char, offset);
  }

  private flowEntry(): void {
    if (this.inFlow()) this.closeFlowKey();
    this.keyAllowed = true;
    this.afterJson = false;
    this.push(',');
    this.eat();
  }

  /** A lone text in braces is a key without value; one in brackets is an entry. */
  private closeFlowKey(): void {
    if (this.flows[this.flows.length - 1] === '{') {
      if (this.confirmKey()) this.push('value');
    } else {
      this.dropKey();
    }
  }

  private listEntry(): void {
    if (this.inFlow() || !this.keyAllowed) this.stop('illegal block entry');
    this.pushIndent(this.column(), 'list');
    this.keyAllowed = true;
    this.afterJson = false;
    this.push('list entry');
    this.eat();
  }

  private longKey(): void {
    if (!this.inFlow()) {
      if (!this.keyAllowed) this.stop('illegal map key');
      this.pushIndent(this.column(), 'map');
    }
    this.keyAllowed = !this.inFlow();
    this.push('key');
    this.eat();
  }

  private isValueMark(): boolean {
    if (!this.inFlow()) return this.isSpaceOrEnd(1);
    return this.afterJson || this.isBlank(1) || this.isBreak(1) || (this.char(1) !== '' && ',]}'.includes(this.char(1)));
  }

  private value(): void {
    this.afterJson = false;
    if (this.confirmKey()) {
      this.keyAllowed = false;
    } else {
      if (!this.inFlow()) {
        if (!this.keyAllowed) this.stop('illegal map value');
        this.pushIndent(this.column(), 'map');
      }
      this.keyAllowed = !this.inFlow();
    }
    this.push('value');
    this.eat();
  }

  private anchor(char: '*' | '&'): void {
    this.mayBeKey();
    this.keyAllowed = false;
    this.afterJson = false;
    const offset = this.at;
    this.eat();
    const start = this.at;
    while (!this.isSpaceOrEnd() && !'[]{},'.includes(this.char())) this.eat();
    const name = this.text.slice(start, this.at);
    const alias = char === '*';
    if (name === '') this.stop(alias ? 'alias not found after *' : 'anchor not found after &');
    if (!this.isSpaceOrEnd() && !'?:,]}%@`'.includes(this.char())) {
      this.stop(`illegal character found while scanning ${alias ? 'alias' : 'anchor'}`);
    }
    this.push(alias ? 'alias' : 'anchor', offset, name);
  }

  private tag(): void {
    this.mayBeKey();
    this.keyAllowed = false;
    this.afterJson = false;
    const token = this.push('tag');
    while (!this.isSpaceOrEnd() && !'[]{},'.includes(this.char())) this.eat();
    token.name = this.text.slice(token.offset, this.at);
  }

  // ---- scalars -------------------------------------------------------------------------------------------

  private startsPlain(char: string): boolean {
    if (this.isSpaceOrEnd()) return false;
    if (`${this.inFlow() ? '?' : ''},[]{}#&*!|>'"%@\``.includes(char)) return false;
    if (this.inFlow()) return !('-:'.includes(char) && (this.isBlank(1) || this.char(1) === ''));
    return !('-?:'.includes(char) && this.isSpaceOrEnd(1));
  }

  private plain(): void {
    const indent = this.inFlow() ? 0 : this.topIndent() + 1;
    this.mayBeKey();
    const token = this.push('scalar');
    const endedByIndent = readScalar(this, { indent, end: () => this.endsPlain(), marks: 'end', leading: true });
    token.scalar = { style: 'plain', end: this.at, headEnd: 0, linesStart: 0, indent: 0 };
    this.keyAllowed = endedByIndent;
    this.afterJson = false;
  }

  private endsPlain(): boolean {
    const char = this.char();
    if ((this.isBlank() || this.isBreak()) && this.text[this.at + (char === '\r' ? 2 : 1)] === '#') return true;
    if (!this.inFlow()) return char === ':' && this.isSpaceOrEnd(1);
    if (char === ':') return this.isSpaceOrEnd(1) || ',]}'.includes(this.char(1));
    return char !== '' && ',?[]{}'.includes(char);
  }

  private quoted(quote: string): void {
    this.mayBeKey();
    const token = this.push('scalar');
    this.eat();
    const end = (): boolean => this.char() === quote && (quote === '"' || this.char(1) !== "'");
    readScalar(this, { indent: 0, end, marks: 'stop', leading: true, quote });
    token.scalar = { style: quote === '"' ? 'double' : 'single', end: this.at, headEnd: 0, linesStart: 0, indent: 0 };
    this.keyAllowed = false;
    this.afterJson = true;
  }

  private block(): void {
    const token = this.push('scalar');
    this.eat();
    let indent = 1;
    let detect = true;
    const head = /^(?:[+-][0-9]?|[0-9][+-]?)/.exec(this.text.slice(this.at, this.at + 2))?.[0] ?? '';
    for (const char of head) {
      this.eat();
      if (char === '0') this.stop('cannot set zero indentation for a block scalar');
      if (char === '+' || char === '-') continue;
      indent = Number(char);
      detect = false;
    }
    const headEnd = this.at;
    while (this.isBlank()) this.eat();
    if (this.char() === '#') while (this.char() !== '' && !this.isBreak()) this.eat();
    if (this.char() !== '' && !this.isBreak()) this.stop('unexpected character in block scalar');
    const outer = Math.max(this.topIndent(), 0);
    const linesStart = this.at + (this.char() === '\r' ? 2 : this.char() === '' ? 0 : 1);
    const endedByIndent = readScalar(this, { indent: indent + outer, detect, end: () => false, marks: 'text', leading: false });
    token.scalar = { style: 'block', end: endedByIndent ? this.lineStart : this.at, headEnd, linesStart, indent: outer };
    this.keyAllowed = true;
    this.afterJson = false;
  }

  // ---- keys and indentation ------------------------------------------------------------------------------

  private mayBeKey(): void {
    const last = this.keys[this.keys.length - 1];
    if (!this.keyAllowed || last?.flowDepth === this.flows.length) return;
    const indent = this.inFlow() ? null : this.pushIndent(this.column(), 'map');
    if (indent) {
      indent.standing = 'unsure';
      indent.start!.standing = 'unsure';
    }
    const key = this.push('key');
    key.standing = 'unsure';
    this.keys.push({ offset: this.at, line: this.line, flowDepth: this.flows.length, indent, mapStart: indent?.start ?? null, key });
  }

  private settle(key: PossibleKey, standing: Standing): void {
    if (key.indent) key.indent.standing = standing;
    if (key.mapStart) key.mapStart.standing = standing;
    key.key.standing = standing;
  }

  private dropKey(): void {
    const last = this.keys[this.keys.length - 1];
    if (last?.flowDepth !== this.flows.length) return;
    this.settle(last, 'invalid');
    this.keys.pop();
  }

  private confirmKey(): boolean {
    const last = this.keys[this.keys.length - 1];
    if (last?.flowDepth !== this.flows.length) return false;
    this.keys.pop();
    const valid = this.line === last.line && this.at - last.offset <= longestKey;
    this.settle(last, valid ? 'valid' : 'invalid');
    return valid;
  }

  private topIndent(): number {
    return this.indents[this.indents.length - 1]?.column ?? 0;
  }

  private pushIndent(column: number, kind: 'list' | 'map'): Indent | null {
    if (this.inFlow()) return null;
    const top = this.indents[this.indents.length - 1]!;
    if (column < top.column) return null;
    if (column === top.column && !(kind === 'list' && top.kind === 'map')) return null;
    const indent: Indent = { column, kind, standing: 'valid', start: this.push(kind === 'list' ? 'list start' : 'map start') };
    this.indents.push(indent);
    return indent;
  }

  private popIndents(): void {
    if (this.inFlow()) return;
    const atEntry = this.char() === '-' && this.isSpaceOrEnd(1);
    for (let top = this.indents.at(-1); top; top = this.indents.at(-1)) {
      if (top.column < this.column()) break;
      if (top.column === this.column() && !(top.kind === 'list' && !atEntry)) break;
      this.popIndent();
    }
    while (this.indents.at(-1)?.standing === 'invalid') this.popIndent();
  }

  private popAllIndents(): void {
    if (this.inFlow()) return;
    while (this.indents.length > 0 && this.indents.at(-1)!.kind !== 'none') this.popIndent();
  }

  private popIndent(): void {
    const indent = this.indents.pop()!;
    if (indent.standing !== 'valid') {
      this.dropKey();
      return;
    }
    this.push(indent.kind === 'list' ? 'list end' : 'map end');
  }
}
