/** Several files as one: a ZIP archive, so that a browser need not be asked to save each. No clock time goes into it, so that
 *  the same results give the same bytes. */

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (sum >>> 8) ^ table[(sum ^ byte) & 0xff]!;
  return (sum ^ 0xffffffff) >>> 0;
}

async function deflated(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}

/** Fields of two or four bytes, the lowest byte first. */
function fields(...values: [size: 2 | 4, value: number][]): Uint8Array<ArrayBuffer> {
  const written = new DataView(new ArrayBuffer(values.reduce((sum, [size]) => sum + size, 0)));
  let at = 0;
  for (const [size, value] of values) {
    if (size === 2) written.setUint16(at, value, true);
    else written.setUint32(at, value, true);
    at += size;
  }
  return new Uint8Array(written.buffer);
}

/** 1 January 1980, the first day that the format knows. */
const DAY = (1 << 5) | 1;
const UTF8_NAMES = 1 << 11;
const DEFLATE = 8;

export async function zipped(files: Record<string, string>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [], directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(files)) {
    const nameBytes = new TextEncoder().encode(name), bytes = new TextEncoder().encode(content);
    const packed = await deflated(bytes);
    const about: [2 | 4, number][] = [
      [2, 20], [2, UTF8_NAMES], [2, DEFLATE], [2, 0], [2, DAY], [4, crc32(bytes)], [4, packed.length], [4, bytes.length], [2, nameBytes.length], [2, 0],
    ];
    const head = fields([4, 0x04034b50], ...about);
    directory.push(fields([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), nameBytes);
    parts.push(head, nameBytes, packed);
    at += head.length + nameBytes.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = Object.keys(files).length;
  return new Blob([...parts, ...directory, fields([4, 0x06054b50], [2, 0], [2, 0], [2, count], [2, count], [4, size], [4, at], [2, 0])], { type: 'application/zip' });
}
