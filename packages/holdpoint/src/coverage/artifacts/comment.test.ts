import assert from "node:assert/strict";
import { test } from "node:test";
import type { PatchCoverage } from "@holdpoint/core";
import { HOSTILE } from "../../reporters/fixture/hostile.ts";
import { commentMarkdown } from "./comment.ts";
import type { ArtifactComparison } from "./comparison.ts";
import { artifactParts } from "./part.ts";
import { summaryRows } from "./summary.ts";
import { artifactFile, component, marksOf, SUBJECT } from "./testing-artifacts.ts";

const FILES = [artifactFile("src/a.ts", marksOf("1:1 2:1 3:0", "1:1/2"))];
const ROWS = summaryRows(artifactParts(FILES, [], []), null, 0);
const NOTHING: ArtifactComparison = {
  earlier: null,
  base: null,
  instrumenters: ["c8"],
  history: null,
  patch: null,
  whyNoPatch: "no base",
};
const lines = (...all: number[]): Uint32Array => Uint32Array.from(all);

const PATCH: PatchCoverage = {
  files: [
    { path: "src/a.ts", state: "measured", covered: lines(1), uncovered: lines(3, 4, 9) },
    { path: "src/fine.ts", state: "measured", covered: lines(1), uncovered: lines() },
    { path: "src/new.ts", state: "unmeasured", covered: lines(), uncovered: lines(1) },
    { path: "logo.png", state: "hidden", covered: lines(), uncovered: lines() },
  ],
  lines: { covered: 2, total: 6 },
};
const COMPARED: ArtifactComparison = {
  earlier: {
    commit: "5".repeat(40),
    promotedAt: "2026-01-01T00:00:00Z",
    totals: { lines: { covered: 9, total: 10 }, functions: { covered: 1, total: 2 } },
    instrumenters: ["c8"],
    files: null,
  },
  instrumenters: ["c8"],
  history: {
    removed: [],
    newlyUncovered: [{ path: "src/b.ts", lines: lines(7, 8) }],
    notMeasured: [],
    uncoveredLeftOut: [],
    unsaid: [],
    coveredThen: 9,
  },
  base: { commit: "5".repeat(40), from: "last-promoted" },
  patch: PATCH,
  whyNoPatch: "",
};

test("totals with what changed, then the changed lines, folded", () => {
  assert.equal(
    commentMarkdown(ROWS, COMPARED, SUBJECT),
    `<!-- holdpoint-coverage -->
## Coverage: trial

commit \`a1a1a1a1a1a1\` (clean) · measured 2026-03-14T09:00:00.000Z

| Metric | Now | Change since \`555555555555\`, promoted 2026-01-01T00:00:00Z |
| :--- | ---: | :--- |
| lines | 66.66% (2 of 3) | −23.33 points, as many uncovered |
| branches | 50.00% (1 of 2) | not measured then |
| functions | not measured | no longer measured; was 50.00% |

**Changed lines:** 33.33% covered (2 of 6) since \`555555555555\`.

<details><summary>4 changed lines that no test runs</summary>

- \`src/a.ts\` 3-4, 9
- \`src/new.ts\` 1; no report measures it
- \`logo.png\` git takes it for binary, so nobody knows which lines changed

</details>
<details><summary>2 unchanged lines that tests no longer run</summary>

- \`src/b.ts\` 7-8

</details>
`,
  );
});

test("what another tool counted is shown, and said not to be comparable", () => {
  const text = commentMarkdown(ROWS, { ...COMPARED, instrumenters: ["istanbul"] }, SUBJECT);
  assert.match(text, /\n\*\*Not comparable:\*\* c8 counted then\.\n/);
});

test("without a promotion and a base it says so, and shows the components", () => {
  const rows = summaryRows(artifactParts(FILES, [], [component("src", ["src/**"])]), null, 0);
  const text = commentMarkdown(rows, NOTHING, SUBJECT);
  assert.match(text, /\| Metric \| Now \| Nothing promoted to compare with \|/);
  assert.match(text, /\| lines \| 66\.66% \(2 of 3\) \|  \|/);
  assert.match(text, /\*\*Changed lines:\*\* no base\n/);
  assert.match(text, /<details><summary>Components<\/summary>\n\n\| Component/);
  const none = { ...COMPARED, patch: { files: [], lines: { covered: 0, total: 0 } } };
  assert.match(commentMarkdown(ROWS, none, SUBJECT), /none that is measured was changed since `555555555555`/);
});

test("a comment never grows beyond what GitHub takes, whatever the paths are", () => {
  const many = HOSTILE.flatMap((text) =>
    Array.from({ length: 400 }, (_, index) => ({
      path: `src/${index}${text}`,
      state: "measured" as const,
      covered: lines(),
      uncovered: lines(...Array.from({ length: 300 }, (_one, at) => at * 2 + 1)),
    })),
  );
  const patch = { files: many, lines: { covered: 0, total: many.length * 300 } };
  const rows = summaryRows(
    artifactParts(
      FILES,
      [],
      Array.from({ length: 500 }, (_, at) => component(`c${at}`, ["**"])),
    ),
    null,
    0,
  );
  const lost = many.map(({ path, uncovered }) => ({ path, lines: uncovered }));
  const history = { ...(COMPARED.history ?? assert.fail()), newlyUncovered: lost };
  const text = commentMarkdown(rows, { ...COMPARED, patch, history }, SUBJECT);
  assert.ok(text.length <= 60_000, `${text.length}`);
  assert.equal(text.match(/<details>/g)?.length, text.match(/<\/details>/g)?.length);
  const shown = text.match(/^- `/gm)?.length ?? 0;
  const left = [...text.matchAll(/^- and (\d+) more; the artifacts/gm)].map(([, more]) => Number(more));
  assert.equal(left.length, 2);
  assert.equal(shown + left.reduce((sum, more) => sum + more, 0), many.length * 2);
});
