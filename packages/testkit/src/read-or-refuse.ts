import assert from "node:assert/strict";
import { isHoldpointError } from "@holdpoint/core";

/**
 * What a reader makes of bad input: its result, or null for a registered error that names the file, and lines and
 * columns from 1. Anything else that is thrown fails the test.
 */
export function readOrRefuse<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    assert.match(thrown.code, /^HP-/);
    assert.ok(thrown.place.file, `${thrown.code} names no file`);
    for (const number of [thrown.place.line, thrown.place.column]) {
      assert.ok(number === undefined || (Number.isSafeInteger(number) && number >= 1), `${thrown.code} at ${number}`);
    }
    return null;
  }
}
