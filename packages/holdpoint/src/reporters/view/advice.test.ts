import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ERRORS } from "@holdpoint/core";
import { HELD } from "../fixture/runs.ts";
import { adviceOf } from "./advice.ts";

test("every hold reason that no check worded itself has advice", () => {
  const own = new Set(["tree-dirty", "tests-failed"]);
  const codes = HELD.judgement.holdReasons.map(({ code }) => code).filter((code) => !own.has(code));
  assert.ok(codes.length >= 6);
  for (const code of codes) assert.notEqual(adviceOf(code), null, code);
});

test("every code that core's rules give has advice", () => {
  const folder = new URL("../../../../core/src/judge/", import.meta.url);
  const source = ["decide.ts", "evidence-set.ts", "judge-check.ts"].map((file) =>
    readFileSync(new URL(file, folder), "utf8"),
  );
  const pattern = /"((?:evidence|gate|check|baseline|parameter|required|partial|no)-[a-z-]+)"/g;
  const codes = [...source.join("").matchAll(pattern)].map(([, code]) => code ?? "");
  assert.ok(codes.length >= 15);
  for (const code of codes) assert.notEqual(adviceOf(code), null, code);
});

test("registered errors give their hint", () => {
  const advice = adviceOf("HP-READ-TRUNCATED");
  assert.equal(advice?.remediation, ERRORS["HP-READ-TRUNCATED"].hint);
  assert.equal(advice?.seen, ERRORS["HP-READ-TRUNCATED"].title);
});

test("a check's own code has none, nor has a name that every object inherits", () => {
  for (const code of ["tests-failed", "constructor", "toString", "__proto__", ""]) assert.equal(adviceOf(code), null);
});
