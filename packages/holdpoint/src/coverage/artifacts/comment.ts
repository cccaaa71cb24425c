import type { Count, PatchFile } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent, writeLineRanges } from "@holdpoint/core";
import { code, inline } from "../../reporters/markdown/blocks.ts";
import { fit, MARKDOWN_CHARACTERS_MAX } from "../../reporters/markdown/fit.ts";
import { count, shortCommit } from "../../reporters/view/format.ts";
import type { ArtifactComparison } from "./comparison.ts";
import { pointsText } from "./comparison.ts";
import type { ArtifactSubject } from "./part.ts";
import type { SummaryRow } from "./summary.ts";
import { share, summaryHead, summaryTable } from "./summary.ts";

/** Lets a job find its earlier comment and replace it. */
const MARKER = "<!-- holdpoint-coverage -->";
const TABLE_CHARACTERS_MAX = 25_000;
const RANGES_CHARACTERS_MAX = 300;

/** A comment for a pull request, at most 60,000 characters: totals, what changed, and which changed lines no test runs. */
export function commentMarkdown(
  rows: readonly SummaryRow[],
  comparison: ArtifactComparison,
  subject: ArtifactSubject,
): string {
  const parts = [MARKER, summaryHead(subject), "", totalsPart(rows, comparison), patchPart(comparison)];
  if (rows.length > 1) parts.push(foldedTable(rows));
  const text = `${parts.join("\n")}\n`;
  return text + uncoveredPart(comparison, MARKDOWN_CHARACTERS_MAX - text.length);
}

function totalsPart([whole]: readonly SummaryRow[], { earlier }: ArtifactComparison): string {
  if (whole === undefined) return "Nothing was measured.\n";
  const metrics = COVERAGE_METRICS.filter((metric) => whole.totals[metric] !== null || earlier?.totals[metric]);
  const rows = metrics.map((metric) => {
    const then = earlier?.totals[metric] ?? null;
    return `| ${metric} | ${shown(whole.totals[metric])} | ${earlier === null ? "" : change(whole.totals[metric], then)} |`;
  });
  const than =
    earlier === null
      ? "Nothing promoted to compare with"
      : `Change since ${code(shortCommit(earlier.commit))}, promoted ${inline(earlier.promotedAt)}`;
  return `| Metric | Now | ${than} |\n| :--- | ---: | :--- |\n${rows.join("\n")}\n`;
}

function shown(now: Count | null): string {
  return now === null ? "not measured" : `${share(now)} (${now.covered} of ${now.total})`;
}

function change(now: Count | null, then: Count | null): string {
  if (then === null) return now === null ? "" : "not measured then";
  if (now === null) return `no longer measured; was ${share(then)}`;
  const points = pointsText(now, then);
  const more = now.total - now.covered - (then.total - then.covered);
  const lines = more === 0 ? "as many uncovered" : `${Math.abs(more)} ${more > 0 ? "more" : "fewer"} uncovered`;
  return points === null ? lines : `${points} points, ${lines}`;
}

function patchPart({ base, patch, whyNoPatch }: ArtifactComparison): string {
  if (patch === null || base === null) return `**Changed lines:** ${inline(whyNoPatch)}\n`;
  const { covered, total } = patch.lines;
  const since = `since ${code(shortCommit(base.commit))}`;
  if (total === 0) return `**Changed lines:** none that is measured was changed ${since}.\n`;
  return `**Changed lines:** ${formatPercent(covered, total)} covered (${covered} of ${total}) ${since}.\n`;
}

function foldedTable(rows: readonly SummaryRow[]): string {
  const table = summaryTable(rows, TABLE_CHARACTERS_MAX);
  return `<details><summary>Components</summary>\n\n${table}\n</details>\n`;
}

function uncoveredPart({ patch }: ArtifactComparison, charactersMax: number): string {
  const files = (patch?.files ?? []).filter((file) => file.uncovered.length > 0 || UNKNOWN[file.state] !== undefined);
  if (files.length === 0) return "";
  const lines = files.reduce((sum, { uncovered }) => sum + uncovered.length, 0);
  const title = `<details><summary>${count(lines, "changed line")} that no test runs</summary>\n\n`;
  const end = "\n</details>\n";
  const room = charactersMax - title.length - end.length;
  return title + fit(files.map(item), room, "\n", (more) => `- and ${more} more; the artifacts have them all`) + end;
}

const UNKNOWN: Readonly<Partial<Record<PatchFile["state"], string>>> = {
  unmeasured: "no report measures it",
  unsaid: "no report says which lines are covered",
  hidden: "git takes it for binary, so nobody knows which lines changed",
};

function item({ path, state, uncovered }: PatchFile): string {
  const ranges = writeLineRanges(uncovered);
  const cut =
    ranges.length > RANGES_CHARACTERS_MAX
      ? `${ranges.slice(0, ranges.lastIndexOf(",", RANGES_CHARACTERS_MAX))}, …`
      : ranges;
  const why = UNKNOWN[state];
  const said = [
    ...(cut === "" ? [] : [cut.replaceAll(",", ", ").replaceAll("  ", " ")]),
    ...(why === undefined ? [] : [why]),
  ];
  return `- ${code(path)} ${said.join("; ")}`;
}
