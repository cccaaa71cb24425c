import assert from "node:assert/strict";
import { test } from "node:test";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { painter } from "./paint.ts";
import { recordLines } from "./record.ts";

const plain = painter(false);

function line(run: typeof HELD, label: string): string | undefined {
  return recordLines(run, 120, plain)
    .find((one) => one.startsWith(label))
    ?.slice(12);
}

test("pieces of evidence are counted by where they come from, failures apart", () => {
  assert.equal(line(PROMOTED, "Evidence"), "5 pieces: 4 measured, 1 imported");
  assert.equal(line(HELD, "Evidence"), "5 pieces: 5 measured; 1 could not be gathered");
  const { judgement } = HELD;
  assert.equal(line({ ...HELD, judgement: { ...judgement, evidence: [] } }, "Evidence"), "0 pieces");
  const evidence = [{ kind: "load", digest: "sha256:0", provenance: "synthetic", samples: 1 }] as const;
  assert.equal(line({ ...HELD, judgement: { ...judgement, evidence } }, "Evidence"), "1 piece: 1 synthetic");
});

test("the baseline is named by its verdict", () => {
  assert.equal(line(HELD, "Baseline"), "last-promoted, no earlier promotion");
  const baseline = { choice: "pinned:x", verdict: `sha256:${"1f".repeat(32)}` };
  const run = { ...HELD, judgement: { ...HELD.judgement, baseline } };
  assert.equal(line(run, "Baseline"), "pinned:x, sha256:1f1f1f1f1f1f…");
});

test("a label stands once for all its lines", () => {
  const lines = recordLines(HELD, 120, plain);
  assert.equal(lines.filter((one) => one.startsWith("Written")).length, 1);
  assert.equal(lines.filter((one) => one.includes("files in .holdpoint/runs/")).length, 1);
});

test("the ledger's line says how far others can vouch for it", () => {
  const ledger = { ...HELD.ledger, size: 500, anchoredUpTo: 431 };
  assert.equal(
    line({ ...HELD, ledger }, "Recorded"),
    "as record 500 of ledger ledger-service/holdpoint, anchored up to 431",
  );
});

test("sections without any cover are said to be none", () => {
  const sections = { required: [], covered: [], uncovered: [] };
  const run = { ...HELD, judgement: { ...HELD.judgement, sections } };
  assert.equal(line(run, "Sections"), "0 of 25 covered: none; not covered: none");
});
