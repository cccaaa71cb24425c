import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { ChangedFile, ChangedHunk } from "../evidence/changes.ts";
import { writeLineRanges } from "../lines/ranges.ts";
import { lineHistory } from "./lost-lines.ts";
import { patchCoverage } from "./patch.ts";
import { changesOf, fileOf, modified, reportOf } from "./testing.ts";

type Told = "covered" | "uncovered" | "unlisted";
const told = fc.constantFrom<Told>("covered", "uncovered", "unlisted");

/** A line of the base and of the candidate; null where it is not there. */
interface Line {
  readonly before: Told | null;
  readonly after: Told | null;
}

const someLine = fc.oneof(
  { weight: 4, arbitrary: fc.record<Line>({ before: told, after: told }) },
  { weight: 1, arbitrary: fc.record<Line>({ before: told, after: fc.constant(null) }) },
  { weight: 1, arbitrary: fc.record<Line>({ before: fc.constant(null), after: told }) },
);

/** The history of one file, with what became of each line as it was made and not as it is reckoned. */
interface Made {
  readonly hunks: readonly ChangedHunk[];
  readonly base: Readonly<Record<Told, readonly number[]>>;
  readonly now: Readonly<Record<Told, readonly number[]>>;
  /** `kind` of every line with its number in the candidate, or in the base where it is gone. */
  readonly fates: readonly string[];
  readonly added: Readonly<Record<Told, readonly number[]>>;
}

const none = (): Record<Told, number[]> => ({ covered: [], uncovered: [], unlisted: [] });

function made(lines: readonly Line[]): Made {
  const [then, now, added] = [none(), none(), none()];
  const fates: string[] = [];
  const hunks: ChangedHunk[] = [];
  let [line, candidate] = [0, 0];
  let open: { dropped: number; gained: number; base: number; candidate: number } | null = null;
  const close = (): void => {
    if (open === null) return;
    const { dropped, gained } = open;
    const [baseStart, start] = [
      dropped === 0 ? open.base : open.base + 1,
      gained === 0 ? open.candidate : open.candidate + 1,
    ];
    hunks.push({ baseStart, baseLines: dropped, start, lines: gained });
    open = null;
  };
  for (const { before, after } of lines) {
    if (before !== null && after !== null) close();
    else open ??= { dropped: 0, gained: 0, base: line, candidate };
    if (before !== null) then[before].push((line += 1));
    if (after !== null) now[after].push((candidate += 1));
    if (open !== null) {
      if (before === null) open.gained += 1;
      else open.dropped += 1;
    }
    if (before === null && after !== null) added[after].push(candidate);
    if (before === "covered" && after === null) fates.push(`removed ${line}`);
    if (before === "covered" && after === "uncovered") fates.push(`newly uncovered ${candidate}`);
    if (before === "covered" && after === "unlisted") fates.push(`not measured ${candidate}`);
    if (before === "uncovered" && after === "unlisted") fates.push(`left out ${candidate}`);
  }
  close();
  return { hunks, base: then, now, fates, added };
}

const files = fc.array(fc.array(someLine, { maxLength: 12 }), { minLength: 1, maxLength: 3 });

test("every line that was measured is accounted for, once and where it is", () => {
  fc.assert(
    fc.property(files, fc.boolean(), (all, isRenamed) => {
      const each = all.map((lines, index) => ({ path: `${index}.ts`, ...made(lines) }));
      const nameOf = (path: string): string => (isRenamed ? `new/${path}` : path);
      const history = lineHistory(
        each.map(({ path, base }) => ({
          path,
          sets: { covered: Uint32Array.from(base.covered), uncovered: Uint32Array.from(base.uncovered) },
        })),
        [
          reportOf(
            each.map(({ path, now }) =>
              fileOf(nameOf(path), writeLineRanges(now.covered), writeLineRanges(now.uncovered)),
            ),
          ),
        ],
        changesOf(
          ...each.map(({ path, hunks }): ChangedFile => ({
            ...modified(nameOf(path), ...hunks),
            basePath: path,
            status: isRenamed ? "renamed" : "modified",
          })),
        ),
      );
      const seen = [
        ...history.removed.map((one) => ({ ...one, kind: "removed" })),
        ...history.newlyUncovered.map((one) => ({ ...one, kind: "newly uncovered" })),
        ...history.notMeasured.map((one) => ({ ...one, kind: "not measured" })),
        ...history.uncoveredLeftOut.map((one) => ({ ...one, kind: "left out" })),
      ].flatMap(({ path, lines, kind }) => [...lines].map((number) => `${path.replace("new/", "")} ${kind} ${number}`));
      const expected = each.flatMap(({ path, fates }) => fates.map((fate) => `${path} ${fate}`));
      assert.deepEqual(seen.toSorted(), expected.toSorted());
      assert.equal(
        history.coveredThen,
        each.reduce((sum, { base }) => sum + base.covered.length, 0),
      );
      assert.deepEqual(history.unsaid, []);
    }),
    { numRuns: 500 },
  );
});

test("patch coverage counts the lines that came, and no other", () => {
  fc.assert(
    fc.property(files, (all) => {
      const each = all.map((lines, index) => ({ path: `${index}.ts`, ...made(lines) }));
      const reports = [
        reportOf(
          each.map(({ path, now }) => fileOf(path, writeLineRanges(now.covered), writeLineRanges(now.uncovered))),
        ),
      ];
      const patch = patchCoverage(reports, changesOf(...each.map(({ path, hunks }) => modified(path, ...hunks))));
      const changed = each.filter(({ added }) => added.covered.length + added.uncovered.length > 0);
      assert.deepEqual(
        patch.files.map(({ path, covered, uncovered }) => [path, [...covered], [...uncovered]]),
        changed.map(({ path, added }) => [path, added.covered, added.uncovered]),
      );
      const covered = changed.reduce((sum, { added }) => sum + added.covered.length, 0);
      const uncovered = changed.reduce((sum, { added }) => sum + added.uncovered.length, 0);
      assert.deepEqual(patch.lines, { covered, total: covered + uncovered });
    }),
    { numRuns: 500 },
  );
});
