import type {
  CheckInput,
  JsonObject,
  LatencyFigures,
  LatencySummary,
  LoadBody,
  LoadFigures,
  LoadRunFigures,
} from "@holdpoint/core";
import { LOADS_LISTED_MAX } from "@holdpoint/core";
import { byText } from "../text.ts";
import { performanceRuns, rounded } from "./load-runs.ts";

const TEXT_CHARS_MAX = 200;
const SHARE_DIGITS = 6;

/** What the load runs of a run looked like, for trends: only figures of one plan on one testbed are ever compared. */
export function performanceFigures(input: CheckInput): JsonObject {
  const runs = performanceRuns(input).map(runFigures);
  const order = runs.sort((a, b) => byText(a.id, b.id) || byText(identity(a), identity(b)));
  const figures: LoadFigures = { runs: order.slice(0, LOADS_LISTED_MAX), runsCount: runs.length };
  return figures as unknown as JsonObject;
}

function identity({ tool, planSha256, testbedSha256 }: LoadRunFigures): string {
  return JSON.stringify([tool, planSha256, testbedSha256]);
}

function runFigures(run: LoadBody): LoadRunFigures {
  const { id, tool, validity, terms } = run;
  const isValid = validity === "valid";
  return {
    id: id.slice(0, TEXT_CHARS_MAX),
    tool: tool.name.slice(0, TEXT_CHARS_MAX),
    validity,
    planSha256: terms.planSha256,
    testbedSha256: terms.testbedSha256,
    testbed: terms.testbed?.slice(0, TEXT_CHARS_MAX) ?? null,
    response: isValid ? latencyOf(run.response) : null,
    service: isValid ? latencyOf(run.service) : null,
    achieved: isValid && run.achieved !== null ? rounded(run.achieved) : null,
    failedShare: isValid ? failedShare(run) : null,
  };
}

function latencyOf(summary: LatencySummary | null): LatencyFigures | null {
  return summary === null ? null : { p50: rounded(summary.p50), p95: rounded(summary.p95), p99: rounded(summary.p99) };
}

/** What was dropped failed those who asked. */
function failedShare({ completed, failed, dropped }: LoadBody): number | null {
  const all = completed + failed + dropped;
  return all === 0 ? null : Number(((failed + dropped) / all).toFixed(SHARE_DIGITS));
}
