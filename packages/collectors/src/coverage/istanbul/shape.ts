import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";

/** Where in a report a value stands: a JSON pointer (RFC 6901) in a file. */
export interface JsonPlace {
  readonly file: string;
  readonly pointer: string;
}

export function inside(place: JsonPlace, key: string): JsonPlace {
  return { file: place.file, pointer: `${place.pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}

/** Throws `HP-READ-SYNTAX` naming the pointer; the reader of JSON keeps no lines. */
export function failAt(place: JsonPlace, detail: string): never {
  throw new HoldpointError("HP-READ-SYNTAX", `${clip(place.pointer, 300) || "/"}: ${detail}`, { file: place.file });
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function objectAt(value: Json | undefined, place: JsonPlace): JsonObject {
  return isObject(value) ? value : failAt(place, "must be an object");
}

export function arrayAt(value: Json | undefined, place: JsonPlace): readonly Json[] {
  return Array.isArray(value) ? value : failAt(place, "must be an array");
}

/** A count of executions: an integer from 0. */
export function countAt(value: Json | undefined, place: JsonPlace): number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0
    ? value
    : failAt(place, "must be a count, an integer from 0");
}
