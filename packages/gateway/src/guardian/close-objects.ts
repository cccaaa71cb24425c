import type { Json, JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";

/** Keywords whose subschemas are for values inside of the value. */
const INNER_ONE: ReadonlySet<string> = new Set([
  "items",
  "additionalProperties",
  "unevaluatedItems",
  "unevaluatedProperties",
]);
const INNER_LIST: ReadonlySet<string> = new Set(["prefixItems"]);
const INNER_MAP: ReadonlySet<string> = new Set(["properties", "patternProperties"]);

/** Keywords whose subschemas are for the same value: they are closed together, by the schema that they stand in. */
const SAME_ONE: ReadonlySet<string> = new Set(["then", "else"]);
const SAME_LIST: ReadonlySet<string> = new Set(["allOf", "anyOf", "oneOf"]);
const SAME_MAP: ReadonlySet<string> = new Set(["dependentSchemas", "$defs", "definitions"]);

/** Closing a schema under one of these would let more through, or choose another branch, so they stay as they are. */
const CONDITIONS: ReadonlySet<string> = new Set(["if", "not", "contains"]);

/** They change what a reference refers to. */
const UNREAD: ReadonlySet<string> = new Set(["$dynamicRef", "$recursiveRef", "$id", "$anchor", "$dynamicAnchor"]);

/** Keywords that speak of an object's fields. */
const OF_OBJECTS: readonly string[] = [
  "properties",
  "patternProperties",
  "required",
  "dependentRequired",
  "propertyNames",
  "minProperties",
  "maxProperties",
];
const COMPOSING: readonly string[] = ["$ref", "allOf", "anyOf", "oneOf", "if", "dependentSchemas"];

/**
 * A copy of an arguments' schema in which every object schema that does not say what other fields may be refuses them:
 * `additionalProperties: false`, or `unevaluatedProperties: false` where a schema is put together of several, so that
 * each of them may name fields of its own. A schema that says nothing of a value (`{}`, `true`) still takes any.
 *
 * @throws HoldpointError `HP-GATEWAY-CONFIG` for references to other documents, dynamic ones, ones in conditions, and
 * names within the schema that would change what they refer to
 * @example
 * closeObjects({ type: "object", properties: { to: { type: "string" } } }); // … and additionalProperties: false
 */
export function closeObjects(schema: JsonObject): JsonObject {
  // Without its name, which no reference may use, so that two operations may share it.
  const { $id: _, ...unnamed } = schema;
  // Arguments are always an object, so the root is an object's schema whatever it says.
  return closed({ type: "object", ...unnamed }, false);
}

function closed(schema: JsonObject, isPart: boolean): JsonObject {
  const made: Record<string, Json> = {};
  for (const [keyword, value] of Object.entries(schema)) made[keyword] = closedKeyword(keyword, value);
  if (isPart || !isOfObjects(schema)) return made;
  if ("additionalProperties" in schema || "unevaluatedProperties" in schema) return made;
  return { ...made, [isComposed(schema) ? "unevaluatedProperties" : "additionalProperties"]: false };
}

function closedKeyword(keyword: string, value: Json): Json {
  if (INNER_ONE.has(keyword)) return one(value, false);
  if (INNER_LIST.has(keyword)) return list(value, false);
  if (INNER_MAP.has(keyword)) return map(value, false);
  if (SAME_ONE.has(keyword)) return one(value, true);
  if (SAME_LIST.has(keyword)) return list(value, true);
  if (SAME_MAP.has(keyword)) return map(value, true);
  if (CONDITIONS.has(keyword)) refuseReferences(value);
  if (keyword === "$ref" && !(typeof value === "string" && value.startsWith("#"))) {
    throw refusal(`$ref ${JSON.stringify(value)} refers to another document`);
  }
  if (UNREAD.has(keyword)) throw refusal(`${keyword} is not read`);
  return value;
}

function one(value: Json, isPart: boolean): Json {
  return isObject(value) ? closed(value, isPart) : value;
}

function list(value: Json, isPart: boolean): Json {
  return Array.isArray(value) ? value.map((item: Json) => one(item, isPart)) : value;
}

function map(value: Json, isPart: boolean): Json {
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, one(item, isPart)]));
}

/** What they refer to is closed, which a condition must not be. */
function refuseReferences(value: Json): void {
  if (Array.isArray(value)) value.forEach(refuseReferences);
  if (!isObject(value)) return;
  for (const [keyword, inner] of Object.entries(value)) {
    if (["$ref", "$dynamicRef", "$recursiveRef"].includes(keyword)) {
      throw refusal(`${keyword} is not read inside of if, not and contains`);
    }
    refuseReferences(inner);
  }
}

function isOfObjects(schema: JsonObject): boolean {
  const type = schema["type"];
  if (type === "object" || (Array.isArray(type) && type.includes("object"))) return true;
  return type === undefined && (OF_OBJECTS.some((keyword) => keyword in schema) || isComposed(schema));
}

function isComposed(schema: JsonObject): boolean {
  return COMPOSING.some((keyword) => keyword in schema);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refusal(text: string): HoldpointError {
  return new HoldpointError("HP-GATEWAY-CONFIG", `the arguments' schema cannot be used: ${text}`);
}
