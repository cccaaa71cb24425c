import type { BandId, Count, CoverageMetric } from "@holdpoint/core";
import { bandOf, BANDS, formatPercent } from "@holdpoint/core";
import { code, inline } from "../../reporters/markdown/blocks.ts";
import { fit, MARKDOWN_CHARACTERS_MAX } from "../../reporters/markdown/fit.ts";
import { shortCommit } from "../../reporters/view/format.ts";
import type { ArtifactPart, ArtifactSubject } from "./part.ts";
import { WHOLE } from "./part.ts";
import type { Exempted, FloorTerms, Standing } from "./standing.ts";
import { floorText, standingOf } from "./standing.ts";

/** A row of the summary: the whole, or a component. */
export interface SummaryRow {
  /** Null: the whole. */
  readonly component: string | null;
  readonly tags: readonly string[];
  readonly critical: boolean;
  /** Measured files. */
  readonly files: number;
  /** Source files that no report measures. */
  readonly unmeasured: number;
  readonly totals: Readonly<Record<CoverageMetric, Count | null>>;
  /** Lines; null where they are not measured. */
  readonly uncoveredLines: number | null;
  /** By lines; null: not measured, or nothing to cover. */
  readonly band: BandId | null;
  /** What is asked for, as a person reads it; empty: nothing. */
  readonly floor: string;
  readonly standing: Standing;
}

const NO_FLOORS: FloorTerms = { floors: {}, maxUncovered: {}, advisoryUntil: null };

/**
 * @param whole what the configuration asks of the whole
 * @param exempted what exceptions answer for in a part; nothing where it is left out
 */
export function summaryRows(
  parts: readonly ArtifactPart[],
  whole: FloorTerms | null,
  nowMs: number,
  exempted: (part: ArtifactPart) => Exempted = () => () => [],
): readonly SummaryRow[] {
  return parts.map((part) => {
    const { component, files, unmeasured, totals } = part;
    const terms = component ?? whole ?? NO_FLOORS;
    const { lines } = totals;
    return {
      component: component?.id ?? null,
      tags: component?.tags ?? [],
      critical: component?.critical ?? false,
      files: files.length,
      unmeasured: unmeasured.length,
      totals,
      uncoveredLines: lines === null ? null : lines.total - lines.covered,
      band: lines === null ? null : (bandOf(lines)?.id ?? null),
      floor: floorText(terms),
      standing: standingOf(totals, terms, nowMs, exempted(part)),
    };
  });
}

const HEAD =
  "| Component | Tags | Lines | Branches | Functions | Uncovered lines | Band | Floor | Verdict |\n" +
  "| :--- | :--- | ---: | ---: | ---: | ---: | :--- | :--- | :--- |\n";

/** GitHub Flavored Markdown for a job summary, bounded like every other. */
export function summaryMarkdown(rows: readonly SummaryRow[], subject: ArtifactSubject): string {
  const text = `${summaryHead(subject)}\n\n${HEAD}`;
  const room = MARKDOWN_CHARACTERS_MAX - text.length;
  return text + fit(rows.map(rowText), room, "\n", (more) => `| and ${more} more | | | | | | | | |`);
}

/** The table alone, within so many characters. */
export function summaryTable(rows: readonly SummaryRow[], charactersMax: number): string {
  return HEAD + fit(rows.map(rowText), charactersMax, "\n", (more) => `| and ${more} more | | | | | | | | |`);
}

export function summaryHead({ candidate, measuredAt }: ArtifactSubject): string {
  const state = candidate.dirty ? "uncommitted changes" : "clean";
  const facts = `commit ${code(shortCommit(candidate.commit))} (${state}) · measured ${inline(measuredAt)}`;
  return `## Coverage: ${inline(candidate.service)}\n\n${facts}`;
}

function rowText(row: SummaryRow): string {
  const { component, tags, critical, totals, uncoveredLines, band, floor, standing } = row;
  const name = component === null ? "**whole**" : code(component);
  const cells = [
    name,
    [...(critical ? ["critical"] : []), ...tags].map(inline).join(", "),
    share(totals.lines),
    share(totals.branches),
    share(totals.functions),
    uncoveredLines === null ? "not measured" : String(uncoveredLines),
    BANDS.find(({ id }) => id === band)?.title ?? "none",
    inline(floor),
    standing,
  ];
  return `| ${cells.join(" | ")} |`;
}

/** Cut, never rounded up; what is not measured says so. */
export function share(count: Count | null): string {
  return count === null ? "not measured" : formatPercent(count.covered, count.total);
}

/** What a person calls a part. */
export function partName({ id, component }: ArtifactPart): string {
  return id === WHOLE && component === null ? "whole" : id;
}
