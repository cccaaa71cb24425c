import assert from "node:assert/strict";
import { test } from "node:test";
import { planPlace } from "./place.ts";
import type { Template } from "./template.ts";
import { fill, parseTemplate } from "./template.ts";

type Names = Readonly<Record<string, string>>;
const parse = (text: string): Template<Names> =>
  parseTemplate(
    { text, pointer: "body", placeOf: planPlace },
    (name) => (values: Names) => values[name] ?? `<${name}>`,
  );

test("a text without placeholders stays a string", () => {
  for (const text of ["", "/path?x={1}", "a $ b", "cost: 5$", "{}}"]) assert.equal(parse(text), text);
});

test("values are filled in where they stand, and are not looked into themselves", () => {
  assert.equal(fill(parse("/u/${id}/${id}?q=${x}."), { id: "7", x: "${id}" }), "/u/7/7?q=${id}.");
  assert.equal(fill(parse("${a}${b}"), { a: "1", b: "2" }), "12");
  assert.equal(fill(parse("${}"), {}), "<>");
});

test("a doubled dollar is a literal placeholder", () => {
  assert.equal(parse("$${id}"), "${id}");
  assert.equal(fill(parse("$${id} ${id} $${x"), { id: "7" }), "${id} 7 ${x");
});

test("one that is not closed is refused at its column", () => {
  assert.throws(() => parse("/a/${id"), { code: "HP-LOAD-PLACEHOLDER", place: { column: 4 } });
});
