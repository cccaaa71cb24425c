import type { KpiOutcome, KpiResult, SoakBody } from "@holdpoint/core";
import type { KpiSet } from "@holdpoint/drills";
import { table } from "../format/table.ts";

export interface SoakTextTerms {
  readonly set: KpiSet;
  readonly outcome: KpiOutcome;
  /** Relative to where the command was called. */
  readonly folder: string;
}

/** What a person reads at the end of a soak. */
export function soakText(body: SoakBody, { set, outcome, folder }: SoakTextTerms): string {
  const { deltas, iterations, planned, aborted } = body;
  const steady = iterations.filter(({ phase }) => phase === "steady").length;
  const ratio =
    deltas.fullApplyRatio === null ? "nothing attempted" : `${percent(deltas.fullApplyRatio)} applied in full`;
  const made = `${iterations.length} of ${planned} iterations, ${steady} of them steady`;
  return [
    `${body.id}: ${outcome} by the ${set} bounds, ${made}`,
    ...(aborted === null ? [] : [`Cut short: ${aborted}`]),
    ...(body.synthetic
      ? ["Synthetic: a simulation was measured; a blocking gate refuses it as release evidence."]
      : []),
    "",
    ...table(body.kpis[set].map(kpiRow)),
    "",
    body.tuningEnabled
      ? `Deltas: ${deltas.proposed} proposed, ${deltas.skipped} held back, ${deltas.attempted} attempted, ${ratio}`
      : `Deltas: ${deltas.proposed} proposed; tuning was off`,
    `Reports: ${folder}`,
  ].join("\n");
}

function kpiRow({ id, outcome, reason }: KpiResult): string[] {
  return [outcome, id, reason];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
