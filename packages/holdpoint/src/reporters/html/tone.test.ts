import assert from "node:assert/strict";
import { test } from "node:test";
import { OUTCOMES } from "@holdpoint/core";
import { badge, toneOf } from "./tone.ts";

test("good is only what is known to be good", () => {
  assert.deepEqual(
    OUTCOMES.filter((outcome) => toneOf(outcome) === "good"),
    ["pass"],
  );
  for (const word of ["PASS", "PROMOTE"]) assert.equal(toneOf(word), "good");
  for (const word of ["HOLD", "FAIL", "fail", "", "constructor", "<b>"]) assert.equal(toneOf(word), "bad", word);
});

test("what could not be known has a tone of its own", () => {
  for (const word of ["error", "missing", "stale", "INCONCLUSIVE"]) assert.equal(toneOf(word), "unknown");
  for (const word of ["warn", "waived", "WARN"]) assert.equal(toneOf(word), "unsure");
  assert.equal(toneOf("not-applicable"), "quiet");
});

test("a badge says in a word what it says in colour", () => {
  assert.equal(badge("stale").text, '<span class="badge unknown">stale</span>');
  assert.equal(badge("<b>").text, '<span class="badge bad">&lt;b&gt;</span>');
});
