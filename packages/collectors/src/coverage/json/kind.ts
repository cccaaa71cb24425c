import { ARRAY_BEGINS, OBJECT_BEGINS, QUOTE } from "./bytes.ts";

export type JsonKind = "object" | "array" | "string" | "number" | "boolean" | "null" | "nothing";

/** What a value is that begins with this byte; `nothing` where none does. */
export function kindOf(byte: number | undefined): JsonKind {
  if (byte === OBJECT_BEGINS) return "object";
  if (byte === ARRAY_BEGINS) return "array";
  if (byte === QUOTE) return "string";
  if (byte === 0x74 || byte === 0x66) return "boolean";
  if (byte === 0x6e) return "null";
  return byte === 0x2d || (byte !== undefined && byte >= 0x30 && byte <= 0x39) ? "number" : "nothing";
}

/** The kind as it stands in a sentence: `an array`. */
export function namedKind(kind: JsonKind): string {
  if (kind === "null") return kind;
  return kind === "object" || kind === "array" ? `an ${kind}` : `a ${kind}`;
}
