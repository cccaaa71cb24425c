import { headText } from "../text-lines.ts";

/** What may stand before the root element: declaration, comments, instructions, a document type. */
const BEFORE_ROOT = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*>)+/i;
const ROOT = /^<([A-Za-z_:][^\s/>]*)/;

/** Name of the root element of a document that begins like this; null when it is no XML, or begins with no root. */
export function rootName(head: Uint8Array): string | null {
  return ROOT.exec(headText(head).replace(BEFORE_ROOT, ""))?.[1] ?? null;
}

/** Whether the root element has one of these names. */
export function hasRoot(...names: readonly string[]): (head: Uint8Array) => boolean {
  return (head) => names.includes(rootName(head) ?? "");
}
