import assert from "node:assert/strict";
import { test } from "node:test";
import { HoldpointError } from "@holdpoint/core";
import fc from "fast-check";
import { readCsv } from "./csv.ts";
import { readLoad } from "./read-load.ts";
import { LOAD_FILES, LOAD_YAML, memoryGround } from "./testing-load.ts";

const CODES = /^HP-(?:CONFIG|READ)-/;

/** A plan, or a registered error with a place; never anything else. */
function readOrRefuse(text: string): void {
  try {
    const { phases } = readLoad(new TextEncoder().encode(text), "load.yaml", memoryGround(LOAD_FILES));
    assert.ok(phases.every(({ durationMs }) => durationMs > 0));
  } catch (error) {
    assert.ok(error instanceof HoldpointError, `not a registered error: ${String(error)}`);
    assert.match(error.code, CODES);
    assert.ok(error.place.file !== undefined);
  }
}

test("a sound plan from which anything was cut, or into which anything was put, is read or refused", () => {
  const at = fc.nat(LOAD_YAML.length);
  const put = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom("\n", ": ", "- ", "0", "[", "}", "&a", "*a", '"'));
  fc.assert(
    fc.property(at, fc.nat(12), put, (from, length, text) => {
      readOrRefuse(LOAD_YAML.slice(0, from) + text + LOAD_YAML.slice(from + length));
    }),
    { numRuns: 400 },
  );
});

test("any value of any key is read or refused", () => {
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom("1s", "0s", "p99 < 1ms", "http://h"));
  const keys = ["url", "phases", "flows", "requests", "data", "objectives", "abort", "tls", "warmUp", "validity"];
  const key = fc.constantFrom(...keys);
  const base = { version: 1, url: "http://h", phases: [{ name: "a", rate: 1, duration: "1s" }] };
  fc.assert(
    fc.property(key, value, (name, said) => readOrRefuse(JSON.stringify({ ...base, [name]: said }))),
    { numRuns: 400 },
  );
});

test("what is written as comma-separated values is read back", () => {
  const cell = fc.string({
    unit: fc.constantFrom("a", "1", ",", '"', "\n", "\r\n", " ", "ü"),
    minLength: 1,
    maxLength: 5,
  });
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), (rows) => {
      const text = rows.map((row) => `${row.map(quoted).join(",")}\n`).join("");
      assert.deepEqual(
        readCsv(text, "t.csv").map(({ cells }) => cells),
        rows,
      );
    }),
    { numRuns: 300 },
  );
});
