import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { POLICY_SCHEMA } from "./policy-schema.ts";

test("the published schema is the one that is used", () => {
  const published = readFileSync(new URL("../../schemas/policy.v1.json", import.meta.url), "utf8");
  assert.deepEqual(JSON.parse(published), POLICY_SCHEMA);
});

test("every object of a policy refuses keys that it does not know, and every list has a bound", () => {
  const seen = { objects: 0, lists: 0 };
  const look = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null) return;
    const schema = value as Readonly<Record<string, unknown>>;
    if (schema["type"] === "object") {
      seen.objects += 1;
      assert.equal(schema["additionalProperties"], false, path);
    }
    if (schema["type"] === "array") {
      seen.lists += 1;
      assert.ok("maxItems" in schema || schema["uniqueItems"] === true, path);
    }
    for (const [key, inner] of Object.entries(schema)) look(inner, `${path}/${key}`);
  };
  look(POLICY_SCHEMA, "");
  assert.deepEqual(seen, { objects: 4, lists: 7 });
});

test("examples in the schema are valid", () => {
  const ajv = new Ajv2020({ strict: true, strictTypes: false });
  let seen = 0;
  const look = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { examples } = value as { readonly examples?: unknown };
    if (Array.isArray(examples)) {
      const validate = ajv.compile(value);
      for (const example of examples) assert.ok(validate(example), JSON.stringify(example));
      seen += examples.length;
    }
    for (const inner of Object.values(value)) look(inner);
  };
  look(POLICY_SCHEMA);
  assert.ok(seen > 5);
});
