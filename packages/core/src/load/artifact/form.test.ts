import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Json } from "../../noun/json.ts";
import type { Form } from "./form.ts";
import { amount, count, digest, flag, kinds, list, nullable, number, object, oneOf, optional, text } from "./form.ts";

const said = (form: Form, value: Json | undefined): string | null => form(value, "x");

describe("the form of an untrusted value", () => {
  test("each takes what it names and nothing else", () => {
    const cases: readonly (readonly [
      form: Form,
      takes: readonly Json[],
      refuses: readonly (Json | undefined)[],
      must: string,
    ])[] = [
      [text, ["", "a"], [1, null, undefined, [], "a".repeat(100_001)], "a text"],
      [count, [0, 7, Number.MAX_SAFE_INTEGER], [-1, 0.5, "1", null, undefined, 2 ** 53], "a count"],
      [amount, [0, 0.5], [-0.1, "1", null, undefined, true], "a number from 0"],
      [number, [-1, 0.5], ["1", null, undefined], "a number"],
      [flag, [true, false], [0, "true", null, undefined], "true or false"],
      [digest, ["0".repeat(64)], ["0".repeat(63), "G".repeat(64), "A".repeat(64), null, undefined], "a SHA-256"],
      [oneOf("a", "b"), ["a", "b"], ["c", "", null, undefined, 1], "one of a, b"],
    ];
    for (const [form, takes, refuses, must] of cases) {
      for (const value of takes) assert.equal(said(form, value), null, `${must}: ${JSON.stringify(value)}`);
      for (const value of refuses) assert.equal(said(form, value), `x must be ${must}`);
    }
  });

  test("null and nothing are two things", () => {
    assert.deepEqual([said(nullable(text), null), said(nullable(text), undefined)], [null, "x must be a text"]);
    assert.deepEqual([said(optional(text), undefined), said(optional(text), null)], [null, "x must be a text"]);
  });

  test("a list has an end, and tells the first item that is wrong", () => {
    assert.equal(said(list(count), [1, 2]), null);
    assert.equal(said(list(count), [1, "2", "3"]), "x[1] must be a count");
    assert.equal(said(list(count, 2), [1, 2, 3]), "x has 3 items, at most 2 are read");
    for (const value of [{}, "12", null, undefined]) assert.equal(said(list(count), value), "x must be a list");
  });

  test("an object has its own members, not those that every object has", () => {
    const form = object({ a: count, toString: optional(text) });
    assert.equal(said(form, { a: 1, more: [] }), null);
    assert.equal(said(form, {}), "x.a must be a count");
    assert.equal(said(form, { a: 1, toString: 7 }), "x.toString must be a text");
    for (const value of [[], "a", null, undefined]) assert.equal(said(form, value), "x must be an object");
  });

  test("members that depend on one of them", () => {
    const form = kinds("kind", { a: object({ n: count }), b: object({}) });
    assert.equal(said(form, { kind: "b" }), null);
    assert.equal(said(form, { kind: "a" }), "x.n must be a count");
    assert.equal(said(form, { kind: "c" }), "x.kind must be one of a, b");
    assert.equal(said(form, { kind: "constructor" }), "x.kind must be one of a, b");
  });
});
