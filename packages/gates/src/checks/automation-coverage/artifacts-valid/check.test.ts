import assert from "node:assert/strict";
import { test } from "node:test";
import type { GateArtifact } from "@holdpoint/core";
import { judgeScene, KIND } from "@holdpoint/core";
import { absentArtifact, artifact } from "../../../scenes/artifacts.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("automation-coverage", check);

function judged(...artifacts: readonly GateArtifact[]): ReturnType<typeof judgeScene> {
  return judgeScene(check, { bodies: { [KIND.artifacts]: [{ artifacts }] } });
}

test("schema problems are told with their places", () => {
  const result = judged(artifact("tests", { file: "t.json", problems: ["/gate: bad", "/run: bad"] }));
  assert.equal(result.reason, "t.json breaks the schema: /gate: bad, /run: bad");
  assert.equal(result.observed, 2);
  assert.deepEqual(result.locations, [
    { file: "t.json", text: "/gate: bad" },
    { file: "t.json", text: "/run: bad" },
  ]);
});

test("absent and unreadable are told apart", () => {
  assert.equal(judged(absentArtifact("tests")).observed, "absent");
  assert.equal(judged(artifact("tests", { problems: null })).observed, "unreadable");
});
