import type { KpiResult, SoakBody } from "@holdpoint/core";
import { judgeDeltas, soakOutcome } from "../soak-outcome.ts";
import type { SoakFailure } from "./failures.ts";
import { failuresOf } from "./failures.ts";
import { figure, markdownPage, markdownTable } from "./markdown.ts";
import type { ReportHead, ReportInput } from "./report-input.ts";
import { headLines, headOf } from "./report-input.ts";

export interface SoakRecommendation {
  /** `act`: it stands in the way. `consider`: it would be better. `keep`: it proved good. */
  readonly priority: "act" | "consider" | "keep";
  readonly about: string;
  readonly text: string;
  /** Iterations, values and reasons that it follows from. */
  readonly because: string;
}

/** `RECOMMENDATIONS.json`: what to do next, each with what it follows from. */
export interface SoakRecommendations extends ReportHead {
  readonly schema: "holdpoint/soak-recommendations/v1";
  readonly recommendations: readonly SoakRecommendation[];
}

export function recommendationsOf(input: ReportInput): SoakRecommendations {
  const recommendations = [
    ...ofGaps(input.body),
    ...input.body.kpis.strict.flatMap((kpi) => ofKpi(kpi, input)),
    ...ofKnobs(input),
    ...ofDeltas(input.body),
    ...ofTuned(input),
  ];
  return { schema: "holdpoint/soak-recommendations/v1", ...headOf(input), recommendations };
}

type Priority = SoakRecommendation["priority"];

function advice(priority: Priority, about: string, text: string, because: string): SoakRecommendation {
  return { priority, about, text, because };
}

function ofGaps({ iterations, aborted, planned }: SoakBody): SoakRecommendation[] {
  const failed = iterations.filter(({ problem }) => problem !== null);
  const refused = iterations.filter(({ tuning }) => tuning.problem !== null);
  const because = failed.map(({ iteration, problem }) => `${iteration} (${problem?.code})`).join(", ");
  const why = refused.map(({ iteration, tuning }) => `${iteration} (${tuning.problem?.code})`).join(", ");
  return [
    ...(aborted === null
      ? []
      : [
          advice(
            "act",
            "run",
            "Let the soak run to its end.",
            `${iterations.length} of ${planned} iterations: ${aborted}`,
          ),
        ]),
    ...(failed.length === 0
      ? []
      : [
          advice(
            "act",
            "target",
            "Find out why iterations failed; each is a gap in every KPI.",
            `iterations ${because}`,
          ),
        ]),
    ...(refused.length === 0
      ? []
      : [advice("act", "configuration", "Find out why it could not be read or written.", `iterations ${why}`)]),
  ];
}

function ofKpi({ id, outcome, reason, trend, bound }: KpiResult, { record, body }: ReportInput): SoakRecommendation[] {
  if (outcome === "inconclusive") return [advice("act", id, `Make ${id} decidable: longer, or without gaps.`, reason)];
  const isWorsening = trend === (bound.operator === ">=" ? "down" : "up");
  if (outcome === "pass") {
    return isWorsening ? [advice("consider", id, `Watch ${id}: it holds and gets worse.`, reason)] : [];
  }
  const rules = record.plan.rules.filter(({ kpi }) => kpi === id);
  if (rules.length === 0) return [advice("act", id, `Mend what ${id} measures; no rule tunes it.`, reason)];
  if (!body.tuningEnabled)
    return [advice("act", id, `Run with --auto-tune, or tune ${namesOf(rules)} by hand.`, reason)];
  const held = heldBack(body, new Set(rules.map((rule) => rule.id)));
  return [advice("act", id, `Look at why tuning ${namesOf(rules)} did not reach the bound.`, `${reason}${held}`)];
}

function namesOf(rules: readonly { readonly parameter: string }[]): string {
  return [...new Set(rules.map(({ parameter }) => parameter))].join(", ");
}

function heldBack({ iterations }: SoakBody, rules: ReadonlySet<string>): string {
  const reasons = iterations.flatMap(({ tuning }) =>
    tuning.proposed.filter(({ rule }) => rules.has(rule)).flatMap(({ skipped }) => skipped?.reason ?? []),
  );
  const counted = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, list]) => `${list.length} ${reason}`);
  return counted.length === 0 ? "" : `; held back: ${counted.join(", ")}`;
}

function told({ iteration, text }: SoakFailure): string {
  return iteration === null ? text : `iteration ${iteration}: ${text}`;
}

const KNOBS = {
  "no-effect": ["act", "reads it at all: it can be written and does nothing"],
  "opposite-effect": ["act", "has the sign that its rule takes it to have"],
  "parameter-missing": ["act", "is spelled as the target spells it"],
  "parameter-drifted": ["act", "is changed by somebody else"],
  "other-changed": ["act", "is changed by the target itself, which `alongside` says, or by somebody else"],
} as const satisfies Readonly<Record<string, readonly [Priority, string]>>;

function ofKnobs(input: ReportInput): SoakRecommendation[] {
  const { failures } = failuresOf(input);
  const knobs = Object.entries(KNOBS).flatMap(([kind, [priority, text]]) => {
    const of = failures.filter((one) => one.kind === kind && one.about !== null);
    return [...Map.groupBy(of, ({ about }) => about ?? "")].map(([path, list]) =>
      advice(priority, path, `Check whether ${path} ${text}.`, list.map(told).join("; ")),
    );
  });
  const clamped = input.body.iterations.flatMap(({ tuning }) =>
    tuning.readings.filter(({ verdict }) => verdict === "clamped"),
  );
  const bounds = [...Map.groupBy(clamped, ({ path }) => path)].map(([path, list]) => {
    const because = list.map(({ wanted, after }) => `${figure(wanted)} became ${figure(after)}`).join("; ");
    return advice("act", path, `Give ${path} the bounds that the target has.`, because);
  });
  return [...knobs, ...bounds];
}

function ofDeltas(body: SoakBody): SoakRecommendation[] {
  if (!body.tuningEnabled) return [];
  const { outcome, reason } = judgeDeltas(body, "strict");
  return outcome === "fail"
    ? [advice("act", "deltas", "Trust no tuned figure before deltas are applied in full.", reason)]
    : [];
}

/** What tuning changed in a run that holds belongs into the configuration that is released. */
function ofTuned({ record, body }: ReportInput): SoakRecommendation[] {
  if (!body.tuningEnabled || soakOutcome(body, "strict") !== "pass") return [];
  const { first, last } = record.parameters;
  return body.terms.parameters.flatMap(({ path }) => {
    const [from, to] = [first[path] ?? null, last[path] ?? null];
    if (from === null || to === null || from === to) return [];
    return [advice("keep", path, `Set ${path} to ${to}.`, `it was ${from}; all strict KPIs hold with ${to}`)];
  });
}

export function recommendationsMarkdown(report: SoakRecommendations): string {
  const rows = report.recommendations.map(({ priority, text, because }) => [priority, text, because]);
  const table = markdownTable(["", "what", "because"], rows, "Nothing stands in the way.");
  return markdownPage([...headLines("Recommendations", report), ...table]);
}
