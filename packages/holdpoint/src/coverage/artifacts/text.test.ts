import assert from "node:assert/strict";
import { test } from "node:test";
import { artifactParts } from "./part.ts";
import { summaryRows } from "./summary.ts";
import { artifactsText, pruneText } from "./text.ts";
import { artifactFile, component, marksOf } from "./testing-artifacts.ts";

test("what was written, and where it is recorded", () => {
  const rows = summaryRows(
    artifactParts([artifactFile("a", marksOf("1:1 2:0"))], [], [component("x", ["b"])]),
    null,
    0,
  );
  const said = { folder: "out/1", files: 12, sizeBytes: 1_250_000, record: 7, dryRun: false, summarised: true };
  assert.equal(
    artifactsText(rows, said),
    `  component  lines         branches      functions     uncovered  verdict
  whole      50.00%        not measured  not measured  1          no floor
  x          not measured  not measured  not measured  -          no floor

Written to out/1 (12 files, 1.3 MB), recorded as 7 of the ledger.
Added to the job's summary.`,
  );
  const dry = artifactsText(rows, { ...said, record: null, dryRun: true, summarised: false });
  assert.match(dry, /\n\nNothing was written; it would be out\/1 \(12 files, 1\.3 MB\)\.$/);
});

test("what stays, what goes and what is not ours", () => {
  const said = {
    kept: [{ name: "a-2", why: "recent" }],
    pruned: ["a-1"],
    gone: ["a-0"],
    others: ["x\n"],
    dryRun: false,
  };
  assert.equal(
    pruneText(said),
    `a-2    kept, recent
a-1    pruned; its manifest stays
a-0    pruned before
"x\\n"  no artifacts of ours; left alone`,
  );
  assert.match(pruneText({ ...said, dryRun: true }), /^a-1 {4}would be pruned$/m);
  assert.equal(pruneText({ kept: [], pruned: [], gone: [], others: [], dryRun: false }), "There are no artifacts.");
});
