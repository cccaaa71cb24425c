import assert from "node:assert/strict";
import { test } from "node:test";
import { loadFigures, loadRun, steppedRuns } from "../load/trend/testing-trend.ts";
import { digestOfRuns } from "./digest.ts";
import { loadDigest } from "./load.ts";
import { loadSection } from "./load-section.ts";
import { renderDigest } from "./render.ts";
import { fullRuns, runOf, TERMS } from "./testing-digest.ts";

const markdown = (runs: Parameters<typeof digestOfRuns>[0]): string =>
  renderDigest(digestOfRuns(runs, TERMS), "markdown", { memo: false, mail: { from: "a@b.example", to: [] } });

test("the digest has a row for each load, and says where its level changed", () => {
  const text = markdown(steppedRuns(10));
  assert.match(text, /^## Load$/m);
  assert.match(
    text,
    /^Load checkout, response\.p99: worse since 2026-01-07 \(record 11, .*20\.0 ms before, 30\.0 ms since, \+\d+\.?\d* % .*\)\.$/m,
  );
  assert.match(
    text,
    /^\| `checkout` \| `bbbbbbbb, aaaaaaaa` \| 20 \| 20\.0 ms \| 30\.\d ms \| \+\d+\.?\d* % \| [▁-█]{20} \|$/m,
  );
});

test("without load there is no section", () => {
  assert.equal(loadDigest(fullRuns()), null);
  assert.doesNotMatch(markdown(fullRuns()), /## Load/);
});

test("what was invalid or cannot be compared is told and not shown", () => {
  const runs = [
    runOf(1, 1, { figures: loadFigures(loadRun(null)) }),
    runOf(2, 2, { figures: loadFigures(loadRun(20, { testbedSha256: null })) }),
  ];
  const { says } = loadSection(digestOfRuns(runs, TERMS)) ?? { says: [] };
  assert.deepEqual(says, [
    "No change of level is seen; it takes runs on both sides.",
    "Invalid, and in no figure below: 1 load run.",
    "Without plan or machine, and in no row: 1 load run.",
  ]);
  const [, lonely] = runs;
  assert.ok(lonely);
  assert.equal(loadSection(digestOfRuns([lonely], TERMS))?.table, undefined);
});

test("a change is told whatever of the load it is a change of, newest first", () => {
  const figures = (at: number): ReturnType<typeof loadFigures> =>
    loadFigures(
      loadRun(20, { failedShare: at < 8 ? 0 : 0.2 + (at % 2) / 1000 }),
      loadRun(20, { id: "search", response: { p50: at < 12 ? 5 : 9, p95: 10, p99: 20 } }),
    );
  const runs = Array.from({ length: 20 }, (_, at) => runOf(at, at / 4, { figures: figures(at) }));
  assert.deepEqual(
    loadDigest(runs)?.changes.map(({ load, metric, seq, to }) => [load, metric, seq, to]),
    [
      ["search", "response.p50", 12, "worse"],
      ["checkout", "failed", 8, "worse"],
    ],
  );
  assert.match(markdown(runs), /^Load search, response\.p50: worse since .* 5\.00 ms before, 9\.00 ms since/m);
});

test("trends and their points are bounded", () => {
  const ids = Array.from({ length: 60 }, (_, at) => loadRun(20, { id: `load-${100 + at}` }));
  const many = loadDigest([runOf(1, 1, { figures: loadFigures(...ids) })]);
  assert.deepEqual([many?.trends.length, many?.more], [50, 10]);
  assert.equal(loadDigest(steppedRuns(40))?.trends[0]?.points.length, 40);
});
