import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { argumentCheckOf } from "./argument-check.ts";
import { closeObjects } from "./close-objects.ts";
import { testingOperation } from "./testing.ts";
import { refusalOf } from "./testing-refusal.ts";

const TEXT: JsonObject = { type: "string" };
const PLACE: JsonObject = { type: "object", properties: { city: TEXT } };

function accepts(schema: JsonObject, args: JsonObject): boolean {
  return argumentCheckOf(testingOperation({ argumentsSchema: schema }))(args) === null;
}

/** Two arguments that differ in one unknown field: the first is taken, the second is not. */
const CLOSED: readonly (readonly [string, JsonObject, JsonObject, JsonObject])[] = [
  ["an empty schema", {}, {}, { x: 1 }],
  ["an object without fields", { type: "object" }, {}, { x: 1 }],
  ["properties", { properties: { a: TEXT } }, { a: "" }, { a: "", x: 1 }],
  ["a nullable object", { properties: { a: { ...PLACE, type: ["object", "null"] } } }, { a: null }, { a: { x: 1 } }],
  ["an object in a field", { properties: { a: PLACE } }, { a: { city: "" } }, { a: { city: "", x: 1 } }],
  ["an object in items", { properties: { a: { items: PLACE } } }, { a: [{ city: "" }] }, { a: [{ x: 1 }] }],
  ["in prefixItems", { properties: { a: { prefixItems: [PLACE], items: false } } }, { a: [{}] }, { a: [{ x: 1 }] }],
  ["in patternProperties", { patternProperties: { "^p_": PLACE } }, { p_1: {} }, { p_1: { x: 1 } }],
  ["in additionalProperties", { additionalProperties: PLACE }, { any: {} }, { any: { x: 1 } }],
  ["only required", { required: ["a"], properties: { a: TEXT } }, { a: "" }, { a: "", x: 1 }],
  ["anyOf", { anyOf: [{ properties: { a: TEXT } }, { properties: { b: TEXT } }] }, { a: "", b: "" }, { a: "", x: 1 }],
  ["allOf", { allOf: [{ properties: { a: TEXT } }, { properties: { b: TEXT } }] }, { a: "", b: "" }, { a: "", x: 1 }],
  [
    "oneOf",
    {
      oneOf: [
        { required: ["a"], properties: { a: TEXT } },
        { required: ["b"], properties: { b: TEXT } },
      ],
    },
    { a: "" },
    { a: "", x: 1 },
  ],
  [
    "an object inside of anyOf",
    { anyOf: [{ properties: { a: PLACE } }, { required: ["b"], properties: { b: TEXT } }] },
    { a: { city: "" } },
    { a: { city: "", x: 1 } },
  ],
  [
    "if, then, else",
    JSON.parse(
      `{ "properties": { "kind": {} }, "if": { "properties": { "kind": { "const": "a" } } },
      "then": { "properties": { "a": {} } }, "else": { "properties": { "b": {} } } }`,
    ) as JsonObject,
    { kind: "a", a: "" },
    { kind: "a", b: "" },
  ],
  [
    "dependentSchemas",
    { properties: { a: TEXT }, dependentSchemas: { a: { properties: { b: TEXT } } } },
    { a: "", b: "" },
    { b: "" },
  ],
  ["$ref", { properties: { a: { $ref: "#/$defs/p" } }, $defs: { p: PLACE } }, { a: { city: "" } }, { a: { x: 1 } }],
  [
    "$ref within allOf, which adds a field",
    { allOf: [{ $ref: "#/$defs/p" }, { properties: { zip: TEXT } }], $defs: { p: PLACE } },
    { city: "", zip: "" },
    { city: "", x: 1 },
  ],
  [
    "a schema that refers to itself",
    { properties: { next: { $ref: "#" }, name: TEXT } },
    { next: { next: { name: "" } } },
    { next: { next: { x: 1 } } },
  ],
];

for (const [what, schema, known, unknown] of CLOSED) {
  test(`unknown fields are refused: ${what}`, () => {
    assert.equal(accepts(schema, known), true, "the known ones are taken");
    assert.equal(accepts(schema, unknown), false, "the unknown one is refused");
  });
}

test("what a schema says itself of other fields stays", () => {
  assert.ok(accepts({ type: "object", additionalProperties: true }, { x: { y: [1] } }));
  assert.ok(accepts({ properties: { a: { type: "object", additionalProperties: true } } }, { a: { x: 1 } }));
  assert.ok(accepts({ properties: { a: {}, b: true } }, { a: { x: 1 }, b: { x: 1 } }));
  assert.ok(accepts({ anyOf: [{ additionalProperties: true }] }, { x: 1 }));
  assert.ok(!accepts({ unevaluatedProperties: TEXT }, { x: 1 }));
  assert.ok(accepts({ unevaluatedProperties: TEXT }, { x: "" }));
});

test("a condition is not closed, which would let more through", () => {
  const forbidden = { not: { required: ["force"] }, properties: { force: { type: "boolean" }, a: TEXT } };
  assert.ok(accepts(forbidden, { a: "" }));
  assert.ok(!accepts(forbidden, { a: "", force: true }), "an unknown field beside it does not get around a not");
  const nested = { properties: { o: { type: "object", additionalProperties: true, not: { required: ["force"] } } } };
  assert.ok(!accepts(nested, { o: { force: true, x: 1 } }));
  const within = {
    properties: { o: { type: "object", additionalProperties: true } },
    not: { required: ["o"], properties: { o: { properties: { force: {} }, required: ["force"] } } },
  };
  assert.ok(accepts(within, { o: { x: 1 } }));
  assert.ok(!accepts(within, { o: { force: true, x: 1 } }), "nor does one inside of it");
  const few = {
    properties: { a: { type: "array", items: true, contains: { required: ["bad"] }, maxContains: 0, minContains: 0 } },
  };
  assert.ok(!accepts(few, { a: [{ bad: 1, x: 1 }] }));
});

test("names of fields are not keywords, and values are not schemas", () => {
  const schema = { properties: { not: TEXT, $ref: TEXT, items: PLACE, if: { const: { $ref: "x", properties: 1 } } } };
  assert.ok(accepts(schema, { not: "", $ref: "", items: {}, if: { $ref: "x", properties: 1 } }));
  assert.ok(accepts(schema, { not: "", $ref: "", items: { city: "" } }));
  assert.ok(!accepts(schema, { items: { x: 1 } }));
});

test("the schema that is given stays as it is", () => {
  const schema = { properties: { a: PLACE }, $defs: { p: PLACE } };
  const before = JSON.stringify(schema);
  assert.notEqual(JSON.stringify(closeObjects(schema)), before);
  assert.equal(JSON.stringify(schema), before);
});

test("references that are not read are refused", () => {
  const ref = { $ref: "#/$defs/p" };
  const refused: readonly JsonObject[] = [
    { $ref: "https://example.com/schema.json" },
    { properties: { a: { $ref: "other.json#/x" } } },
    { properties: { a: { $ref: 5 } } },
    { $dynamicRef: "#node" },
    { allOf: [{ $recursiveRef: "#" }] },
    { properties: { a: { $id: "other", $ref: "#/$defs/p" } } },
    { not: ref, $defs: { p: PLACE } },
    { if: { allOf: [ref] }, $defs: { p: PLACE } },
    { properties: { a: { contains: { properties: { b: ref } } } }, $defs: { p: PLACE } },
  ];
  for (const schema of refused) {
    const { code, message } = refusalOf(() => closeObjects(schema));
    assert.equal(code, "HP-GATEWAY-CONFIG");
    assert.match(message, /[Rr]ef|\$id/);
  }
});
