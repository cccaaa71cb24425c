import assert from "node:assert/strict";
import { test } from "node:test";
import { REPORT_SIZE_BYTES_MAX } from "../reading/limits.ts";
import { buffered } from "./buffered.ts";
import { Interner } from "./counts/interner.ts";
import type { ReadCoverage } from "./read-report.ts";
import { readInPieces } from "./testing.ts";

const echo = buffered(
  "istanbul",
  () => true,
  (bytes) => ({ instrumenter: Buffer.from(bytes).toString() }) as ReadCoverage,
);
const options = { file: "a.json", interner: new Interner() };

test("pieces are put together, whatever size was told", () => {
  const text = "a text of some length, cut into pieces";
  for (const sizeBytes of [undefined, 0, 3, text.length, text.length + 9]) {
    const told = sizeBytes === undefined ? options : { ...options, sizeBytes };
    assert.equal(readInPieces(echo, Buffer.from(text), [1, 7, 3], told).instrumenter, text);
  }
  assert.equal(echo.open(options).finish().instrumenter, "");
});

test("more than the largest report is refused before it is kept", () => {
  const reader = echo.open(options);
  const piece = { length: REPORT_SIZE_BYTES_MAX + 1 } as Uint8Array;
  assert.throws(() => reader.push(piece), { code: "HP-READ-TOO-LARGE", place: { file: "a.json" } });
});
