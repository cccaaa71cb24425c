import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { withoutFacts } from "../../../inherit.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { LoadRunFacts, ObjectiveFacts } from "../../../evidence/load-facts.ts";
import { isLooser, promotedRuns, runFacts } from "../../../evidence/load-facts.ts";
import { performanceRuns } from "../../../evidence/load-runs.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  // Not asked through the runs of now: with the run its objectives are gone as well.
  const now = performanceRuns(input).map(runFacts);
  const before = promotedRuns(input);
  if (before === null) return withoutFacts(input, "performance", definition.id, "its load figures");
  const all = before.flatMap(({ objectives }) => objectives);
  return conclude(
    before.flatMap((run) => run.objectives.flatMap((objective) => lost(run, objective, now))),
    {
      reason: `${count(all.length, "objective")} of the last promotion are judged again`,
      observed: all.length,
      threshold: all.length,
    },
  );
}

function lost({ id }: LoadRunFacts, then: ObjectiveFacts, now: readonly LoadRunFacts[]): Problem[] {
  const same = now.find((run) => run.id === id)?.objectives.find((one) => one.id === then.id && one.kind === then.kind);
  if (same === undefined) {
    return [
      {
        outcome: "fail",
        code: "objective-gone",
        text: `load ${id}: "${then.text}" was judged at the last promotion and is not there any more`,
        observed: "gone",
        threshold: then.text,
        flip: "would pass with the objective",
      },
    ];
  }
  if (!isLooser(then, same)) return [];
  return [
    {
      outcome: "fail",
      code: "bound-loosened",
      text: `load ${id}: the bound of ${then.id} was ${then.bound} and is ${same.bound}`,
      observed: same.bound,
      threshold: then.bound,
      flip: `would pass at ${then.bound}`,
    },
  ];
}
