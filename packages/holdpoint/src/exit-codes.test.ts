import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ERRORS, HoldpointError } from "@holdpoint/core";
import type { ErrorCode } from "@holdpoint/core";
import { EXIT, exitOfParser, exitOfVerdict } from "./exit-codes.ts";
import { failure } from "./failure.ts";

test("the numbers are the interface", () => {
  assert.deepEqual(EXIT, { pass: 0, hold: 1, usage: 2, noVerdict: 3 });
});

test("only PROMOTE passes", () => {
  assert.equal(exitOfVerdict("PROMOTE"), 0);
  assert.equal(exitOfVerdict("HOLD"), 1);
});

test("every registered error ends with 2 or 3, never with a verdict's number", () => {
  const codes = Object.keys(ERRORS) as ErrorCode[];
  assert.ok(codes.length > 0);
  for (const code of codes) {
    const { exit, json } = failure(new HoldpointError(code, "why"));
    assert.ok(exit === EXIT.usage || exit === EXIT.noVerdict, code);
    assert.equal((json() as { code: string }).code, code);
  }
});

test("what nobody foresaw is HP-INTERNAL without a stack", () => {
  const { exit, json, text } = failure(new TypeError("boom"));
  assert.equal(exit, EXIT.noVerdict);
  assert.equal((json() as { code: string }).code, "HP-INTERNAL");
  assert.ok(!text().includes("    at "));
  assert.match(text(), /^holdpoint: boom \[HP-INTERNAL\]\n {2}\S/);
});

test("an error names file, line and column as far as they are known", () => {
  const at = (place: object): string =>
    failure(new HoldpointError("HP-READ-SYNTAX", "bad", place))
      .text()
      .split("\n")[0] ?? "";
  assert.equal(at({ file: "a.xml", line: 3, column: 7 }), "holdpoint: a.xml:3:7: bad [HP-READ-SYNTAX]");
  assert.equal(at({ file: "a.xml" }), "holdpoint: a.xml: bad [HP-READ-SYNTAX]");
  assert.equal(at({}), "holdpoint: bad [HP-READ-SYNTAX]");
});

test("whatever the parser ends with besides 0 is a wrong command line", () => {
  assert.equal(exitOfParser(0), 0);
  for (const code of [-5, -4, -1, 251, 1, "1", null, undefined]) assert.equal(exitOfParser(code), EXIT.usage);
});

test("the bin, which cannot import TypeScript, uses the same number for no verdict", () => {
  const bin = readFileSync(new URL("../bin/holdpoint.js", import.meta.url), "utf8");
  assert.equal(/const EXIT_NO_VERDICT = (\d+);/.exec(bin)?.[1], String(EXIT.noVerdict));
});
