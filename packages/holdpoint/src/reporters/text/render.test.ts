import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { HOSTILE, hostileRun } from "../fixture/hostile.ts";
import { fixtureRun, HELD, PROMOTED } from "../fixture/runs.ts";
import { PROMOTE_GATES } from "../fixture/promote-gates.ts";
import { renderText } from "./render.ts";
import { displayWidth } from "./width.ts";

const PROMOTED_TEXT = ` PROMOTE  every rule of the profile is met
ledger-service 4b825dc642cb (clean) · profile release · environment release ·
41.2 s

Gate          Verdict  Blocks  Checks passed  Sections
candidate     PASS     yes     5 of 5         X D
tests         WARN     yes     2 of 3         L
coverage      PASS     yes     3 of 3         L
dependencies  PASS     yes     3 of 3         R
ledger        PASS     yes     2 of 2         Y P

Warnings (1)

warn  tests / skipped-within-limit · skipped-near-limit
  what    4 of 431 tests are skipped, at most 5 may be
  seen    4
  wanted  <= 5
  flip    would pass without a warning at <= 2
  do      Repair the skipped tests, or take out those that ask nothing any more.
  where   test/export.test.ts:88 exports a year in one file

Evidence    5 pieces: 4 measured, 1 imported
Sections    6 of 25 covered: D L P R X Y; not covered: A B C E F G H I J K M N O
            Q S T U V W
Baseline    last-promoted, no earlier promotion
Not asked   nothing was promoted before, and the profile allows a first release:
            tests/inherited-floor
Not judged  kill: takes ten minutes; \`npm test\` runs it
Score       15 of 16 decided checks passed, 17 asked (information only)
Recorded    as record 431 of ledger ledger-service/holdpoint, anchored up to 431
Key         SHA256:7mXGk1H4l0sN8t2bq3T1v9y5c6d7e8f9A0B1C2D3E4F
Written     2 files in .holdpoint/runs/20260314T092610Z-5f3a9c1d
            1 file in reports/audit
`;

const HELD_TEXT = ` HOLD  held for 9 reasons
ledger-service 4b825dc642cb (uncommitted changes) · profile release ·
environment release · 41.2 s

Gate                 Verdict       Blocks  Checks passed      Sections
candidate            FAIL          yes     1 of 2             X D
tests                FAIL          yes     1 of 3             L
coverage             INCONCLUSIVE  yes     0 of 0, 2 unknown  L
dependencies         INCONCLUSIVE  yes     0 of 1, 1 unknown  R
automation-coverage  INCONCLUSIVE  yes     0 of 0, 2 unknown  S
ledger               PASS          yes     1 of 1             Y P
style                FAIL          no      0 of 1             C

Why it is held

fail  load · required-gate-missing
  what    the profile requires the gate "load", which was not judged
  seen    no such gate
  wanted  the gate, judged
  flip    would be met once the gate is judged
  do      Put the gate back into the profile; a gate that is no longer required
          is taken from \`requireGates\`.

fail  candidate / clean-tree · tree-dirty
  what    2 paths differ from the commit
  seen    2
  wanted  0
  flip    would pass at 0 differing paths
  do      Commit or remove what differs, then promote the new commit.
  where   src/money.ts modified
          notes.txt untracked

fail  tests / no-failed-tests · tests-failed
  what    3 of 431 tests failed
  seen    3
  wanted  0
  flip    would pass at 0 failed tests
  do      Run the named tests alone, repair them, and promote again.
  where   test/transfer.test.ts:41:3 refuses a negative amount
          test/transfer.test.ts:97 is idempotent under the same key
          test/export.test.ts:12 writes the header once

error  coverage / lines-covered, branches-covered · HP-READ-TRUNCATED
  what    coverage: reports/lcov.info:20114:1: the report ends inside a record
  seen    The file ends in the middle of something
  wanted  evidence that can be read whole
  flip    would be judged once it can be read
  do      The tool that writes it was interrupted; run it again to the end.

stale  dependencies / lock-agrees-with-manifest · evidence-stale
  what    dependencies evidence is 7200000 ms old, at most 3600000 ms are
          allowed
  seen    evidence past its age limit
  wanted  evidence within its age limit
  flip    would be judged at <= 3600000 ms
  do      Gather it again with \`--evidence fresh\`.

missing  automation-coverage / plants-caught · evidence-missing
  what    there is no selftest evidence
  seen    no evidence
  wanted  evidence measured for this candidate
  flip    would be judged once it is gathered
  do      See \`holdpoint plan\` for what gathers it, then run \`holdpoint promote\`
          again.

error  automation-coverage / artifacts-validate · check-threw
  what    the check threw: cannot read properties of undefined
  seen    an error in the check
  wanted  an answer
  do      This is a defect of the check: report it together with the evidence of
          the run.

fail  verdict · required-section-uncovered
  what    section U has no executed check with fresh evidence
  seen    no executed check
  wanted  an executed check with fresh evidence
  flip    would be met by one decided check of the section
  do      Add a gate that covers the section, or repair the evidence of the one
          that should.

Not passed, in advisory gates (1)

fail  style / files-short · file-long
  what    1 file is longer than 500 lines
  seen    712
  wanted  <= 500
  flip    would pass at <= 500 lines
  do      Look at the evidence that the check names, repair what it shows, and
          run again.
  where   src/statement.ts:501 712 lines

Warnings (1)

warn  tests / skipped-within-limit · skipped-near-limit
  what    4 of 431 tests are skipped, at most 5 may be
  seen    4
  wanted  <= 5
  flip    would pass without a warning at <= 2
  do      Look at the evidence that the check names, repair what it shows, and
          run again.

Waived (1)

waived  dependencies / licences-allowed · licence-not-allowed
  what    1 of 214 packages has a licence that is not allowed (waived until
          2026-04-01T00:00:00.000Z by ada, approved by grace: used at build time
          alone, replaced in 2.5)
  seen    LGPL-3.0-only
  wanted  the 9 allowed licences
  flip    would pass without pixel-tools 4.1.0
  do      Look at the evidence that the check names, repair what it shows, and
          run again.
  where   package-lock.json:1204 pixel-tools 4.1.0

Evidence    5 pieces: 5 measured; 1 could not be gathered
Sections    7 of 25 covered: C D L P R X Y; not covered: A B E F G H I J K M N O
            Q S T U V W
Baseline    last-promoted, no earlier promotion
Not asked   nothing was promoted before, and the profile allows a first release:
            tests/inherited-floor
Not judged  kill: takes ten minutes; \`npm test\` runs it
Score       3 of 8 decided checks passed, 14 asked (information only)
Recorded    as record 431 of ledger ledger-service/holdpoint, anchored up to 431
Key         SHA256:7mXGk1H4l0sN8t2bq3T1v9y5c6d7e8f9A0B1C2D3E4F
Written     2 files in .holdpoint/runs/20260314T092610Z-5f3a9c1d
            1 file in reports/audit
`;

test("a promotion reads like this", () => {
  assert.equal(renderText(PROMOTED), PROMOTED_TEXT);
});

test("a hold reads like this", () => {
  assert.equal(renderText(HELD), HELD_TEXT);
});

test("colour comes when asked for and changes no character", () => {
  for (const run of [HELD, PROMOTED]) {
    const colored = renderText(run, { color: true });
    assert.match(colored, /\u001b\[/);
    assert.equal(stripVTControlCharacters(colored), renderText(run));
  }
});

test("no line is wider than the terminal, however narrow or wide it says it is", () => {
  for (const columns of [1, 40, 60, 80, 100, 120, 500]) {
    const limit = Math.min(120, Math.max(40, columns));
    for (const line of renderText(HELD, { columns }).split("\n")) {
      if (limit >= 60) assert.ok(displayWidth(line) <= limit, line);
    }
  }
});

test("hostile text moves no cursor, begins no line and is not lost", () => {
  assert.ok(HOSTILE.length > 0);
  for (const text of HOSTILE) {
    const shown = renderText(hostileRun(text), { columns: 120 });
    assert.doesNotMatch(shown, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
    assert.ok(shown.isWellFormed());
  }
  assert.match(renderText(hostileRun("\u001b[2J")), /\\u\{1b\}\[2J/);
});

test("any text keeps its lines within the terminal", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const lines = renderText(hostileRun(text), { columns: 80 }).split("\n");
      for (const line of lines) assert.ok(displayWidth(line) <= 80, JSON.stringify(line));
    }),
    { numRuns: 50 },
  );
});

test("long lists are cut, and what is left out is counted", () => {
  const locations = Array.from({ length: 11 }, (_, index) => ({ file: `f${index}.ts`, text: "here" }));
  const run = hostileRun("x");
  const [gate] = run.judgement.gates;
  assert.ok(gate !== undefined);
  const gates = [{ ...gate, checks: gate.checks.map((check) => ({ ...check, locations })) }];
  const artifacts = Array.from({ length: 15 }, (_, index) => `reports/${index}.json`);
  const shown = renderText({ ...run, artifacts, judgement: { ...run.judgement, gates } });
  assert.match(shown, /^ {10}f7\.ts here\n {10}and 3 more$/m);
  assert.match(shown, /^Written     15 files in reports$/m);
});

test("a partial run says so, a new key too", () => {
  const run = fixtureRun({ gates: PROMOTE_GATES, evidence: [], partial: true });
  const shown = renderText({ ...run, key: { ...run.key, isNew: true } });
  assert.match(shown, /profile release, only some gates/);
  assert.match(shown, /partial-run/);
  assert.match(shown, /\(new: this run\n {12}made it\)/);
});
