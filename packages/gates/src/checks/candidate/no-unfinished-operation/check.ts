import type { Check, CheckInput, Finding, RepositoryBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import { conclude } from "../../../conclude.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const operation = bodiesOf<RepositoryBody>(input, KIND.repository).find((body) => body.operation !== null)?.operation;
  const passed = { reason: "no operation is under way", observed: "none", threshold: "none" };
  if (operation === undefined || operation === null) return conclude([], passed);
  return conclude(
    [
      {
        outcome: "fail",
        code: "operation-unfinished",
        text: `a ${operation} was begun and not ended`,
        observed: operation,
        threshold: "none",
        flip: `would pass once the ${operation} is ended or aborted`,
      },
    ],
    passed,
  );
}
