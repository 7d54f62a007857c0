// What the parser of YAML reports of a text, as the engine wants to hear it: the order, the places and the
// words of the command line's parser, whichever differ (docs/decisions/0027). The engine turns this into
// its tree, and says itself what is wrong with keys, tags, aliases and values.

import { isAlias, isCollection, isMap, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Node, ParsedNode, Scalar } from 'yaml';
import { ByteWriter, utf8 } from './bytes';
import { syntaxOf } from './yaml_syntax';

/** Records of apps/web/engine/yaml_events.cpp. */
const enum Event {
  document = 1,
  null = 2,
  alias = 3,
  scalar = 4,
  list = 5,
  map = 6,
  end = 7,
  error = 8,
}

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

type AnyNode = Node | ParsedNode | null | undefined;

/** Texts that stand for nothing, in every reader of YAML. */
const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);

class Reporter {
  private readonly out = new ByteWriter();
  private readonly places: Places;
  private readonly anchors = new Map<string, number>();
  private anchorCount = 0;

  constructor(private readonly text: string) {
    this.places = new Places(text);
  }

  report(): Uint8Array {
    const { error, second } = syntaxOf(this.text);
    this.documentAt(0);
    if (error) {
      this.error(error.offset, error.message);
    } else {
      this.document();
      if (second !== null) this.documentAt(second);
    }
    return this.out.written();
  }

  private documentAt(offset: number): void {
    this.out.byte(Event.document);
    this.place(offset);
  }

  private document(): void {
    const documents = parseAllDocuments(this.text, {
      schema: 'failsafe', // every scalar is text; the engine types it by its field
      strict: false,
      uniqueKeys: false, // the engine says which key is there twice
      logLevel: 'silent',
    });
    const first = Array.isArray(documents) ? documents[0] : undefined;
    if (first?.contents) this.node(first.contents);
  }

  private error(offset: number, message: string): void {
    const { line, byte } = this.places.of(offset);
    this.out.byte(Event.error);
    this.out.number(line + 1);
    this.out.number(byte);
    this.out.text(message);
  }

  private place(offset: number): void {
    const { line, byte } = this.places.of(offset);
    this.out.number(line);
    this.out.number(byte);
  }

  private node(node: AnyNode): void {
    if (isAlias(node)) {
      this.alias(node.source, offsetOf(node));
    } else if (isScalar(node)) {
      this.scalar(node);
    } else if (isCollection(node)) {
      this.collection(node);
    } else {
      this.out.byte(Event.null);
      this.place(0);
      this.out.number(0);
    }
  }

  private alias(name: string, offset: number): void {
    this.out.byte(Event.alias);
    this.place(offset);
    this.out.number(this.anchors.get(name) ?? 0);
  }

  private scalar(node: Scalar): void {
    const quoted = node.type !== 'PLAIN';
    const text = String(node.value ?? '');
    if (!quoted && !node.tag && nulls.has(text)) {
      this.begin(Event.null, node);
      return;
    }
    this.begin(Event.scalar, node);
    this.out.text(node.tag ?? (quoted ? '!' : '?'));
    this.out.text(text);
  }

  private collection(node: Node): void {
    this.begin(isMap(node) ? Event.map : Event.list, node);
    this.out.text(node.tag ?? '?');
    if (isMap(node)) {
      for (const pair of node.items) {
        this.node(pair.key as AnyNode);
        this.node(pair.value as AnyNode);
      }
    } else if (isSeq(node)) {
      for (const item of node.items) this.node(item as AnyNode);
    }
    this.out.byte(Event.end);
  }

  /** The record's kind, place and anchor. */
  private begin(kind: Event, node: Node): void {
    this.out.byte(kind);
    this.place(this.placeOf(node));
    const anchor = (node as { anchor?: string }).anchor;
    if (anchor !== undefined) this.anchors.set(anchor, (this.anchorCount += 1));
    this.out.number(anchor === undefined ? 0 : this.anchorCount);
  }

  /** A node begins at its anchor or tag, a map in lines at its first key. */
  private placeOf(node: Node): number {
    let offset = offsetOf(node);
    if (isMap(node) && node.items.length > 0 && !node.flow) {
      const first = node.items[0]!.key as AnyNode;
      if (first && isScalar(first)) offset = Math.min(offset, this.placeOf(first));
    }
    const anchor = (node as { anchor?: string }).anchor;
    const tag = node.tag;
    const before = (mark: string, from: number): number => this.text.lastIndexOf(mark, Math.max(0, from - 1));
    let start = offset;
    if (anchor !== undefined) start = Math.min(start, positiveOr(before(`&${anchor}`, offset), start));
    if (tag !== undefined) start = Math.min(start, positiveOr(before('!', start), start));
    return start;
  }
}

function positiveOr(offset: number, otherwise: number): number {
  return offset >= 0 ? offset : otherwise;
}

function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** What the parser reports of a text without byte order mark, up to its first error. */
export function yamlEvents(text: string): Uint8Array {
  return new Reporter(text).report();
}
