import type { FaultList } from "./fault-list.ts";

const REPLACEMENT = "\u{FFFD}";

/** The text of a page: UTF-8 without a byte order mark. What is not is replaced and noted. */
export function pageText(page: string | Uint8Array, faults: FaultList, linesBefore: number): string {
  const text = typeof page === "string" ? page : decoded(page, faults, linesBefore);
  if (!text.startsWith("\u{FEFF}")) return text;
  faults.add("byte-order-mark", "the text begins with a byte order mark", linesBefore + 1, 1);
  return text.slice(1);
}

function decoded(bytes: Uint8Array, faults: FaultList, linesBefore: number): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const { line, column } = firstBroken(bytes);
    faults.add("not-utf8", "the text is not UTF-8", linesBefore + line, column);
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  }
}

/** The first line that is no UTF-8, and the column of what is broken there. */
function firstBroken(bytes: Uint8Array): { readonly line: number; readonly column: number } {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const lenient = new TextDecoder("utf-8", { ignoreBOM: true });
  let line = 1;
  for (let from = 0; from <= bytes.length; line += 1) {
    const next = bytes.indexOf(10, from);
    const own = bytes.subarray(from, next === -1 ? bytes.length : next);
    try {
      strict.decode(own);
    } catch {
      return { line, column: lenient.decode(own).indexOf(REPLACEMENT) + 1 };
    }
    if (next === -1) break;
    from = next + 1;
  }
  return { line, column: 1 };
}
