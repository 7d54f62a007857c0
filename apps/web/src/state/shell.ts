/** Commands that a visitor is told to paste into a terminal. The text in them may come with a link from anybody. */

/** What a terminal obeys or does not show as it is: control characters but the line end, and marks that turn the direction of writing. */
const NOT_SHOWN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

function base64(text: string): string {
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** A command that writes a text into a file, and nothing else, whatever the text holds. `path` is one of ours. */
export function writeFile(path: string, text: string): string {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  if (NOT_SHOWN.test(whole)) return `printf %s ${base64(whole)} | base64 -d > ${path}`;
  const lines = new Set(whole.split('\n'));
  let end = 'END';
  for (let n = 2; lines.has(end); n++) end = `END${n}`;
  return `cat > ${path} <<'${end}'\n${whole}${end}`;
}
