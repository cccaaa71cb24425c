import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckInput, PlantScene, RepositoryBody } from "@holdpoint/core";
import { SCENE_CANDIDATE, SCENE_NOW_MS, sceneEvidence } from "@holdpoint/core";
import { repositoryScene } from "../scenes/repository.ts";
import { ending, judgeWhole } from "../testing-gate.ts";
import { candidate } from "./candidate.ts";

/** A release of one version after another, at another commit. */
function after(promoted: PlantScene, next: Partial<RepositoryBody>): PlantScene {
  const evidence = sceneEvidence(promoted);
  const input: CheckInput = {
    candidate: SCENE_CANDIDATE,
    params: {},
    baseline: null,
    nowMs: SCENE_NOW_MS,
    of: () => evidence as never,
  };
  return { ...repositoryScene(next), baselineFacts: { candidate: candidate.facts?.(input) ?? {} } };
}

test("a sound candidate passes its first release", () => {
  const result = judgeWhole(candidate, repositoryScene());
  assert.equal(result.verdict, "PASS");
  assert.deepEqual(ending(result, "not-applicable"), ["version-moved-on"]);
  assert.equal(ending(result, "pass").length, candidate.checks.length - 1);
});

test("the version is compared with what the release before left", () => {
  const versions = [
    { file: "package.json", version: "1.3.0" },
    { file: "packages/api/package.json", version: "1.3.0" },
  ];
  assert.equal(judgeWhole(candidate, after(repositoryScene({ versions }), {})).verdict, "PASS");
  const back = judgeWhole(candidate, after(repositoryScene(), { versions, versionTags: [] }));
  assert.deepEqual(ending(back, "fail"), ["changelog-names-version", "version-moved-on"]);
});

test("a repository without manifests, changelog and submodules is still judged", () => {
  const result = judgeWhole(
    candidate,
    repositoryScene({ versions: [], changelog: null, submodules: [], versionTags: [] }),
  );
  assert.equal(result.verdict, "PASS");
  assert.ok(ending(result, "pass").includes("clean-tree"));
});

test("tracked files that are ignored warn, and let through", () => {
  assert.equal(judgeWhole(candidate, repositoryScene({ trackedIgnored: ["a"] })).verdict, "WARN");
});

test("no repository evidence is no release", () => {
  assert.equal(judgeWhole(candidate, { bodies: {} }).verdict, "INCONCLUSIVE");
});
