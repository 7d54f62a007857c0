// Numbers and texts as bytes, for the engine and for the bundle: numbers as LEB128 (seven bits a byte,
// the lowest first), texts as UTF-8 behind their length. The engine's side is apps/web/engine/byte_reader.hpp.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

export function fromUtf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

export class ByteWriter {
  private buffer = new Uint8Array(4096);
  private used = 0;

  byte(value: number): void {
    this.room(1);
    this.buffer[this.used++] = value;
  }

  /** A whole number from 0 to 2^53. */
  number(value: number): void {
    while (value >= 0x80) {
      this.byte(0x80 | value % 0x80);
      value = Math.floor(value / 0x80);
    }
    this.byte(value);
  }

  bytes(value: Uint8Array): void {
    this.number(value.length);
    this.room(value.length);
    this.buffer.set(value, this.used);
    this.used += value.length;
  }

  text(value: string): void {
    this.bytes(utf8(value));
  }

  written(): Uint8Array {
    return this.buffer.slice(0, this.used);
  }

  private room(size: number): void {
    if (this.used + size <= this.buffer.length) return;
    const larger = new Uint8Array(Math.max(this.used + size, 2 * this.buffer.length));
    larger.set(this.buffer.subarray(0, this.used));
    this.buffer = larger;
  }
}

export class ByteReader {
  private at = 0;

  constructor(private readonly source: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const next = this.source[this.at++];
      if (next === undefined) throw new Error('the bytes end too soon');
      value += (next & 0x7f) * unit;
      if (next < 0x80) return value;
    }
  }

  /** A view into the source. */
  bytes(): Uint8Array {
    const size = this.number();
    if (this.at + size > this.source.length) throw new Error('the bytes end too soon');
    this.at += size;
    return this.source.subarray(this.at - size, this.at);
  }

  text(): string {
    return fromUtf8(this.bytes());
  }
}
