import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { Json, JsonObject } from "../noun/json.ts";
import { SECTIONS } from "../noun/section.ts";

const FOLDER = new URL("../../schemas/", import.meta.url);
const FILES = readdirSync(FOLDER).sort();
const SUFFIX = ".v1.json";

export const SCHEMA_NAMES: readonly string[] = FILES.map((file) => file.slice(0, -SUFFIX.length));

export function schemaOf(name: string): JsonObject {
  return JSON.parse(readFileSync(new URL(`${name}${SUFFIX}`, FOLDER), "utf8")) as JsonObject;
}

/** What a published schema finds wrong, as a reader of the package would see it. */
export function validatorOf(name: string): (document: unknown) => string[] {
  const validate = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(
    schemaOf(name),
  );
  return (document) => {
    validate(document);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
}

/** Every schema inside a schema, with its path. */
function nodes(schema: Json, path = ""): [string, JsonObject][] {
  if (typeof schema !== "object" || schema === null) return [];
  const parts = Object.entries(schema).flatMap(([key, part]: [string, Json]) => nodes(part, `${path}/${key}`));
  return Array.isArray(schema) ? parts : [[path, schema as JsonObject], ...parts];
}

test("every file is a schema of its name that compiles on its own", () => {
  assert.ok(FILES.length >= 19, `${FILES.length} schemas`);
  for (const file of FILES) {
    assert.ok(file.endsWith(SUFFIX), file);
    const name = file.slice(0, -SUFFIX.length);
    const { $schema, $id, title, description } = schemaOf(name);
    assert.equal($schema, "https://json-schema.org/draft/2020-12/schema");
    assert.equal($id, `urn:holdpoint:schema:${name}:v1`);
    assert.ok(typeof title === "string" && typeof description === "string" && description.length > 20, name);
    assert.doesNotThrow(() => validatorOf(name), name);
  }
});

test("every object says which members it has and allows no others", () => {
  let closed = 0;
  for (const name of SCHEMA_NAMES) {
    for (const [path, node] of nodes(schemaOf(name))) {
      if (!Object.hasOwn(node, "properties") || /\/(if|then|else)$/.test(path)) continue;
      assert.equal(node["additionalProperties"], false, `${name}${path}`);
      closed += 1;
    }
  }
  assert.ok(closed > 60, `${closed} objects`);
});

test("a definition means the same in every file", () => {
  const seen = new Map<string, JsonObject>();
  let repeated = 0;
  for (const name of SCHEMA_NAMES) {
    for (const [id, definition] of Object.entries((schemaOf(name)["$defs"] ?? {}) as Record<string, JsonObject>)) {
      const before = seen.get(id);
      if (before !== undefined) {
        assert.deepEqual(definition, before, `${id} in ${name}`);
        repeated += 1;
      }
      seen.set(id, definition);
    }
  }
  assert.ok(repeated > 20, `${repeated} repeated definitions`);
  assert.deepEqual(
    seen.get("section")?.["enum"],
    SECTIONS.map((section) => section.id),
  );
});
