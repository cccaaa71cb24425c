import { readFileSync, writeFileSync } from "node:fs";

/**
 * Changes one bit behind every place where a text stands in a file.
 *
 * @param offset bytes behind the text's end
 * @returns how many bytes were changed; 0 when the text is not there
 */
export function flipBytes(file: string, text: string, offset: number): number {
  const bytes = readFileSync(file);
  let changed = 0;
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + text.length)) {
    const target = at + Buffer.byteLength(text) + offset;
    const byte = bytes[target];
    if (byte === undefined) break;
    bytes[target] = byte ^ 1;
    changed += 1;
  }
  if (changed > 0) writeFileSync(file, bytes);
  return changed;
}
