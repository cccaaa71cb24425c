import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json } from "@holdpoint/core";
import { CANDIDATE } from "../testing.ts";
import { readCandidate } from "./read-candidate.ts";
import { GIT_OBJECT_PATTERN, Shape, SHA256_HEX_PATTERN, SHA256_PATTERN, ShapeError } from "./shape.ts";

const shape = (value: Json): Shape => new Shape(value, "x");
const refusal = (work: () => unknown): string => {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof ShapeError) return thrown.message;
    throw thrown;
  }
  return "taken";
};

test("members of the right kind are given, wherever they stand", () => {
  const value = shape({
    text: "t",
    none: null,
    flag: false,
    count: 0,
    at: "2026-01-01T00:00:00.000Z",
    texts: ["a"],
    object: { inner: "i" },
    objects: [{ inner: "a" }, { inner: "b" }],
    zero: 0,
  });
  assert.equal(value.text("text"), "t");
  assert.equal(value.textOrNull("none"), null);
  assert.equal(value.textOrNull("text"), "t");
  assert.equal(value.objectOrNull("none"), null);
  assert.equal(value.objectOrNull("object")?.text("inner"), "i");
  assert.equal(value.nothing("none"), null);
  assert.equal(
    refusal(() => value.nothing("text")),
    "x.text is not null",
  );
  assert.equal(value.flag("flag"), false);
  assert.equal(value.count("count"), 0);
  assert.equal(value.time("at"), "2026-01-01T00:00:00.000Z");
  assert.deepEqual(value.texts("texts"), ["a"]);
  assert.equal(value.object("object").text("inner"), "i");
  assert.deepEqual(
    value.objects("objects").map((one) => one.text("inner")),
    ["a", "b"],
  );
  assert.equal(value.json("zero"), 0);
  assert.equal(value.oneOf("text", ["s", "t"]), "t");
  assert.deepEqual(value.jsonObject("object"), { inner: "i" });
});

test("what is not of the right kind is refused with its path", () => {
  const value = shape({ a: { b: [{ c: 1 }] }, number: 1, text: "", list: [1], none: null });
  assert.equal(
    refusal(() => value.object("a").objects("b")[0]?.text("c")),
    "x.a.b[0].c is not a text",
  );
  assert.equal(
    refusal(() => value.text("absent")),
    "x.absent is not a text",
  );
  assert.equal(
    refusal(() => value.text("none")),
    "x.none is not a text",
  );
  assert.equal(
    refusal(() => value.textOrNull("absent")),
    "x.absent is not a text",
  );
  assert.equal(
    refusal(() => value.flag("number")),
    "x.number is not true or false",
  );
  assert.equal(
    refusal(() => value.texts("list")),
    "x.list is not a list of texts",
  );
  assert.equal(
    refusal(() => value.objects("list")),
    "x.list[0] is not an object",
  );
  assert.equal(
    refusal(() => value.objects("text")),
    "x.text is not a list",
  );
  assert.equal(
    refusal(() => value.object("list")),
    "x.list is not an object",
  );
  assert.equal(
    refusal(() => value.object("none")),
    "x.none is not an object",
  );
  assert.equal(
    refusal(() => value.oneOf("text", ["s", "t"])),
    'x.text is not "s" or "t"',
  );
  assert.equal(
    refusal(() => value.json("absent")),
    "x.absent is not there",
  );
  assert.equal(
    refusal(() => shape([])),
    "x is not an object",
  );
});

test("a count is a whole number that no digit was lost from", () => {
  for (const count of [-1, 1.5, 2 ** 53, "1", null]) {
    assert.match(
      refusal(() => shape({ count }).count("count")),
      /not a count/,
      String(count),
    );
  }
  assert.equal(shape({ count: 2 ** 53 - 1 }).count("count"), 2 ** 53 - 1);
});

test("a time is RFC 3339 in UTC and exists", () => {
  for (const at of ["2026-01-01T00:00:00Z", "2026-01-01T23:59:59.123456Z"]) assert.equal(shape({ at }).time("at"), at);
  const wrong = [
    "2026-01-01",
    "2026-01-01T00:00:00",
    "2026-01-01T00:00:00+01:00",
    "2026-01-01 00:00:00Z",
    "2026-02-30T00:00:00.Z",
    "2026-13-01T00:00:00Z",
    "2026-01-01T25:00:00Z",
    " 2026-01-01T00:00:00Z",
    "2026-01-01T00:00:00Z\n",
    "",
    "yesterday",
  ];
  for (const at of wrong)
    assert.notEqual(
      refusal(() => shape({ at }).time("at")),
      "taken",
      at,
    );
});

test("members of an object's prototype are not its own", () => {
  assert.equal(
    refusal(() => shape({}).text("constructor")),
    "x.constructor is not a text",
  );
  assert.equal(
    refusal(() => shape({}).object("__proto__")),
    "x.__proto__ is not an object",
  );
  assert.equal(shape(JSON.parse('{"__proto__":"own"}') as Json).text("__proto__"), "own");
});

test("digests and git objects are lower-case hexadecimal of their length", () => {
  const [hex40, hex64] = ["a".repeat(40), "0".repeat(64)];
  for (const good of [hex40, hex64]) assert.match(good, GIT_OBJECT_PATTERN);
  assert.match(hex64, SHA256_HEX_PATTERN);
  assert.match(`sha256:${hex64}`, SHA256_PATTERN);
  for (const bad of ["", hex40.toUpperCase(), `${hex40}0`, `${hex40}\n`, hex40.slice(1), `sha256:${hex40}`]) {
    for (const pattern of [GIT_OBJECT_PATTERN, SHA256_HEX_PATTERN, SHA256_PATTERN]) assert.doesNotMatch(bad, pattern);
  }
});

test("a candidate is read whole or not at all", () => {
  const json = CANDIDATE as unknown as Readonly<Record<string, Json>>;
  assert.deepEqual(readCandidate(shape(json)), CANDIDATE);
  assert.deepEqual(readCandidate(shape({ ...json, more: 1 })), CANDIDATE);
  const wrong: readonly Readonly<Record<string, Json>>[] = [
    { service: 1 },
    { commit: "HEAD" },
    { tree: "" },
    { dirty: "no" },
    { artifacts: [{ name: "x" }] },
    { artifacts: [{ name: "x", sha256: "ABC" }] },
    { configDigest: "0".repeat(64) },
    { environment: null },
  ];
  for (const patch of wrong)
    assert.notEqual(
      refusal(() => readCandidate(shape({ ...json, ...patch }))),
      "taken",
    );
  for (const name of Object.keys(json)) {
    const { [name]: _, ...rest } = json;
    assert.match(
      refusal(() => readCandidate(shape(rest))),
      new RegExp(name),
      name,
    );
  }
});
