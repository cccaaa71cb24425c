import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns, performanceRuns, rounded } from "../../../evidence/load-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const met = performanceRuns(input).flatMap(({ slo }) => slo.filter(({ outcome }) => outcome === "pass"));
  return judgeRuns(
    input,
    (run) => [...missed(run), ...none(run)],
    () => ({ reason: `${count(met.length, "objective")} met`, observed: met.length, threshold: "all objectives" }),
  );
}

function missed({ id, slo }: LoadBody): Problem[] {
  return slo.flatMap((objective) => {
    const { outcome, text, reason, observed, bound } = objective;
    if (outcome !== "fail") return [];
    const problem: Problem = {
      outcome: "fail",
      code: "missed",
      text: `load ${id}: "${text}" was missed: ${reason}`,
      observed: observed === null ? "beyond every figure" : rounded(observed),
      threshold: bound,
      flip: `would pass at ${objective.kind === "percentile" ? "<=" : ">="} ${bound}`,
    };
    return [problem];
  });
}

function none({ id, slo }: LoadBody): Problem[] {
  if (slo.some(({ outcome }) => outcome === "pass" || outcome === "fail")) return [];
  return [
    {
      outcome: "missing",
      code: "none-decided",
      text: `load ${id}: none of ${count(slo.length, "objective")} was decided`,
      observed: 0,
      threshold: "at least 1 decided objective",
      flip: "would be judged with 1 decided objective",
    },
  ];
}
