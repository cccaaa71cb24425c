import type { Check, CheckInput, Finding, RejudgementBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<RejudgementBody>(input, KIND.rejudgement);
  const first = bodies[0]?.first ?? "";
  return conclude(bodies.flatMap(problemsOf), {
    reason: "the stored evidence was judged twice, with the same bytes",
    observed: first,
    threshold: first,
  });
}

function problemsOf({ first, second, differences }: RejudgementBody): Problem[] {
  if (first === "" || second === "") {
    return [
      {
        outcome: "missing",
        code: "nothing-compared",
        text: "the stored evidence was not judged twice",
        observed: first === "" ? "no first judgement" : "no second judgement",
        threshold: "two judgements",
        flip: "would be judged once there are two judgements",
      },
    ];
  }
  if (first === second && differences.length === 0) return [];
  const where = differences.length === 0 ? "" : ` at ${listed(differences)}`;
  return [
    {
      outcome: "fail",
      code: "differs",
      text: `judging again gave other bytes${where}`,
      observed: second,
      threshold: first,
      flip: `would pass with ${count(0, "difference")}`,
      locations: differences.map((pointer) => ({ file: "judgement.json", text: pointer })),
    },
  ];
}
