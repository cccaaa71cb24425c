import assert from "node:assert/strict";
import { test } from "node:test";
import { SECTIONS, sectionTitle } from "./section.ts";
import type { SectionId } from "./section.ts";

test("the catalogue has the 25 sections from A to Y, each with a title of its own", () => {
  assert.equal(SECTIONS.length, 25);
  assert.equal(SECTIONS.map(({ id }) => id).join(""), "ABCDEFGHIJKLMNOPQRSTUVWXY");
  assert.equal(new Set(SECTIONS.map(({ title }) => title)).size, 25);
});

test("a section is found by its letter", () => {
  assert.equal(sectionTitle("S"), "CI/CD & Automation");
  assert.equal(sectionTitle("Z" as SectionId), "Z");
});
