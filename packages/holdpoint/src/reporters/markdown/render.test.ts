import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { HOSTILE, hostileRun } from "../fixture/hostile.ts";
import { HELD, PROMOTED } from "../fixture/runs.ts";
import { MARKDOWN_CHARACTERS_MAX } from "./fit.ts";
import { renderMarkdown } from "./render.ts";

const PROMOTED_MARKDOWN = `## PROMOTE: ledger-service

**Every rule of the profile is met.** commit \`4b825dc642cb\` (clean) · profile release · \
environment release · 41.2 s

| Gate | Verdict | Blocks | Checks passed | Sections |
| :--- | :--- | :--- | :--- | :--- |
| \`candidate\` | PASS | yes | 5 of 5 | X D |
| \`tests\` | WARN | yes | 2 of 3 | L |
| \`coverage\` | PASS | yes | 3 of 3 | L |
| \`dependencies\` | PASS | yes | 3 of 3 | R |
| \`ledger\` | PASS | yes | 2 of 2 | Y P |

### Also noted

- **not-applicable** \`tests / inherited-floor\`: nothing was promoted before, and the profile allows a first release
- **warn** \`tests / skipped-within-limit\`: 4 of 431 tests are skipped, at most 5 may be (would pass without \
a warning at &#60;= 2)

### Not judged

- \`kill\`: takes ten minutes; \`npm test\` runs it

<sub>6 of 25 audit sections covered: D L P R X Y · recorded as 431 of ledger \`ledger-service/holdpoint\`, \
anchored up to 431 · key \`SHA256:7mXGk1H4l0sN8t2bq3T1v9y5c6d7e8f9A0B1C2D3E4F\` · run \
\`20260314T092610Z-5f3a9c1d\`</sub>
`;

const HELD_BEGINNING = `## HOLD: ledger-service

**Held for 9 reasons.** commit \`4b825dc642cb\` (uncommitted changes) · \
profile release · environment release · 41.2 s

| Gate | Verdict | Blocks | Checks passed | Sections |
| :--- | :--- | :--- | :--- | :--- |
| \`candidate\` | FAIL | yes | 1 of 2 | X D |
| \`tests\` | FAIL | yes | 1 of 3 | L |
| \`coverage\` | INCONCLUSIVE | yes | 0 of 0, 2 unknown | L |
| \`dependencies\` | INCONCLUSIVE | yes | 0 of 1, 1 unknown | R |
| \`automation-coverage\` | INCONCLUSIVE | yes | 0 of 0, 2 unknown | S |
| \`ledger\` | PASS | yes | 1 of 1 | Y P |
| \`style\` | FAIL | no | 0 of 1 | C |

### Why it is held

<details><summary><b>fail</b> load: the profile requires the gate &#34;load&#34;, which was not judged</summary>

- Reason code: \`required-gate-missing\`
- Seen: no such gate
- Wanted: the gate, judged
- What would flip it: would be met once the gate is judged
- What to do: Put the gate back into the profile; a gate that is no longer required is taken from \`requireGates\`.

</details>

<details><summary><b>fail</b> candidate / clean-tree: 2 paths differ from the commit</summary>

- Reason code: \`tree-dirty\`
- Seen: 2
- Wanted: 0
- What would flip it: would pass at 0 differing paths
- What to do: Commit or remove what differs, then promote the new commit.
- Where:
  - \`src/money.ts\` modified
  - \`notes.txt\` untracked

</details>

<details><summary><b>fail</b> tests / no-failed-tests: 3 of 431 tests failed</summary>

- Reason code: \`tests-failed\`
- Seen: 3
- Wanted: 0
- What would flip it: would pass at 0 failed tests
- What to do: Run the named tests alone, repair them, and promote again.
- Where:
  - \`test/transfer.test.ts:41:3\` refuses a negative amount
  - \`test/transfer.test.ts:97\` is idempotent under the same key
  - \`test/export.test.ts:12\` writes the header once

</details>

`;

test("a promotion reads like this", () => {
  assert.equal(renderMarkdown(PROMOTED), PROMOTED_MARKDOWN);
});

test("a hold begins like this, and folds every reason", () => {
  const markdown = renderMarkdown(HELD);
  assert.equal(markdown.slice(0, HELD_BEGINNING.length), HELD_BEGINNING);
  assert.equal(markdown.match(/^<details><summary>/gm)?.length, 8);
  assert.equal(markdown.match(/^<\/details>$/gm)?.length, 8);
  for (const noted of ["style / files-short", "dependencies / licences-allowed", "tests / inherited-floor"]) {
    assert.ok(markdown.includes(`\`${noted}\``), noted);
  }
});

test("hostile text makes no markup, no mention and no further cell", () => {
  for (const text of HOSTILE) {
    const markdown = renderMarkdown(hostileRun(text));
    const tags = [...markdown.matchAll(/<[^>]*>/g)].map(([tag]) => tag).filter((tag) => tag !== "<!-- -->");
    const outside = markdown.replaceAll(/`+[^\n]*?`+/g, "").matchAll(/<[^>]*>/g);
    assert.ok(tags.length > 0);
    for (const [tag] of outside) assert.match(tag, /^<\/?(?:details|summary|b|sub)>$|^<!-- -->$/, tag);
    const rows = markdown.split("\n").filter((line) => line.startsWith("| "));
    assert.ok(rows.length >= 3);
    for (const row of rows) assert.equal(row.split("|").length, 7, row);
  }
});

function many(checks: number, textCharacters: number): ReturnType<typeof hostileRun> {
  const run = hostileRun("<|*".repeat(textCharacters));
  const [gate] = run.judgement.gates;
  const [reason] = run.judgement.holdReasons;
  if (gate === undefined || reason === undefined) throw new TypeError("the fixture has a gate and a reason");
  const { judgement } = run;
  const holdReasons = Array.from({ length: checks }, (_, index) => ({
    ...reason,
    check: null,
    text: `${index} ${reason.text}`,
  }));
  const gates = Array.from({ length: checks }, () => gate);
  const notJudged = Array.from({ length: checks }, () => ({ suite: reason.text, reason: reason.text }));
  return { ...run, judgement: { ...judgement, gates, holdReasons, notJudged } };
}

test("a comment never grows beyond what GitHub takes, and says how much it leaves out", () => {
  const markdown = renderMarkdown(many(400, 150));
  assert.ok(markdown.length <= MARKDOWN_CHARACTERS_MAX);
  const shown = markdown.match(/^<details>/gm)?.length ?? 0;
  const left = Number(/^and (\d+) more; the report has them all$/m.exec(markdown)?.[1]);
  assert.ok(shown > 0);
  assert.equal(shown + left, 400);
  const rows = markdown.match(/^\| `.*$/gm)?.length ?? 0;
  assert.equal(rows + Number(/^\| and (\d+) more \|/m.exec(markdown)?.[1]), 400);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 300 }), (checks, characters) => {
      assert.ok(renderMarkdown(many(checks, characters)).length <= MARKDOWN_CHARACTERS_MAX);
    }),
    { numRuns: 8 },
  );
});
