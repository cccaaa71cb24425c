import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { countProblems } from "../../../evidence/load-counts.ts";
import { judgeRuns, noneToJudge, performanceRuns } from "../../../evidence/load-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** Other tools need not tell windows; ours always does. */
const mustHaveWindows = ({ trust }: LoadBody): boolean => trust === "open-both-clocks";

function judge(input: CheckInput): Finding {
  const runs = performanceRuns(input);
  const seen = runs.reduce((sum, { windows }) => sum + windows.length, 0);
  if (runs.length > 0 && seen === 0 && !runs.some(mustHaveWindows)) return noneToJudge("window", "trust-enough");
  return judgeRuns(
    input,
    (run) => [...countProblems(run), ...none(run)],
    () => ({
      reason: `${count(seen, "window")} without a gap add up`,
      observed: seen,
      threshold: "the whole of each run",
    }),
  );
}

function none(run: LoadBody): Problem[] {
  if (run.windows.length > 0 || !mustHaveWindows(run)) return [];
  return [
    {
      outcome: "missing",
      code: "no-windows",
      text: `load ${run.id} has no windows`,
      observed: 0,
      threshold: "windows over the whole run",
      flip: "would be judged with windows",
    },
  ];
}
