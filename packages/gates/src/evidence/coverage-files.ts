import type { CheckInput, CoverageBody, CoverageFile, Location } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../bodies.ts";
import { place } from "../place.ts";
import { byText } from "../text.ts";

/** What each coverage report says, by report and shard. */
export function coverageReports(input: CheckInput): readonly CoverageBody[] {
  return bodiesOf<CoverageBody>(input, KIND.coverage).toSorted(
    (a, b) => byText(a.report, b.report) || byText(a.shard ?? "", b.shard ?? ""),
  );
}

const PLACES_MAX = 20;

/** The files with the most uncovered lines, most first, each at its first uncovered line. */
export function uncoveredPlaces(files: readonly CoverageFile[]): Location[] {
  const missing = ({ lines }: CoverageFile): number => (lines === null ? 0 : lines.total - lines.covered);
  return files
    .filter((file) => missing(file) > 0)
    .toSorted((a, b) => missing(b) - missing(a) || byText(a.path, b.path))
    .slice(0, PLACES_MAX)
    .map((file) => {
      const first = Number.parseInt(file.uncoveredLines, 10);
      const lines = file.uncoveredLines || "which is not said";
      const text = `${missing(file)} of ${file.lines?.total} lines uncovered: ${lines}`;
      return place(file.path, first, text);
    });
}
