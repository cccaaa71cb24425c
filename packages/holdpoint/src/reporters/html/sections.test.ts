import assert from "node:assert/strict";
import { test } from "node:test";
import { SECTIONS } from "@holdpoint/core";
import { HELD } from "../fixture/runs.ts";
import { sectionMap } from "./sections.ts";

const cells = new Map(
  [...sectionMap(HELD.judgement).text.matchAll(/<li class="(\w+)">(.*?)<\/li>/gs)].map(([, tone, cell = ""]) => {
    const words = cell
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim();
    return [words[0], `${tone}: ${words.slice(2)}`] as const;
  }),
);

test("all 25 sections of the catalogue stand in their order", () => {
  assert.deepEqual(
    [...cells.keys()],
    SECTIONS.map(({ id }) => id),
  );
});

test("a cell says whether an executed check answers for the section, and whether one must", () => {
  assert.equal(cells.get("L"), "good: Testing Strategy 3 executed checks, required");
  assert.equal(cells.get("C"), "good: Code Quality 1 executed check");
  assert.equal(cells.get("U"), "bad: Backup &amp; Recovery not covered, required");
  assert.equal(cells.get("A"), "quiet: Governance &amp; Process not covered");
});

test("a check that could not be judged covers nothing", () => {
  assert.equal(cells.get("S"), "quiet: CI/CD &amp; Automation not covered");
});
