import type { LeafReading, SkipReason, SoakIteration, SoakTuning } from "@holdpoint/core";
import { figure, markdownPage, markdownTable } from "./markdown.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headLines, headOf } from "./report-input.ts";

/** `AUDIT.json`: what happened, iteration by iteration. */
export interface SoakAudit extends ReportHead {
  readonly schema: "holdpoint/soak-audit/v1";
  readonly iterations: readonly AuditedIteration[];
}

export interface AuditedIteration {
  readonly iteration: number;
  readonly phase: SoakIteration["phase"];
  readonly durationMs: number;
  readonly problem: SoakIteration["problem"];
  readonly values: SoakIteration["values"];
  readonly changes: readonly AuditedChange[];
  /** Paths that are no declared parameters and changed meanwhile. */
  readonly others: readonly string[];
  /** Why the configuration could not be read or written. */
  readonly tuningProblem: SoakTuning["problem"];
  /** How many proposals each guard held back. */
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
  readonly witness: SoakTuning["witness"];
  readonly reverted: boolean;
  readonly guards: SoakTuning["guards"];
}

export interface AuditedChange {
  readonly parameter: string;
  readonly rule: string;
  readonly from: number | null;
  readonly to: number;
  readonly after: LeafReading["after"];
  /** Null: nobody read it back. */
  readonly verdict: LeafReading["verdict"] | null;
}

export function auditOf(input: ReportInput): SoakAudit {
  const iterations = input.body.iterations.map(auditIteration);
  return { schema: "holdpoint/soak-audit/v1", ...headOf(input), iterations };
}

function auditIteration(one: SoakIteration): AuditedIteration {
  const { iteration, phase, startedAtMs, finishedAtMs, problem, values, tuning } = one;
  const { witness, reverted, guards, others, problem: tuningProblem } = tuning;
  const skipped: Partial<Record<SkipReason, number>> = {};
  for (const { skipped: why } of tuning.proposed) {
    if (why !== null) skipped[why.reason] = (skipped[why.reason] ?? 0) + 1;
  }
  const durationMs = finishedAtMs - startedAtMs;
  const head = { iteration, phase, durationMs, problem, values, changes: changesOf(one), others, tuningProblem };
  return { ...head, skipped, witness, reverted, guards };
}

/** What was let through, with what was read back. */
export function changesOf({ tuning }: SoakIteration): readonly AuditedChange[] {
  return tuning.proposed
    .filter(({ skipped }) => skipped === null)
    .map(({ parameter, rule, from, to }) => {
      const reading = tuning.readings.find(({ path, verdict }) => path === parameter && verdict !== "drifted");
      return { parameter, rule, from, to, after: reading?.after ?? null, verdict: reading?.verdict ?? null };
    });
}

export function auditMarkdown(report: SoakAudit): string {
  const rows = report.iterations.map((one) => [
    String(one.iteration),
    one.phase,
    `${one.durationMs} ms`,
    one.problem === null
      ? Object.entries(one.values)
          .map(([kpi, value]) => `${kpi} ${figure(value)}`)
          .join(", ")
      : `${one.problem.code}: ${one.problem.text}`,
    changedText(one),
    Object.entries(one.skipped)
      .map(([reason, count]) => `${count} ${reason}`)
      .join(", "),
    guardsText(one),
  ]);
  const head = ["#", "phase", "took", "KPIs", "changed", "held back", "guards"];
  return markdownPage([...headLines("Audit", report), ...markdownTable(head, rows, "No iteration was done.")]);
}

function changedText({ changes, others, tuningProblem }: AuditedIteration): string {
  const failed = tuningProblem === null ? [] : [`${tuningProblem.code}: ${tuningProblem.text}`];
  return [...changes.map(changeText), ...others.map((path) => `${path} (no parameter)`), ...failed].join(", ");
}

function changeText({ parameter, from, to, after, verdict }: AuditedChange): string {
  const path = `${parameter} ${figure(from)} → ${figure(to)}`;
  return verdict === "applied" ? path : `${path} (${verdict ?? "not read back"}, is ${figure(after)})`;
}

function guardsText({ guards, witness, reverted }: AuditedIteration): string {
  return [
    guards.frozen.length === 0 ? "" : `frozen: ${guards.frozen.join(", ")}`,
    guards.oscillating.length === 0 ? "" : `to and fro: ${guards.oscillating.join(", ")}`,
    guards.latency === "soft" || guards.latency === "hard" ? `latency ${guards.latency}` : "",
    guards.steady ? "steady" : "",
    reverted ? "set back to last good" : "",
    witness === null ? "" : `${witness.parameter} made ${witness.kpi} move ${figure(witness.moved)} (${witness.seen})`,
  ]
    .filter((text) => text !== "")
    .join("; ");
}
