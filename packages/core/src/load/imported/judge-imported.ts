import type { LoadBody } from "../../evidence/load.ts";
import { checkObjectives } from "../../slo/check-objectives.ts";
import { budgetOf, burnRateOf } from "../../slo/judge-events.ts";
import type { SloJudgement } from "../../slo/judge-sample.ts";
import { objectiveText } from "../../slo/objective-text.ts";
import type { Clock, Objective, SloBudget, SloResult, WindowTerms } from "../../slo/objective.ts";
import { boundOf, byWindows } from "../../slo/result-of.ts";
import { judgePart } from "./judge-part.ts";
import { untrusted } from "./may-pass.ts";
import { partOf, windowParts } from "./parts.ts";

type Judged = Omit<SloResult, "id" | "text" | "kind" | "scope" | "bound">;

/**
 * Judges objectives by what the results of a run tell: counts, a histogram, or percentiles as they are printed. It is
 * never stronger than that: what lies between two printed percentiles may be either, and a limit of time is never
 * shown to be kept by a tool that waits for answers, or that does not say how it measures.
 *
 * @param body a run that was read from a file
 * @throws HoldpointError `HP-CONFIG-VALUE` for objectives that cannot be judged together
 * @example
 * judgeImported(body, [parseObjective("99% ok")])[0]?.outcome; // "pass", also of a closed model
 */
export function judgeImported(body: LoadBody, objectives: readonly Objective[]): readonly SloResult[] {
  checkObjectives(objectives, null);
  return objectives.map((objective) => {
    const { id, kind, scope } = objective;
    return { id, text: objectiveText(objective), kind, scope, bound: boundOf(objective), ...judgeOne(body, objective) };
  });
}

function judgeOne(body: LoadBody, objective: Objective): Judged {
  const clock = clockOf(objective);
  const part = partOf(body, objective.scope, clock ?? "service");
  if (typeof part === "string") return { ...NOTHING, reason: part };
  const judged = judgePart(objective, part);
  const { observed, interval, samples, minSamples } = judged;
  const windows = objective.window === null ? null : windowsOf(body, objective, objective.window);
  const { outcome, reason, counts } = windows ?? { ...judged, counts: null };
  const said = { observed, interval, samples, minSamples, budget: budgetOfPart(objective, judged), windows: counts };
  if (body.validity === "invalid")
    return { ...said, outcome: "invalid", reason: "the run is invalid, so its figures decide nothing" };
  const doubt = clock === null || outcome === "fail" ? null : untrusted(body, clock);
  return doubt === null
    ? { ...said, outcome, reason }
    : { ...said, outcome: "inconclusive", reason: `${reason}; but ${doubt}` };
}

const NOTHING: Judged = {
  outcome: "inconclusive",
  reason: "",
  observed: null,
  interval: null,
  samples: 0,
  minSamples: 0,
  budget: null,
  windows: null,
};

/** The clock of a limit of time; null where an objective has none. */
function clockOf(objective: Objective): Clock | null {
  if (objective.kind === "percentile") return objective.clock;
  return objective.kind === "events" ? (objective.within?.clock ?? null) : null;
}

function windowsOf(
  body: LoadBody,
  objective: Objective,
  terms: WindowTerms,
): Pick<SloJudgement, "outcome" | "reason"> & { readonly counts: SloResult["windows"] } {
  const { phase, endpoint, tag } = objective.scope;
  const isPart = [phase, endpoint, tag].some((name) => name !== null);
  const parts = isPart ? "its windows are of the whole run" : windowParts(body, terms, clockOf(objective) ?? "service");
  if (typeof parts === "string")
    return {
      outcome: "inconclusive",
      reason: `${parts}: none of ${terms.sizeMs / 1000} s can be judged`,
      counts: null,
    };
  // A rate is of whole seconds: the first and the last window hold less by nature.
  const inner = objective.kind === "throughput" ? parts.slice(1, -1) : parts;
  const outcomes = inner.map((part) => judgePart(objective, part).outcome);
  const number = (wanted: SloJudgement["outcome"]): number => outcomes.filter((one) => one === wanted).length;
  const counts = {
    judged: number("pass") + number("fail"),
    missed: number("fail"),
    inconclusive: number("inconclusive"),
  };
  const { outcome, reason } = byWindows({ windows: counts }, terms);
  return { outcome: outcome === "invalid" ? "inconclusive" : outcome, reason, counts };
}

/** None where it cannot be told how many were bad; alarms want every second, which no file of another tool has. */
function budgetOfPart(objective: Objective, { outcome, observed, samples }: SloJudgement): SloBudget | null {
  if (objective.kind !== "events" || observed === null || outcome === "inconclusive") return null;
  const bad = Math.round((1 - observed) * samples);
  const { ratio } = objective;
  return { allowed: budgetOf(ratio, samples), spent: bad, burnRate: burnRateOf(ratio, bad, samples) ?? 0, alerts: [] };
}
