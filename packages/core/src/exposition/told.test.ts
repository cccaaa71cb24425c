import assert from "node:assert/strict";
import { test } from "node:test";
import { readExposition } from "./read-exposition.ts";
import { validateExposition } from "./validate.ts";

export const NOW_MS = 1_700_000_000_000;

/** `code line` of everything that is told of a page. */
export function told(text: string): string[] {
  const problems = validateExposition([readExposition(text, { atMs: NOW_MS })]);
  return problems.map(({ code, line }) => `${code} ${line}`);
}

/** A family with HELP and TYPE, whose samples begin in line 3; closed where it is OpenMetrics. */
export function familyText(type: string, name: string, samples: readonly string[], eof = false): string {
  const lines = [`# HELP ${name} About it.`, `# TYPE ${name} ${type}`, ...samples, ...(eof ? ["# EOF"] : [])];
  return lines.map((line) => `${line}\n`).join("");
}

test("what the other tests ask with tells of sound and of broken pages", () => {
  assert.deepEqual(told(familyText("gauge", "g", ["g 1"])), []);
  assert.deepEqual(told(familyText("gauge", "g", ["g 1"], true)), []);
  assert.deepEqual(told(familyText("gauge", "g", ["g x", "g 1"])), ["bad-value 3"]);
});
