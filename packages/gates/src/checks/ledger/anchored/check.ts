import type { Check, CheckInput, Finding, LedgerBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const logs = ledgers(input);
  const size = logs.reduce((sum, log) => sum + log.size, 0);
  const anchored = logs.reduce((sum, log) => sum + log.anchoredUpTo, 0);
  return conclude(logs.flatMap(problemsOf), {
    reason: `anchored up to ${anchored} of ${size} records`,
    observed: anchored,
    threshold: size,
  });
}

function problemsOf({ origin, size, anchoredUpTo }: LedgerBody): Problem[] {
  if (anchoredUpTo === size) return [];
  const problem = { outcome: "fail", observed: anchoredUpTo, threshold: size } as const;
  if (anchoredUpTo > size) {
    return [
      {
        ...problem,
        code: "tail-cut",
        text: `${origin} has ${size} records, a checkpoint outside vouches for ${anchoredUpTo}: the tail was cut off`,
        flip: `would pass with all ${anchoredUpTo} records`,
      },
    ];
  }
  return [
    {
      ...problem,
      code: "not-anchored",
      text: `${origin} is anchored up to ${anchoredUpTo} of ${size} records`,
      flip: `would pass with a checkpoint outside the store for ${size} records`,
    },
  ];
}
