import type { PatchCoverage } from "@holdpoint/core";
import { sha256Hex, writeLineRanges } from "@holdpoint/core";
import { command } from "../../reporters/github.ts";
import { relativePath } from "../../reporters/view/path.ts";
import { count } from "../../reporters/view/format.ts";

/** GitHub shows ten warnings a step and drops the rest; the file holds more for tools that read it. */
const ANNOTATIONS_MAX = 1_000;

interface Range {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/** Runs of changed lines that no test runs, by path. */
function uncoveredRanges({ files }: PatchCoverage): readonly Range[] {
  return files.flatMap(({ path, uncovered }) => {
    const relative = relativePath(path);
    if (relative === null || uncovered.length === 0) return [];
    return writeLineRanges(uncovered)
      .split(",")
      .map((range) => {
        const [first = "", last = first] = range.split("-");
        return { path: relative, first: Number(first), last: Number(last) };
      });
  });
}

/** GitHub Actions workflow commands: a notice with the sum, then a warning for each run of uncovered changed lines. */
export function githubAnnotations(patch: PatchCoverage | null): string {
  if (patch === null) return "";
  const ranges = uncoveredRanges(patch);
  const { covered, total } = patch.lines;
  const more =
    ranges.length > ANNOTATIONS_MAX ? `; the first ${ANNOTATIONS_MAX} of ${ranges.length} places follow` : "";
  const sum = `${total - covered} of ${count(total, "changed line")} not covered${more}`;
  return [
    command("notice", { title: "Coverage of changed lines" }, sum),
    ...ranges.slice(0, ANNOTATIONS_MAX).map(({ path, first, last }) => {
      const place = { file: path, line: String(first), endLine: String(last) };
      return command("warning", { ...place, title: "Not covered" }, told({ first, last }));
    }),
    "",
  ].join("\n");
}

/** GitLab's Code Quality report: an issue for each run of uncovered changed lines. */
export function gitlabCodeQuality(patch: PatchCoverage | null): string {
  const ranges = patch === null ? [] : uncoveredRanges(patch);
  const issues = ranges.map(({ path, first, last }) => ({
    description: told({ first, last }),
    check_name: "coverage/changed-lines",
    fingerprint: sha256Hex(JSON.stringify(["coverage/changed-lines", path, first, last])),
    severity: "minor",
    location: { path, lines: { begin: first, end: last } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

function told({ first, last }: Pick<Range, "first" | "last">): string {
  return first === last
    ? `No test runs line ${first}, which was changed`
    : `No test runs lines ${first} to ${last}, which were changed`;
}
