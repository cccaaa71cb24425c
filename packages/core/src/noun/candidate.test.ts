import assert from "node:assert/strict";
import { test } from "node:test";
import type { Candidate } from "./candidate.ts";
import { candidateDifferences } from "./candidate.ts";

const CANDIDATE: Candidate = {
  service: "s",
  commit: "1".repeat(40),
  tree: "2".repeat(40),
  dirty: false,
  artifacts: [
    { name: "a", sha256: "a".repeat(64) },
    { name: "b", sha256: "b".repeat(64) },
  ],
  configDigest: `sha256:${"3".repeat(64)}`,
  environment: "production",
};

test("a candidate is itself, whatever the order of its artifacts", () => {
  assert.deepEqual(candidateDifferences(CANDIDATE, structuredClone(CANDIDATE)), []);
  assert.deepEqual(candidateDifferences(CANDIDATE, { ...CANDIDATE, artifacts: CANDIDATE.artifacts.toReversed() }), []);
});

test("every field makes another candidate", () => {
  const others: Partial<Candidate>[] = [
    { service: "t" },
    { commit: "4".repeat(40) },
    { tree: "4".repeat(40) },
    { dirty: true },
    { configDigest: "sha256:4" },
    { environment: "staging" },
    { artifacts: [] },
    { artifacts: [...CANDIDATE.artifacts, { name: "c", sha256: "c".repeat(64) }] },
    {
      artifacts: [
        { name: "a", sha256: "b".repeat(64) },
        { name: "b", sha256: "a".repeat(64) },
      ],
    },
  ];
  for (const other of others) {
    assert.deepEqual(candidateDifferences(CANDIDATE, { ...CANDIDATE, ...other }), Object.keys(other));
    assert.deepEqual(candidateDifferences({ ...CANDIDATE, ...other }, CANDIDATE), Object.keys(other));
  }
  assert.deepEqual(
    new Set(others.flatMap((other) => Object.keys(other))),
    new Set(Object.keys(CANDIDATE)),
    "no field was left out",
  );
});

test("artifacts whose names hold commas are not confused", () => {
  const one = { ...CANDIDATE, artifacts: [{ name: "a,b", sha256: "c" }] };
  const other = { ...CANDIDATE, artifacts: [{ name: "a", sha256: "b,c" }] };
  assert.deepEqual(candidateDifferences(one, other), ["artifacts"]);
  const both = [...one.artifacts, ...other.artifacts];
  const [forth, back] = [
    { ...CANDIDATE, artifacts: both },
    { ...CANDIDATE, artifacts: both.toReversed() },
  ];
  assert.deepEqual(candidateDifferences(forth, back), []);
});
