import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { comment, list, scalar } from "./yaml-text.ts";

test("a plain word stays plain, everything that could be read otherwise is quoted", () => {
  assert.equal(scalar("reports/junit.xml"), "reports/junit.xml");
  for (const text of [
    "true",
    "No",
    "null",
    "1.0",
    "",
    "- a",
    "a: b",
    "*.xml",
    "@scope/name",
    "--test",
    "a,b",
    "#x",
    "~",
  ]) {
    assert.equal(scalar(text), JSON.stringify(text));
  }
});

test("any string comes back, alone and in both forms of a list", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1, maxLength: 5 }), (items) => {
      assert.deepEqual(parse(list("key", items, "").join("\n")), { key: items });
      const long = [...items, "x".repeat(120)];
      assert.deepEqual(parse(["top:", ...list("key", long, "  ")].join("\n")), { top: { key: long } });
    }),
    { numRuns: 300 },
  );
});

test("a comment is a comment on every line", () => {
  assert.deepEqual(comment("a\n\n  b", "  "), ["  # a", "  #", "  #   b"]);
});
