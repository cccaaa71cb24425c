import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, JsonObject } from "../noun/json.ts";
import { schemaOf, validatorOf } from "./schemas.test.ts";

const WRONG: Json = [{ nothing: "wants this" }];

export interface Harm {
  readonly what: string;
  readonly harmed: Json;
}

/** Copies of a document with one member left out, one added or one of another type. */
export function harmsOf(document: Json, path = ""): Harm[] {
  const put = (key: string, what: string, value: Json | undefined): Harm => {
    const harmed = structuredClone(document) as Record<string, Json>;
    if (value === undefined) delete harmed[key];
    else harmed[key] = value;
    return { what: `${what} ${path}/${key}`, harmed };
  };
  if (typeof document !== "object" || document === null) return [];
  const inside = Object.entries(document as JsonObject).flatMap(([key, part]) => [
    put(key, "wrong", WRONG),
    ...harmsOf(part, `${path}/${key}`).map(({ what, harmed }) => ({ what, harmed: put(key, what, harmed).harmed })),
  ]);
  if (Array.isArray(document)) return inside;
  const without = Object.keys(document).map((key) => put(key, "without", undefined));
  return [...inside, ...without, put("unheardOf", "with", 1)];
}

/**
 * The schema takes the document, every member that the schema knows is in the document, and every harm is rejected
 * but those where any value is allowed (`open`).
 */
export function assertSchemaFits(name: string, document: unknown, open: RegExp = /^$/): void {
  const problems = validatorOf(name);
  assert.deepEqual(problems(document), [], name);
  const harms = harmsOf(document as Json).filter(({ what }) => !open.test(what));
  assert.ok(harms.length > 5, `${name} was harmed`);
  for (const { what, harmed } of harms) assert.notDeepEqual(problems(harmed), [], `${name} ${what}`);
  const schema = schemaOf(name);
  const unseen = [...members(schema, schema, [document as Json], "")];
  assert.deepEqual(unseen, [], `${name}: members that no sample has`);
}

/** Members of a schema that none of the values has. */
function members(root: JsonObject, schema: JsonObject, values: readonly Json[], path: string): string[] {
  const target = resolve(root, schema);
  const options = (target["anyOf"] as readonly JsonObject[] | undefined)?.map((one) => resolve(root, one)) ?? [target];
  return options.flatMap((option) => [
    ...Object.entries((option["properties"] ?? {}) as Record<string, JsonObject>).flatMap(([key, part]) => {
      const found = values
        .filter(isObject)
        .filter((one) => Object.hasOwn(one, key))
        .map((one) => one[key] as Json);
      return found.length === 0 ? [`${path}/${key}`] : members(root, part, found, `${path}/${key}`);
    }),
    ...(option["items"] === undefined
      ? []
      : members(root, option["items"] as JsonObject, values.filter(Array.isArray).flat() as Json[], `${path}/*`)),
  ]);
}

function resolve(root: JsonObject, schema: JsonObject): JsonObject {
  const reference = schema["$ref"];
  if (typeof reference !== "string") return schema;
  return (root["$defs"] as Record<string, JsonObject>)[reference.slice("#/$defs/".length)] as JsonObject;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

test("a document is harmed in every place", () => {
  assert.deepEqual(
    harmsOf({ a: { b: 1 }, c: [2] }).map(({ what }) => what),
    [
      "wrong /a",
      "wrong /a/b",
      "without /a/b",
      "with /a/unheardOf",
      "wrong /c",
      "wrong /c/0",
      "without /a",
      "without /c",
      "with /unheardOf",
    ],
  );
});

test("a sample that lacks a member of its schema is noticed", () => {
  const sample = { of: "x", outcome: "error", code: "HP", text: "t", hint: null, file: null, line: null };
  assert.throws(() => assertSchemaFits("collection-failure", sample));
});
