import type { Check, CheckInput, Finding, SelftestBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<SelftestBody>(input, KIND.selftest);
  const now = bodies[0]?.codeDigestNow ?? "";
  return conclude(bodies.flatMap(problemsOf), {
    reason: "the selftest was run with the code that judges",
    observed: now,
    threshold: now,
  });
}

function problemsOf({ codeDigest, codeDigestNow }: SelftestBody): Problem[] {
  // An empty digest names no code, not even the same one twice.
  if (codeDigest === codeDigestNow && codeDigest !== "") return [];
  return [
    {
      outcome: "fail",
      code: "other-code",
      text: `the selftest was run with the code ${codeDigest || "of nobody knows when"}, not with what judges now`,
      observed: codeDigest || "no digest",
      threshold: codeDigestNow || "a digest",
      flip: "would pass after `holdpoint selftest`",
    },
  ];
}
