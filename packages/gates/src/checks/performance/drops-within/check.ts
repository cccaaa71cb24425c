import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { isAbove, shareMax } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const most = percentParam(input.params, "maxDroppedPercent");
  return judgeRuns(
    input,
    (run) => tooMany(run, most),
    (runs) => {
      const dropped = runs.reduce((sum, run) => sum + run.dropped, 0);
      return { reason: `${count(dropped, "arrival")} dropped`, observed: dropped, threshold: `at most ${most}%` };
    },
  );
}

function tooMany({ id, due, dropped }: LoadBody, most: number): Problem[] {
  if (dropped === 0) return [];
  if (due === null || due < dropped) {
    return [
      {
        outcome: "missing",
        code: "due-unsaid",
        text: `load ${id} dropped ${count(dropped, "arrival")} of ${due ?? "a number that it does not say"}`,
        observed: dropped,
        threshold: due ?? "a number of arrivals",
        flip: "would be judged with the number of arrivals",
      },
    ];
  }
  if (!isAbove({ covered: dropped, total: due }, most)) return [];
  const allowed = shareMax(due, most);
  return [
    {
      outcome: "fail",
      code: "dropped",
      text: `load ${id}: ${dropped} of ${count(due, "arrival")} dropped, ${allowed} may be (${most}%)`,
      observed: dropped,
      threshold: allowed,
      flip: `would pass at <= ${allowed} dropped arrivals`,
    },
  ];
}
