import { isCharacter } from "./characters.ts";

const PREDEFINED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", apos: "'", quot: '"' };

/** Longest reference that is looked at, in bytes; `&#x10FFFF;` needs 10. */
const REFERENCE_BYTES_MAX = 64;

export type ReferenceProblem = "entity" | "syntax" | "truncated";

/** What stands at an `&`: where the reference ends, or why it is refused. */
export function checkReference(
  bytes: Buffer,
  at: number,
  end: number,
  lenient: boolean,
): { readonly end: number } | { readonly problem: ReferenceProblem } {
  const until = Math.min(end, at + REFERENCE_BYTES_MAX);
  const semicolon = bytes.subarray(at, until).indexOf(0x3b);
  if (semicolon === -1) return { problem: end === bytes.length && until === end ? "truncated" : "syntax" };
  const inner = bytes.toString("latin1", at + 1, at + semicolon);
  const code = characterCode(inner);
  if (code === null) {
    if (Object.hasOwn(PREDEFINED, inner)) return { end: at + semicolon + 1 };
    return { problem: /^[^\s&<#;]+$/.test(inner) ? "entity" : "syntax" };
  }
  const allowed = isCharacter(code) || (lenient && code > 0 && code < 0x20);
  return allowed ? { end: at + semicolon + 1 } : { problem: "syntax" };
}

function characterCode(inner: string): number | null {
  const found = /^#(?:x([0-9a-fA-F]{1,8})|([0-9]{1,9}))$/.exec(inner);
  if (found === null) return null;
  return found[1] === undefined ? Number.parseInt(found[2] ?? "", 10) : Number.parseInt(found[1], 16);
}

/** Replaces references in a text in which every one was found allowed. */
export function resolveReferences(text: string): string {
  return text.replace(/&([^;]+);/g, (_whole, inner: string) => {
    const code = characterCode(inner);
    if (code === null) return PREDEFINED[inner] ?? "";
    return isCharacter(code) ? String.fromCodePoint(code) : REPLACEMENT;
  });
}

/** Stands for a character that a document may not hold. */
export const REPLACEMENT = "\ufffd";

/** Replaces the characters that only a lenient reader lets through. */
export function replaceControls(text: string): string {
  return text.replace(/[\u0001-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, REPLACEMENT);
}
