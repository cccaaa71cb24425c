import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { endedOf, judgeRuns, performanceRuns } from "../../../evidence/load-runs.ts";
import { percentParam } from "../../../params.ts";
import { isAbove, shareMax } from "../../../share.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const KINDS_SHOWN_MAX = 4;

function judge(input: CheckInput): Finding {
  const most = percentParam(input.params, "maxFailedPercent");
  const failed = performanceRuns(input).reduce((sum, run) => sum + run.failed, 0);
  return judgeRuns(
    input,
    (run) => tooMany(run, most),
    () => ({ reason: `${count(failed, "request")} failed`, observed: failed, threshold: `at most ${most}% of a run` }),
  );
}

function tooMany(run: LoadBody, most: number): Problem[] {
  const { id, failed } = run;
  const ended = endedOf(run);
  if (ended === 0) {
    return [
      {
        outcome: "missing",
        code: "nothing-ended",
        text: `no request of load ${id} ended`,
        observed: 0,
        threshold: "at least 1 request",
        flip: "would be judged with 1 request",
      },
    ];
  }
  if (!isAbove({ covered: failed, total: ended }, most)) return [];
  const allowed = shareMax(ended, most);
  return [
    {
      outcome: "fail",
      code: "too-many-failed",
      text: `load ${id}: ${failed} of ${count(ended, "request")} failed, ${allowed} may (${most}%)${kindsText(run)}`,
      observed: failed,
      threshold: allowed,
      flip: `would pass at <= ${allowed} failed requests`,
    },
  ];
}

function kindsText({ failures }: LoadBody): string {
  const kinds = failures.toSorted((a, b) => b.count - a.count).slice(0, KINDS_SHOWN_MAX);
  return kinds.length === 0 ? "" : `: ${kinds.map(({ kind, count: number }) => `${kind} ${number}`).join(", ")}`;
}
