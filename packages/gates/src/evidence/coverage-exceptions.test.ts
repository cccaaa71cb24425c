import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, StoredEvidence } from "@holdpoint/core";
import { KIND, SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { coverageExceptions, exception } from "../scenes/coverage-exceptions.ts";
import {
  allExceptions,
  exceptionProblem,
  named,
  openExceptions,
  openText,
  withBodies,
  withExceptions,
} from "./coverage-exceptions.ts";

const RESOLVED = exception({
  id: "cov-0",
  resolved: { at: "2026-01-01T00:00:00Z", by: "Ada", why: "reached", final: null },
});

function inputOf(...bodies: readonly unknown[]): CheckInput {
  const evidence = sceneEvidence({ bodies: { [KIND.coverageExceptions]: bodies } });
  return {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: <Body>() => evidence as StoredEvidence<Body>[],
  };
}

test("several bodies are one register, in the order of ids", () => {
  const input = inputOf(coverageExceptions(), coverageExceptions({ exceptions: [RESOLVED] }));
  assert.deepEqual(
    allExceptions(input).map(({ id }) => id),
    ["cov-0", "cov-1"],
  );
  assert.deepEqual(
    openExceptions(input).map(({ id }) => id),
    ["cov-1"],
  );
  assert.equal(openText(openExceptions(input)), "1 open exception");
});

test("an exception is told with what and whose it is", () => {
  assert.equal(named(exception()), "cov-1 (src/store/disk.ts, lines, Ada)");
  assert.equal(named(exception({ owner: " " })), "cov-1 (src/store/disk.ts, lines, nobody)");
  const problem = { outcome: "fail", code: "x", what: "is wrong", observed: 1, threshold: 0, flip: "would" } as const;
  assert.deepEqual(exceptionProblem(exception(), problem), {
    outcome: "fail",
    code: "x",
    observed: 1,
    threshold: 0,
    flip: "would",
    text: "cov-1 (src/store/disk.ts, lines, Ada) is wrong",
    locations: [{ file: "governance/exceptions/cov-1.dsse.json", text: "is wrong" }],
  });
});

test("scenes are changed without changing what they were", () => {
  const scene = { bodies: { [KIND.coverageExceptions]: [coverageExceptions()] } };
  const before = structuredClone(scene);
  const changed = withExceptions(scene, ({ owner }) => ({ owner: `${owner}!` }));
  assert.equal(allExceptions(inputOf(...(changed.bodies[KIND.coverageExceptions] ?? [])))[0]?.owner, "Ada!");
  withBodies(scene, (body) => ({ ...body, exceptions: [] }));
  assert.deepEqual(scene, before);
});
