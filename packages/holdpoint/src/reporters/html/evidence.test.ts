import assert from "node:assert/strict";
import { test } from "node:test";
import { COLLECTION_FAILURE } from "@holdpoint/core";
import { HELD } from "../fixture/runs.ts";
import { evidenceSection } from "./evidence.ts";

function rows(markup: string): string[][] {
  const found = [...markup.matchAll(/<tr>\s*<th scope="row">.*?<\/tr>/gs)];
  return found.map(([row]) =>
    [...row.matchAll(/<(?:th|td)[^>]*>(.*?)<\/(?:th|td)>/gs)].map(([, cell = ""]) =>
      cell.replaceAll(/<[^>]*>/g, "").trim(),
    ),
  );
}

test("each piece stands with where it comes from, what it looked at and what rests on it", () => {
  const shown = rows(evidenceSection(HELD.judgement).text);
  assert.equal(shown.length, HELD.judgement.evidence.length);
  const repository = shown.find(([kind]) => kind === "repository");
  assert.deepEqual(repository?.slice(0, 4), ["repository", "measured", "612", "4 checks"]);
  assert.match(repository?.[4] ?? "", /^sha256:[0-9a-f]{64}$/);
});

test("what could not be gathered is not called measured", () => {
  const failure = rows(evidenceSection(HELD.judgement).text).find(([kind]) => kind === COLLECTION_FAILURE);
  assert.deepEqual(failure?.slice(0, 4), [COLLECTION_FAILURE, "could not be gathered", "0", "2 checks"]);
});

test("evidence that nothing rests on is shown as such", () => {
  const [piece] = HELD.judgement.evidence;
  assert.ok(piece !== undefined);
  const shown = rows(
    evidenceSection({ ...HELD.judgement, gates: [], evidence: [{ ...piece, provenance: "imported" }] }).text,
  );
  assert.deepEqual(shown[0]?.slice(1, 4), ["imported", "5", "0 checks"]);
});

test("no evidence is said in words, not by an empty table", () => {
  const { text } = evidenceSection({ ...HELD.judgement, evidence: [] });
  assert.match(text, /There is none\./);
  assert.doesNotMatch(text, /<table/);
});
