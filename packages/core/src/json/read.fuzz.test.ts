import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import type { Json } from "../noun/json.ts";
import { readJson } from "./read.ts";

/** Of the suite, as every property's; a file that is run alone has none. */
const SEED: number = fc.readConfigureGlobal().seed ?? 1;
const FILE = "fuzzed.json";
const RUNS = { seed: SEED, numRuns: 3000 };

const valid = fc.oneof(
  fc.json({ maxDepth: 6, noUnicodeString: false }),
  fc
    .tuple(fc.jsonValue({ maxDepth: 6, noUnicodeString: false }), fc.nat(4))
    .map(([value, indent]) => JSON.stringify(value, null, indent)),
);

/** What the reader made of it: `{ value }`, or null for a registered error with file and position. */
function outcome(input: string | Uint8Array): { readonly value: Json } | null {
  try {
    return { value: readJson(input, { file: FILE, sizeBytesMax: 20_000_000 }) };
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), `threw ${String(thrown)}`);
    assert.match(thrown.code, /^HP-READ-/);
    const { file, line, column } = thrown.place;
    assert.equal(file, FILE);
    if (thrown.code !== "HP-READ-TOO-LARGE") {
      const lines = (typeof input === "string" ? input : Buffer.from(input).toString("latin1")).split("\n");
      assert.ok(line !== undefined && line >= 1 && line <= lines.length, `line ${line}`);
      assert.ok(
        column !== undefined && column >= 1 && column <= (lines[line - 1] ?? "").length + 1,
        `column ${column}`,
      );
    }
    return null;
  }
}

/** Two parsers, one answer: never a value that JSON.parse does not give, never a refusal without a reason. */
function agrees(text: string): void {
  const read = outcome(text);
  let parsed: { readonly value: Json } | null;
  try {
    parsed = { value: JSON.parse(text.replace(/^\uFEFF/, "")) as Json };
  } catch {
    parsed = null;
  }
  if (read !== null) assert.deepEqual(read, parsed);
  else if (parsed !== null) assert.ok(isStricter(text, parsed.value), `refused ${JSON.stringify(text.slice(0, 200))}`);
}

/** The reasons for which strict JSON refuses what JSON.parse takes, found in other ways than the reader's own. */
function isStricter(text: string, value: Json): boolean {
  const { overflows, halves, depth, members } = featuresOf(value);
  return overflows || halves || depth > 256 || members < featuresOf(JSON.parse(renamed(text)) as Json).members;
}

function featuresOf(value: Json): { overflows: boolean; halves: boolean; depth: number; members: number } {
  const features = { overflows: false, halves: false, depth: 0, members: 0 };
  const walk = (part: Json, depth: number): void => {
    features.overflows ||= typeof part === "number" && !Number.isFinite(part);
    features.halves ||= typeof part === "string" && !part.isWellFormed();
    if (typeof part !== "object" || part === null) return;
    features.depth = Math.max(features.depth, depth);
    for (const [key, one] of Object.entries(part)) {
      features.halves ||= !key.isWellFormed();
      features.members += Number(!Array.isArray(part));
      walk(one, depth + 1);
    }
  };
  walk(value, 1);
  return features;
}

/** Gives each key a name of its own, so that no member can swallow another. */
function renamed(text: string): string {
  let count = 0;
  return text
    .replace(/^\uFEFF/, "")
    .replace(/"(?:[^"\\]|\\.)*"(?=\s*:)/g, (key) => `${key.slice(0, -1)}${"#".repeat(9)}${(count += 1)}"`);
}

test("the fuzzing tells a reason to refuse from none", () => {
  for (const text of ['{"a":1,"a":2}', "[1e999]", '"\\ud800"', "[".repeat(257) + "]".repeat(257)]) {
    assert.ok(isStricter(text, JSON.parse(text) as Json), text.slice(0, 20));
    agrees(text);
  }
  for (const text of ['{"a":1,"b":{"a":2}}', "[1e99]", '"\\ud83d\\ude00"'])
    assert.ok(!isStricter(text, JSON.parse(text) as Json), text);
});

test(`random bytes (seed ${SEED})`, () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: "binary", maxLength: 100 }).map((text) => Buffer.from(text, "utf16le")),
  );
  fc.assert(
    fc.property(noise, (bytes) => {
      outcome(bytes);
    }),
    RUNS,
  );
});

test(`text made of JSON's own characters (seed ${SEED})`, () => {
  const letters = fc.constantFrom(
    ...Array.from('{}[]:,"\\ \n0123456789.eE+-truefalsn/u'),
    "\\u",
    "d800",
    "dc00",
    "null",
    "true",
    "\0",
    "\uFEFF",
    '"a":',
    "1e999",
  );
  fc.assert(
    fc.property(
      fc.array(letters, { maxLength: 40 }).map((parts) => parts.join("")),
      agrees,
    ),
    RUNS,
  );
});

test(`valid JSON is read, mutated JSON is read or refused (seed ${SEED})`, () => {
  let refused = 0;
  fc.assert(
    fc.property(valid, (text) => {
      agrees(text);
      agrees(`\uFEFF${text}\r\n`);
    }),
    { ...RUNS, numRuns: 1000 },
  );
  const mutation = fc.tuple(fc.nat(), fc.nat(8), fc.string({ unit: "binary", maxLength: 4 }));
  fc.assert(
    fc.property(valid, fc.array(mutation, { minLength: 1, maxLength: 3 }), (text, mutations) => {
      let mutated = text;
      for (const [where, length, put] of mutations) {
        const at = where % (mutated.length + 1);
        mutated = mutated.slice(0, at) + put + mutated.slice(at + length);
      }
      agrees(mutated);
      refused += Number(outcome(mutated) === null);
    }),
    RUNS,
  );
  assert.ok(refused > 100, `${refused} refused`);
});

test(`every truncation of a document is refused (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify({ value });
      for (let length = 0; length < text.length; length += 1) assert.equal(outcome(text.slice(0, length)), null);
    }),
    { ...RUNS, numRuns: 200 },
  );
});

test("deep nesting, huge strings and many keys", () => {
  const opened = fc
    .array(fc.constantFrom("[", '{"a":', " ", '[1,{"b":'), { minLength: 300, maxLength: 600 })
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(opened, (text) => {
      assert.equal(outcome(text), null);
    }),
    { seed: SEED, numRuns: 100 },
  );
  const size = 3_000_000;
  assert.equal(outcome(`"${"x".repeat(size)}"`)?.value, "x".repeat(size));
  assert.equal(outcome(`"${"x".repeat(size)}`), null);
  assert.equal(outcome(`"${"\\".repeat(size + 1)}"`), null);
  assert.equal(outcome("1".repeat(size)), null, "a number that overflows");
  assert.equal(outcome("x".repeat(20_000_001)), null);
  const keys = Array.from({ length: 100_000 }, (_, index) => `"k${index}":0`);
  assert.equal(Object.keys(outcome(`{${keys.join()}}`)?.value ?? {}).length, keys.length);
  assert.equal(outcome(`{${keys.join()},"k5":1}`), null);
});
