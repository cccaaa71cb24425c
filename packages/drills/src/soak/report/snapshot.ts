import type { DeltaVerification, KpiOutcome, KpiResult, SoakRunRecord } from "@holdpoint/core";
import { soakOutcome } from "../soak-outcome.ts";
import { figure, markdownPage, markdownTable } from "./markdown.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headLines, headOf } from "./report-input.ts";

/** `SNAPSHOT.json`: where the soak stood at its end. */
export interface SoakSnapshot extends ReportHead {
  readonly schema: "holdpoint/soak-snapshot/v1";
  readonly candidate: SoakRunRecord["candidate"];
  readonly testbed: string;
  readonly planned: number;
  readonly done: number;
  readonly steady: number;
  readonly gaps: number;
  readonly aborted: string | null;
  readonly outcome: { readonly strict: KpiOutcome; readonly soft: KpiOutcome };
  readonly kpis: { readonly strict: readonly KpiResult[]; readonly soft: readonly KpiResult[] };
  readonly parameters: readonly SnapshotParameter[];
  readonly deltas: DeltaVerification;
  readonly frozen: readonly string[];
}

interface SnapshotParameter {
  readonly path: string;
  readonly subsystem: string;
  readonly first: number | null;
  readonly last: number | null;
}

export function snapshotOf(input: ReportInput): SoakSnapshot {
  const { record, body } = input;
  const { first, last } = record.parameters;
  return {
    schema: "holdpoint/soak-snapshot/v1",
    ...headOf(input),
    candidate: record.candidate,
    testbed: record.testbed.text,
    planned: body.planned,
    done: body.iterations.length,
    steady: body.iterations.filter(({ phase }) => phase === "steady").length,
    gaps: body.iterations.filter(({ problem, summary }) => problem !== null || summary === null).length,
    aborted: body.aborted,
    outcome: { strict: soakOutcome(body, "strict"), soft: soakOutcome(body, "soft") },
    kpis: body.kpis,
    parameters: body.terms.parameters.map(({ path, subsystem }) => ({
      path,
      subsystem,
      first: first[path] ?? null,
      last: last[path] ?? null,
    })),
    deltas: body.deltas,
    frozen: body.iterations.at(-1)?.tuning.guards.frozen ?? [],
  };
}

export function snapshotMarkdown(report: SoakSnapshot, units: ReadonlyMap<string, string | null>): string {
  const { strict, soft } = report.kpis;
  const kpis = strict.map((one, index) => [
    one.id,
    `${one.aggregate} of ${one.values.length}`,
    figure(one.value, units.get(one.id) ?? null),
    `${one.bound.operator} ${figure(one.bound.value)}`,
    one.outcome,
    soft[index]?.outcome ?? "inconclusive",
    one.trend,
  ]);
  const parameters = report.parameters.map(({ path, subsystem, first, last }) => [
    path,
    subsystem,
    figure(first),
    figure(last),
  ]);
  return markdownPage([
    ...headLines("Snapshot", report),
    `Strict: **${report.outcome.strict}**. Soft: **${report.outcome.soft}**.`,
    `${report.done} of ${report.planned} iterations, ${report.steady} of them steady, ${report.gaps} with a gap.`,
    ...(report.aborted === null ? [] : [`Cut short: ${report.aborted}.`]),
    "",
    ...markdownTable(["KPI", "how", "value", "strict bound", "strict", "soft", "trend"], kpis, "There are no KPIs."),
    "",
    ...markdownTable(["parameter", "subsystem", "first", "last"], parameters, "Nothing can be tuned."),
  ]);
}
