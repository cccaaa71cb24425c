import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { test } from "node:test";
import fc from "fast-check";
import type { Json } from "@holdpoint/core";
import { isHoldpointError, readJson } from "@holdpoint/core";
import { harm, seededRandom } from "@holdpoint/testkit";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import type { JsonCursor } from "./cursor.ts";
import { headHas } from "./head.ts";
import { readValue } from "./testing.ts";

/** Of the suite, as every property's; a file that is run alone has none. */
const SEED: number = fc.readConfigureGlobal().seed ?? 1;

/** Builds what the cursor walks over. */
function build(cursor: JsonCursor): Json {
  switch (cursor.kind()) {
    case "object": {
      const members: [string, Json][] = [];
      cursor.object((key) => members.push([key, build(cursor)]));
      return Object.fromEntries(members);
    }
    case "array": {
      const items: Json[] = [];
      cursor.array(() => items.push(build(cursor)));
      return items;
    }
    case "string":
      return cursor.text();
    case "number":
      return cursor.number();
    case "boolean":
      return cursor.truth();
    case "null":
      return cursor.isNull() ? null : "no null";
    case "nothing":
    default:
      cursor.skip();
      return null;
  }
}

/** What a reader says: the value as JSON, or the code of its refusal. */
function outcome(read: () => unknown): string {
  try {
    return JSON.stringify(read()) ?? "nothing";
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    return thrown.code;
  }
}

const byCursor = (bytes: Uint8Array): string => outcome(() => readValue(bytes, build));
const bySkipping = (bytes: Uint8Array): string => outcome(() => readValue(bytes, (one) => one.skip()));
const byTree = (bytes: Uint8Array): string => outcome(() => readJson(bytes, { file: "f", depthMax: REPORT_DEPTH_MAX }));

const value = fc.jsonValue({ maxDepth: 5, noUnicodeString: false });
const written = fc
  .tuple(value, fc.constantFrom(undefined, 1, "\t"))
  .map(([one, indent]) => JSON.stringify(one, null, indent));

test(`values are read as any JSON parser reads them (seed ${SEED})`, () => {
  fc.assert(
    fc.property(written, (text) => {
      const expected = outcome(() => JSON.parse(text));
      assert.equal(byCursor(Buffer.from(text)), expected);
      assert.equal(bySkipping(Buffer.from(text)), "nothing");
    }),
    { seed: SEED, numRuns: 3_000 },
  );
});

test(`harmed documents are refused as the reader of whole trees refuses them (seed ${SEED})`, () => {
  let refused = 0;
  fc.assert(
    fc.property(written, fc.nat(), (text, seed) => {
      const bytes = harm(Buffer.from(text), seededRandom(seed));
      const expected = byTree(bytes);
      // A NUL byte is no text in a report, and a number without a double is one that counts saturate at.
      if (bytes.includes(0) || /\d{300}|e[+-]?\d{3}/i.test(bytes.toString("latin1"))) return;
      // What stands before bytes that are no text is said first.
      if (!isUtf8(bytes)) return assert.match(byCursor(bytes), /^HP-READ-/);
      assert.equal(byCursor(bytes), expected, bytes.toString());
      if (expected.startsWith("HP-")) {
        refused += 1;
        assert.equal(bySkipping(bytes), expected);
      }
    }),
    { seed: SEED, numRuns: 5_000 },
  );
  assert.ok(refused > 1_000, `${refused} refused`);
});

test(`the beginning of a document tells its keys wherever it is cut (seed ${SEED})`, () => {
  const document = { a: { b: [{ c: 1 }], d: { e: { f: 1 } } }, g: [{ h: 2 }] };
  const bytes = Buffer.from(JSON.stringify(document));
  const has = (head: Uint8Array, wanted: string): boolean => headHas(head, (path) => path.join("/") === wanted);
  for (const path of ["a", "a/b", "a/d/e", "g", "g//h"]) {
    assert.ok(has(bytes, path), path);
    const at = bytes.indexOf(`"${path.split("/").at(-1)}":`);
    for (let end = 0; end <= bytes.length; end += 1)
      assert.equal(has(bytes.subarray(0, end), path), end >= at + 4, path);
  }
  for (const path of ["f", "b", "a/d/e/f", "", "g/", "h"]) assert.ok(!has(bytes, path), path);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      assert.equal(
        headHas(Buffer.concat([noise, bytes]), () => true),
        /^[ \t\r\n]*$/.test(Buffer.from(noise).toString("latin1")),
      );
    }),
    { seed: SEED, numRuns: 500 },
  );
});
