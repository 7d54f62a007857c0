// What the parser of YAML reports of a text, as bytes for the engine (apps/web/engine/yaml_events.cpp), which
// turns it into its tree and says itself what is wrong with keys, tags, aliases and values.

import { CST } from 'yaml';
import { ByteWriter, utf8 } from './bytes';
import { readYaml } from './yaml_syntax';
import type { Listener, NodeStart } from './yaml_syntax';
import type { ScalarSource, Token } from './yaml_token';

/** Records of the engine's list. */
const enum Record {
  document = 1,
  null = 2,
  alias = 3,
  scalar = 4,
  list = 5,
  map = 6,
  end = 7,
  error = 8,
}

/** Texts that stand for nothing, in every reader of YAML. */
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Places in a text: lines, and bytes of UTF-8 in them, both counted from 0. */
class Places {
  private readonly starts = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  of(offset: number): { line: number; byte: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, byte: utf8(this.text.slice(this.starts[low], offset)).length };
  }
}

/** What a scalar says: lines folded, quotes and escapes resolved, by the rules of YAML 1.2. */
function scalarText(text: string, offset: number, source: ScalarSource): string {
  const resolved = CST.resolveAsScalar(cstToken(text, offset, source), false, () => {
    // What is wrong with it has been found by yaml_tokens.ts, or is found by the engine.
  });
  return resolved?.value ?? '';
}

function cstToken(text: string, offset: number, source: ScalarSource): CST.FlowScalar | CST.BlockScalar {
  if (source.style === 'block') {
    const head: CST.SourceToken = { type: 'block-scalar-header', offset, indent: source.indent, source: text.slice(offset, source.headEnd) };
    return { type: 'block-scalar', offset, indent: source.indent, props: [head], source: text.slice(source.linesStart, source.end) };
  }
  const written = text.slice(offset, source.end);
  if (source.style === 'plain') return { type: 'scalar', offset, indent: 0, source: written.trimEnd() };
  return { type: source.style === 'single' ? 'single-quoted-scalar' : 'double-quoted-scalar', offset, indent: 0, source: written };
}

class Reporter implements Listener {
  private readonly out = new ByteWriter();
  private readonly places: Places;
  private readonly anchors = new Map<string, number>();

  constructor(private readonly text: string) {
    this.places = new Places(text);
  }

  written(): Uint8Array {
    return this.out.written();
  }

  document(offset: number): void {
    this.out.byte(Record.document);
    this.place(offset);
  }

  nothing(start: NodeStart): void {
    // A tag makes a text of nothing.
    if (start.tag === '') this.begin(Record.null, start);
    else this.textOf(start, start.tag, '');
  }

  scalar(start: NodeStart, token: Token, source: ScalarSource): void {
    const value = scalarText(this.text, token.offset, source);
    const plain = source.style === 'plain';
    if (plain && start.tag === '' && nulls.has(value)) this.begin(Record.null, start);
    else this.textOf(start, start.tag || (plain ? '?' : '!'), value);
  }

  alias(offset: number, name: string): void {
    this.out.byte(Record.alias);
    this.place(offset);
    this.out.number(this.anchors.get(name) ?? 0);
  }

  list(start: NodeStart): void {
    this.begin(Record.list, start);
    this.out.text(start.tag || '?');
  }

  map(start: NodeStart): void {
    this.begin(Record.map, start);
    this.out.text(start.tag || '?');
  }

  end(): void {
    this.out.byte(Record.end);
  }

  error(offset: number, message: string): void {
    const { line, byte } = this.places.of(offset);
    this.out.byte(Record.error);
    this.out.number(line + 1);
    this.out.number(byte);
    this.out.text(message);
  }

  private textOf(start: NodeStart, tag: string, value: string): void {
    this.begin(Record.scalar, start);
    this.out.text(tag);
    this.out.text(value);
  }

  private begin(record: Record, start: NodeStart): void {
    this.out.byte(record);
    this.place(start.offset);
    this.out.number(start.anchor === '' ? 0 : this.numberOf(start.anchor));
  }

  /** An anchor that comes again names the later node. */
  private numberOf(anchor: string): number {
    this.count += 1;
    this.anchors.set(anchor, this.count);
    return this.count;
  }
  private count = 0;

  private place(offset: number): void {
    const { line, byte } = this.places.of(offset);
    this.out.number(line);
    this.out.number(byte);
  }
}

/** What the parser reports of a text without byte order mark, up to its first error. */
export function yamlEvents(text: string): Uint8Array {
  const reporter = new Reporter(text);
  readYaml(text, reporter);
  return reporter.written();
}
