import { indented, table } from "../../format/table.ts";
import type { SummaryRow } from "./summary.ts";
import { share } from "./summary.ts";

export interface ArtifactsSaid {
  readonly folder: string;
  readonly files: number;
  readonly sizeBytes: number;
  /** Index of the ledger record; null: none was made. */
  readonly record: number | null;
  readonly dryRun: boolean;
  readonly summarised: boolean;
}

const HEADS = ["component", "lines", "branches", "functions", "uncovered", "verdict"];

/** What a person reads of artifacts that were made. */
export function artifactsText(rows: readonly SummaryRow[], said: ArtifactsSaid): string {
  const cells = rows.map(({ component, totals, uncoveredLines, standing }) => [
    component ?? "whole",
    share(totals.lines),
    share(totals.branches),
    share(totals.functions),
    uncoveredLines === null ? "-" : String(uncoveredLines),
    standing,
  ]);
  const size = `${said.files} files, ${(said.sizeBytes / 1_000_000).toFixed(1)} MB`;
  const end = said.dryRun
    ? `Nothing was written; it would be ${said.folder} (${size}).`
    : `Written to ${said.folder} (${size}), recorded as ${said.record} of the ledger.`;
  return [
    ...indented(table([HEADS, ...cells])),
    "",
    end,
    ...(said.summarised ? ["Added to the job's summary."] : []),
  ].join("\n");
}

export interface PruneSaid {
  readonly kept: readonly { readonly name: string; readonly why: string }[];
  readonly pruned: readonly string[];
  readonly gone: readonly string[];
  readonly others: readonly string[];
  readonly dryRun: boolean;
}

/** What a person reads of a pruning. */
export function pruneText({ kept, pruned, gone, others, dryRun }: PruneSaid): string {
  const rows = [
    ...kept.map(({ name, why }) => [name, `kept, ${why}`]),
    ...pruned.map((name) => [name, dryRun ? "would be pruned" : "pruned; its manifest stays"]),
    ...gone.map((name) => [name, "pruned before"]),
    ...others.map((name) => [JSON.stringify(name), "no artifacts of ours; left alone"]),
  ];
  return rows.length === 0 ? "There are no artifacts." : table(rows).join("\n");
}
