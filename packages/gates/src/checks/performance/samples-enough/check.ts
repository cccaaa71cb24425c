import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { endedOf, judgeRuns, performanceRuns } from "../../../evidence/load-runs.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const least = countParam(input.params, "minSamples");
  const fewest = Math.min(...performanceRuns(input).map(endedOf));
  return judgeRuns(
    input,
    (run) => tooFew(run, least),
    () => ({ reason: `${count(fewest, "request")} ended in the shortest run`, observed: fewest, threshold: least }),
  );
}

function tooFew(run: LoadBody, least: number): Problem[] {
  const ended = endedOf(run);
  if (ended >= least) return [];
  return [
    {
      outcome: "missing",
      code: "few-samples",
      text: `${count(ended, "request")} ended in load ${run.id}, wanted are ${least}`,
      observed: ended,
      threshold: least,
      flip: `would be judged at >= ${least} requests`,
    },
  ];
}
