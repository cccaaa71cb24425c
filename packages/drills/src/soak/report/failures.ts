import type { KpiResult, SoakBody, SoakIteration, SoakReplay } from "@holdpoint/core";
import { isAlongside, replayText } from "@holdpoint/core";
import { changesOf } from "./audit.ts";
import { figure, markdownPage, markdownTable } from "./markdown.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headLines, headOf } from "./report-input.ts";

export type FailureKind =
  | "iteration-failed"
  | "tuning-failed"
  | "other-changed"
  | "kpi-failed"
  | "kpi-inconclusive"
  | "delta-not-applied"
  | "parameter-missing"
  | "parameter-drifted"
  | "parameter-stuck"
  | "no-effect"
  | "opposite-effect"
  | "latency-hard"
  | "set-back"
  | "cut-short"
  | "replay-differs";

export interface SoakFailure {
  readonly kind: FailureKind;
  /** Null: it is about the whole run. */
  readonly iteration: number | null;
  /** KPI, parameter or code that it is about; null where there is none. */
  readonly about: string | null;
  readonly text: string;
}

/** `FAILURES.json`: everything that was not as it should be, the whole run first, then by iteration. */
export interface SoakFailures extends ReportHead {
  readonly schema: "holdpoint/soak-failures/v1";
  readonly failures: readonly SoakFailure[];
}

export function failuresOf(input: ReportInput): SoakFailures {
  const { body } = input;
  const failures = [
    ...runFailures(body),
    ...body.iterations.flatMap((one) => iterationFailures(one, body.terms.alongside)),
  ];
  return { schema: "holdpoint/soak-failures/v1", ...headOf(input), failures };
}

function failure(kind: FailureKind, iteration: number | null, about: string | null, text: string): SoakFailure {
  return { kind, iteration, about, text };
}

function runFailures({ aborted, kpis, deltas, replay, iterations }: SoakBody): SoakFailure[] {
  return [
    ...(aborted === null ? [] : [failure("cut-short", null, null, aborted)]),
    ...(replay.agrees || iterations.length === 0 ? [] : [replayFailure(replay)]),
    ...kpis.strict.flatMap((one) => kpiFailures(one, "strict")),
    ...kpis.soft.flatMap((one) => kpiFailures(one, "soft")),
    ...deltas.nestedMissPaths.map((path) =>
      failure("parameter-missing", null, path, `${path} leads to nothing in the target's configuration`),
    ),
    ...deltas.stuck.map((path) =>
      failure("parameter-stuck", null, path, `${path} stays what it is, whatever is written`),
    ),
  ];
}

function replayFailure(replay: SoakReplay): SoakFailure {
  const { difference } = replay;
  const about = difference?.parameter ?? difference?.kpi ?? null;
  return failure("replay-differs", difference?.iteration ?? null, about, replayText(replay));
}

function kpiFailures({ id, outcome, reason }: KpiResult, set: string): SoakFailure[] {
  if (outcome === "pass") return [];
  return [failure(outcome === "fail" ? "kpi-failed" : "kpi-inconclusive", null, id, `${id} (${set}): ${reason}`)];
}

function iterationFailures(one: SoakIteration, alongside: readonly string[]): SoakFailure[] {
  const { iteration, problem, tuning } = one;
  const { witness, guards, reverted, readings } = tuning;
  const found: SoakFailure[] = [];
  const add = (kind: FailureKind, about: string | null, text: string): void =>
    void found.push(failure(kind, iteration, about, text));
  if (problem !== null) add("iteration-failed", problem.code, problem.text);
  if (tuning.problem !== null) add("tuning-failed", tuning.problem.code, tuning.problem.text);
  if (guards.latency === "hard") add("latency-hard", null, "the latency is beyond its hard limit");
  if (reverted) add("set-back", null, "parameters were set back to what they were when things were last good");
  for (const { parameter, to, after, verdict } of changesOf(one)) {
    if (verdict === "applied") continue;
    add(
      "delta-not-applied",
      parameter,
      `${parameter} was to be ${to} and is ${figure(after)}: ${verdict ?? "not read back"}`,
    );
  }
  for (const { path, wanted, after } of readings.filter(({ verdict }) => verdict === "drifted")) {
    add("parameter-drifted", path, `${path} was ${figure(wanted)} and is ${figure(after)}; nobody here changed it`);
  }
  for (const path of tuning.others.filter((other) => !isAlongside(other, alongside))) {
    add("other-changed", path, `${path} changed while parameters were written, and is none of them`);
  }
  if (witness?.seen === "none") {
    add(
      "no-effect",
      witness.parameter,
      `changing ${witness.parameter} did not make ${witness.kpi} ${witness.expected}`,
    );
  }
  if (witness?.seen === "opposite") {
    const text = `${witness.kpi} was to ${witness.expected} and moved by ${figure(witness.moved)}`;
    add("opposite-effect", witness.parameter, `after changing ${witness.parameter}, ${text}`);
  }
  return found;
}

export function failuresMarkdown(report: SoakFailures): string {
  const rows = report.failures.map(({ kind, iteration, text }) => [
    iteration === null ? "run" : String(iteration),
    kind,
    text,
  ]);
  return markdownPage([
    ...headLines("Failures", report),
    ...markdownTable(["#", "what", "why"], rows, "There are none."),
  ]);
}
