import assert from "node:assert/strict";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { argumentCheckOf } from "./argument-check.ts";
import { testingOperation } from "./testing.ts";
import { refusalOf } from "./testing-refusal.ts";

const REFUND_SCHEMA: JsonObject = {
  type: "object",
  required: ["charge", "constructor"],
  properties: {
    charge: { type: "string", minLength: 3 },
    constructor: { type: "boolean" },
    items: { type: "array", maxItems: 2, items: { type: "object", properties: { count: { type: "integer" } } } },
    kind: { enum: ["full", "part"] },
    "odd name/~": { type: "string" },
  },
};

function problem(args: JsonObject, schema: JsonObject = REFUND_SCHEMA): string | null {
  return argumentCheckOf(testingOperation({ argumentsSchema: schema }))(args);
}

test("what is wrong is said by the field's name and without its value", () => {
  const sound = { charge: "ch_1", constructor: true };
  assert.equal(problem(sound), null);
  const cases: readonly (readonly [JsonObject, string])[] = [
    [{ constructor: true }, 'arguments lacks the field "charge"'],
    [{ charge: "ch_1" }, 'arguments lacks the field "constructor"'],
    [{ ...sound, charge: 5 }, "arguments.charge must be string"],
    [{ ...sound, charge: "c" }, "arguments.charge must NOT have fewer than 3 characters"],
    [{ ...sound, chrage: "secret" }, 'arguments has the unknown field "chrage"'],
    [{ ...sound, items: [{}, { count: 1.5 }] }, "arguments.items[1].count must be integer"],
    [{ ...sound, items: [{ many: "secret" }] }, 'arguments.items[0] has the unknown field "many"'],
    [{ ...sound, items: [{}, {}, {}] }, "arguments.items must NOT have more than 2 items"],
    [{ ...sound, kind: "secret" }, "arguments.kind is not one of the values that it may be"],
    [{ ...sound, "odd name/~": 1 }, 'the field "arguments.odd name/~" must be string'],
  ];
  for (const [args, said] of cases) assert.equal(problem(args), said);
});

test("an unknown field's name is cut and escaped", () => {
  const said = problem({ charge: "ch_1", constructor: true, [`\u001b[31m\n${"x".repeat(5_000)}`]: 1 });
  assert.match(said ?? "", /^arguments has the unknown field "\\u001b\[31m\\nx+"$/);
  assert.ok((said ?? "").length < 200);
});

test("a field named __proto__ is a field like any other", () => {
  const args = JSON.parse('{"charge": "ch_1", "constructor": true, "__proto__": {"x": 1}}') as JsonObject;
  assert.equal(problem(args), 'arguments has the unknown field "__proto__"');
});

test("a schema is compiled once for an operation, also when it cannot be used", () => {
  const operation = testingOperation({ argumentsSchema: REFUND_SCHEMA });
  assert.equal(argumentCheckOf(operation), argumentCheckOf(operation));
  const broken = testingOperation({ argumentsSchema: { type: "objekt" } });
  assert.equal(
    refusalOf(() => argumentCheckOf(broken)),
    refusalOf(() => argumentCheckOf(broken)),
  );
});

test("two operations may use one $id", () => {
  const schema = { $id: "urn:example:refund", ...REFUND_SCHEMA };
  for (const _ of [1, 2]) assert.equal(problem({ charge: "ch_1", constructor: true }, { ...schema }), null);
});

test("a schema that would not be checked as it is written is refused", () => {
  const refused: readonly JsonObject[] = [
    { type: "objekt" },
    { properties: { a: { type: "string", format: "uuid" } } },
    { properties: { a: { type: "string", patern: "x" } } },
    { properties: { a: { type: "string", pattern: "(" } } },
    { $ref: "#/$defs/missing" },
    { $ref: "https://example.com/x.json" },
    { required: "a" },
    { properties: 5 },
    { properties: [] },
    { prefixItems: 5 },
    { allOf: {} },
    { anyOf: "a" },
  ];
  for (const schema of refused) {
    const { code, message } = refusalOf(() => argumentCheckOf(testingOperation({ argumentsSchema: schema })));
    assert.equal(code, "HP-GATEWAY-CONFIG", JSON.stringify(schema));
    assert.match(message, /schema/);
  }
});
