import assert from "node:assert/strict";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Judgement } from "@holdpoint/core";
import { SECTIONS } from "@holdpoint/core";
import { gitRepository } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";
import { auditSections } from "./audit.ts";

const JUDGEMENT = {
  run: "r1",
  judgedAt: "2026-01-01T00:00:00.000Z",
  catalogue: { version: "v1", digest: "sha256:x" },
  sections: { required: ["L", "X"], covered: ["L"], uncovered: [] },
  gates: [
    {
      id: "tests",
      checks: [
        { id: "a", outcome: "pass", sections: ["L"] },
        { id: "b", outcome: "fail", sections: ["L", "X"] },
      ],
    },
  ],
} as unknown as Judgement;

test("all 25 sections, with the checks that belong to them", () => {
  const sections = auditSections(JUDGEMENT);
  assert.deepEqual(
    sections.map(({ id }) => id),
    SECTIONS.map(({ id }) => id),
  );
  assert.equal(sections.length, 25);
  assert.deepEqual(
    sections.find(({ id }) => id === "L"),
    {
      id: "L",
      title: "Testing Strategy",
      state: "covered",
      required: true,
      checks: [
        { check: "tests/a", outcome: "pass" },
        { check: "tests/b", outcome: "fail" },
      ],
    },
  );
  assert.deepEqual(
    sections.find(({ id }) => id === "X"),
    {
      id: "X",
      title: "Release Management",
      state: "uncovered",
      required: true,
      checks: [{ check: "tests/b", outcome: "fail" }],
    },
  );
  assert.deepEqual(sections.find(({ id }) => id === "Q")?.checks, []);
});

test("as a table of the latest run", async (t) => {
  const root = gitRepository(t, { ".holdpoint/runs/r1/judgement.json": JSON.stringify(JUDGEMENT) });
  symlinkSync("r1", join(root, ".holdpoint", "runs", "latest"));
  const { exit, stdout } = await ran(fakeHost(root), "audit");
  assert.equal(exit, 0);
  assert.match(
    stdout,
    /^Run r1, judged 2026-01-01T00:00:00\.000Z: 1 of 25 sections are covered by an executed check\n\n/,
  );
  assert.match(stdout, /^L {2}Testing Strategy +covered +1 of 2 checks passed {2}required$/m);
  assert.match(stdout, /^Q {2}Privacy & Data +uncovered {2}no check$/m);
});

test("before anything was judged there is nothing to show", async (t) => {
  const { exit, stderr } = await ran(fakeHost(gitRepository(t, { "a.txt": "" })), "audit");
  assert.equal(exit, 2);
  assert.match(stderr, /nothing was judged here yet.*HP-RUN-UNKNOWN/);
});
