import type { JsonObject } from "@holdpoint/core";

/** Schemas (JSON Schema 2020-12, as OpenAPI 3.1 has them) that others are made of. */
export const TEXT: JsonObject = { type: "string" };
export const COUNT: JsonObject = { type: "integer", minimum: 0 };
export const YES_NO: JsonObject = { type: "boolean" };
export const ANY: JsonObject = {};
export const ANY_OBJECT: JsonObject = { type: "object" };
export const INSTANT: JsonObject = { type: "string", description: "RFC 3339, UTC, milliseconds" };
export const DIGEST: JsonObject = { type: "string", pattern: "^sha256:[0-9a-f]{64}$" };

export function oneOfTexts(values: readonly string[], description: string = ""): JsonObject {
  return { type: "string", enum: values, ...(description === "" ? {} : { description }) };
}

export function orNull(schema: JsonObject): JsonObject {
  return { anyOf: [schema, { type: "null" }] };
}

export function listOf(items: JsonObject, maxItems?: number): JsonObject {
  return { type: "array", items, ...(maxItems === undefined ? {} : { maxItems }) };
}

export function countsOf(names: readonly string[]): JsonObject {
  return closed(Object.fromEntries(names.map((name) => [name, COUNT])));
}

export function refTo(component: string): JsonObject {
  return { $ref: `#/components/schemas/${component}` };
}

/** An object without other members; all are required but those whose names are given. */
export function closed(properties: JsonObject, optional: readonly string[] = []): JsonObject {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: "object", properties, required, additionalProperties: false };
}

/** One page of a list. */
export function pageOf(component: string): JsonObject {
  return closed({ items: listOf(refTo(component)), cursor: orNull(TEXT) });
}
