import assert from "node:assert/strict";
import { test } from "node:test";
import { compilePattern, PATTERN_SUBJECT_CHARS_MAX, patternSubject } from "./pattern.ts";
import { planPlace } from "./place.ts";

const compile = (text: string): RegExp => compilePattern({ text, pointer: "extract[0].pattern", placeOf: planPlace });

test("ordinary patterns are compiled", () => {
  for (const text of ['"id":"([^"]+)"', "^ok$", "(a|b)+", "(a+)b", "(?:ab{2,3})*", "[(+]*", "\\(a+\\)+", "(x)(y+)"]) {
    assert.ok(compile(text) instanceof RegExp, text);
  }
});

test("what could hold the generator up is refused at its column", () => {
  const columns: Readonly<Record<string, number>> = {
    "(a+)+": 5,
    "(a*)*b": 5,
    "((a+))+": 7,
    "(?:x(y+)z)*": 11,
    "(a{2,}){3,}": 8,
    "(a|b+)+": 7,
  };
  for (const [text, column] of Object.entries(columns)) {
    assert.throws(() => compile(text), { code: "HP-LOAD-PATTERN", place: { column } }, text);
  }
});

test("no pattern, a broken one, one too long", () => {
  assert.throws(() => compile(""), { code: "HP-LOAD-PATTERN" });
  assert.throws(() => compile("(a"), /extract\[0\]\.pattern: Invalid regular expression/);
  assert.throws(() => compile("a".repeat(501)), { code: "HP-LOAD-PATTERN", place: { column: 501 } });
});

test("a pattern sees the beginning of a long answer", () => {
  assert.equal(patternSubject("short"), "short");
  assert.equal(patternSubject("x".repeat(PATTERN_SUBJECT_CHARS_MAX + 1)).length, PATTERN_SUBJECT_CHARS_MAX);
});
