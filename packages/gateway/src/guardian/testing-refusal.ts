import assert from "node:assert/strict";
import type { HoldpointError } from "@holdpoint/core";
import { isHoldpointError } from "@holdpoint/core";

/** The registered error that something ends with. */
export function refusalOf(action: () => unknown): HoldpointError {
  try {
    action();
  } catch (thrown) {
    assert.ok(isHoldpointError(thrown), thrown instanceof Error ? thrown.stack : String(thrown));
    return thrown;
  }
  return assert.fail("nothing was refused");
}
