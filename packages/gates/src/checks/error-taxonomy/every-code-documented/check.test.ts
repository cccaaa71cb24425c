import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeScene } from "@holdpoint/core";
import { harmTaxonomy, taxonomyScene } from "../../../scenes/error-taxonomy.ts";
import { testCheck } from "../../../testing.ts";
import { check } from "./check.ts";

testCheck("error-taxonomy", check);

test("codes of other families are on the same page", () => {
  const scene = harmTaxonomy(({ documentation }) => ({
    documentation: { ...documentation, codes: [...documentation.codes, "HP-LEDGER-OLD"] },
  }))(taxonomyScene());
  assert.equal(judgeScene(check, scene).outcome, "pass");
});

test("a page without codes lacks all of them", () => {
  const scene = harmTaxonomy(() => ({ documentation: { file: "errors.md", codes: [] } }))(taxonomyScene());
  assert.equal(judgeScene(check, scene).observed, 6);
});
