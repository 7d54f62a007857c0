// The files that the engine reads, in one: scenarios, state files, tables of the public record, draws of
// the calibration. Of each its path, its bytes, and for YAML what the parser reports of it, so that a
// Worker need not parse a file that never changes. tools/build_wasm writes it, gzipped.

import { ByteReader, ByteWriter } from './bytes';

export interface BundledFile {
  path: string;
  bytes: Uint8Array;
  /** See yaml_events.ts; empty for a file that is not YAML. */
  events: Uint8Array;
}

export interface Bundle {
  files: BundledFile[];
  /** Paths of files that are fetched when a scenario asks for them, from `laterAddress`. */
  later: string[];
}

const start = 'minefree bundle 1';

/** Where such a file lies, gzipped, from the page's folder. */
export function laterAddress(path: string): string {
  return `data/${path.replaceAll('/', '-')}.bin`;
}

export function writeBundle({ files, later }: Bundle): Uint8Array {
  const writer = new ByteWriter();
  writer.text(start);
  writer.number(files.length);
  for (const file of files) {
    writer.text(file.path);
    writer.bytes(file.bytes);
    writer.bytes(file.events);
  }
  writer.number(later.length);
  for (const path of later) writer.text(path);
  return writer.written();
}

export function readBundle(bytes: Uint8Array): Bundle {
  const reader = new ByteReader(bytes);
  if (reader.text() !== start) throw new Error('this is not a bundle of minefree');
  const files: BundledFile[] = [];
  for (let left = reader.number(); left > 0; left -= 1) {
    files.push({ path: reader.text(), bytes: reader.bytes(), events: reader.bytes() });
  }
  const later: string[] = [];
  for (let left = reader.number(); left > 0; left -= 1) later.push(reader.text());
  return { files, later };
}

/** The bytes of a gzipped bundle; also of one that the server unpacked on its way. */
export async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
