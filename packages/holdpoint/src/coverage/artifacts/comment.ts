import type { Count, Lines, PatchFile } from "@holdpoint/core";
import { COVERAGE_METRICS, formatPercent, writeLineRanges } from "@holdpoint/core";
import { code, inline } from "../../reporters/markdown/blocks.ts";
import { fit, MARKDOWN_CHARACTERS_MAX } from "../../reporters/markdown/fit.ts";
import { count, shortCommit } from "../../reporters/view/format.ts";
import type { ArtifactComparison } from "./comparison.ts";
import { isSameInstrument, pointsText } from "./comparison.ts";
import type { ArtifactSubject } from "./part.ts";
import type { SummaryRow } from "./summary.ts";
import { share, summaryHead, summaryTable } from "./summary.ts";

/** Lets a job find its earlier comment and replace it. */
const MARKER = "<!-- holdpoint-coverage -->";
const TABLE_CHARACTERS_MAX = 25_000;
const RANGES_CHARACTERS_MAX = 300;

/** A comment for a pull request, at most 60,000 characters: totals, what changed, which lines no test runs any more. */
export function commentMarkdown(
  rows: readonly SummaryRow[],
  comparison: ArtifactComparison,
  subject: ArtifactSubject,
): string {
  const parts = [MARKER, summaryHead(subject), "", totalsPart(rows, comparison), patchPart(comparison)];
  if (rows.length > 1) parts.push(foldedTable(rows));
  const text = `${parts.join("\n")}\n`;
  const patch = patchList(comparison);
  const lost = lostList(comparison);
  const room = MARKDOWN_CHARACTERS_MAX - text.length;
  const first = folded(patch.title, patch.items, lost.items.length === 0 ? room : Math.floor(room / 2));
  return text + first + folded(lost.title, lost.items, room - first.length);
}

function totalsPart([whole]: readonly SummaryRow[], { earlier, instrumenters }: ArtifactComparison): string {
  if (whole === undefined) return "Nothing was measured.\n";
  const metrics = COVERAGE_METRICS.filter((metric) => whole.totals[metric] !== null || earlier?.totals[metric]);
  const rows = metrics.map((metric) => {
    const then = earlier?.totals[metric] ?? null;
    const now = whole.totals[metric];
    return `| ${metric} | ${shown(now)} | ${earlier === null ? "" : change(now, then)} |`;
  });
  const than =
    earlier === null
      ? "Nothing promoted to compare with"
      : `Change since ${code(shortCommit(earlier.commit))}, promoted ${inline(earlier.promotedAt)}`;
  const isFair = earlier === null || isSameInstrument(earlier, instrumenters);
  const warning = isFair ? "" : `\n**Not comparable:** ${inline(earlier.instrumenters.join(", "))} counted then.\n`;
  return `| Metric | Now | ${than} |\n| :--- | ---: | :--- |\n${rows.join("\n")}\n${warning}`;
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

interface FoldedList {
  readonly title: string;
  readonly items: readonly string[];
}

function patchList({ patch }: ArtifactComparison): FoldedList {
  const files = (patch?.files ?? []).filter((file) => file.uncovered.length > 0 || UNKNOWN[file.state] !== undefined);
  const lines = files.reduce((sum, { uncovered }) => sum + uncovered.length, 0);
  return { title: `${count(lines, "changed line")} that no test runs`, items: files.map(patchItem) };
}

/** Lines that nobody touched, and that no test runs any more. */
function lostList({ history }: ArtifactComparison): FoldedList {
  const files = history?.newlyUncovered ?? [];
  const lines = files.reduce((sum, file) => sum + file.lines.length, 0);
  const title = `${count(lines, "unchanged line")} that tests no longer run`;
  return { title, items: files.map(({ path, lines: own }) => `- ${code(path)} ${rangesText(own)}`) };
}

function folded(title: string, items: readonly string[], charactersMax: number): string {
  if (items.length === 0) return "";
  const head = `<details><summary>${title}</summary>\n\n`;
  const end = "\n</details>\n";
  const room = charactersMax - head.length - end.length;
  return head + fit(items, room, "\n", (more) => `- and ${more} more; the artifacts have them all`) + end;
}

const UNKNOWN: Readonly<Partial<Record<PatchFile["state"], string>>> = {
  unmeasured: "no report measures it",
  unsaid: "no report says which lines are covered",
  hidden: "git takes it for binary, so nobody knows which lines changed",
};

function patchItem({ path, state, uncovered }: PatchFile): string {
  const ranges = rangesText(uncovered);
  const why = UNKNOWN[state];
  const said = [...(ranges === "" ? [] : [ranges]), ...(why === undefined ? [] : [why])];
  return `- ${code(path)} ${said.join("; ")}`;
}

function rangesText(lines: Lines): string {
  const ranges = writeLineRanges(lines);
  const isLong = ranges.length > RANGES_CHARACTERS_MAX;
  const cut = isLong ? `${ranges.slice(0, ranges.lastIndexOf(",", RANGES_CHARACTERS_MAX))},…` : ranges;
  return cut.replaceAll(",", ", ");
}
