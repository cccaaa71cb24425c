import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, ExceptionFigures } from "@holdpoint/core";
import { KIND, sceneEvidence } from "@holdpoint/core";
import { coverageExceptions, exception, inDays } from "../scenes/coverage-exceptions.ts";
import { exceptionFigures } from "./exception-figures.ts";

function figures(...exceptions: readonly ReturnType<typeof exception>[]): ExceptionFigures {
  const evidence = sceneEvidence({ bodies: { [KIND.coverageExceptions]: [coverageExceptions({ exceptions })] } });
  return exceptionFigures({ of: () => evidence } as unknown as CheckInput) as unknown as ExceptionFigures;
}

test("open exceptions are listed, the soonest expiry first; resolved ones are counted", () => {
  const resolved = { at: inDays(-1), by: "Ada", why: "reached", final: { covered: 10, total: 10 } } as const;
  const {
    open,
    resolved: ended,
    listed,
  } = figures(
    exception({ id: "late", expiresAt: inDays(90) }),
    exception({ id: "soon", expiresAt: inDays(3) }),
    exception({ id: "done", resolved }),
  );
  assert.deepEqual([open, ended], [2, 1]);
  assert.deepEqual(listed[0], {
    id: "soon",
    path: "src/store/disk.ts",
    owner: "Ada",
    expiresAt: inDays(3),
    nextReviewAt: inDays(20),
  });
  assert.deepEqual(
    listed.map(({ id }) => id),
    ["soon", "late"],
  );
});

test("an empty register has nothing to list", () => {
  assert.deepEqual(figures(), { open: 0, resolved: 0, listed: [] });
});
