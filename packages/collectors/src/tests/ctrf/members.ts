import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";

/** Where in the report a value stands: a JSON pointer (RFC 6901), and the line where that is known. */
export interface CtrfPlace {
  readonly file: string;
  readonly pointer: string;
  readonly line: number | null;
}

export function inside(place: CtrfPlace, key: string): CtrfPlace {
  return { ...place, pointer: `${place.pointer}/${key}` };
}

/** Throws `HP-READ-SYNTAX` naming the pointer. */
export function failAt({ file, pointer, line }: CtrfPlace, detail: string): never {
  const place = line === null ? { file } : { file, line, column: 1 };
  throw new HoldpointError("HP-READ-SYNTAX", `${clip(pointer, 300)}: ${detail}`, place);
}

export function objectAt(value: Json | undefined, place: CtrfPlace): JsonObject {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as JsonObject) : failAt(place, "must be an object");
}

export function arrayAt(value: Json | undefined, place: CtrfPlace): readonly Json[] {
  return Array.isArray(value) ? value : failAt(place, "must be an array");
}

/** A count, null when it is not there. */
export function countAt(value: Json | undefined, place: CtrfPlace): number | null {
  if (value === undefined || value === null) return null;
  const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
  return isCount ? value : failAt(place, "must be a count, an integer from 0");
}

/** A text, null when it is not there. */
export function textAt(value: Json | undefined, place: CtrfPlace): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : failAt(place, "must be a string");
}
