import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isFinding } from "../../../evidence/compared-facts.ts";
import type { ComparedLoad } from "../../../evidence/compared-loads.ts";
import { comparedLoads, otherTerms } from "../../../evidence/compared-loads.ts";
import { choiceParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const choice = choiceParam(input.params, "otherTerms", ["refuse", "accept"]);
  const compared = comparedLoads(input, definition.id);
  if (isFinding(compared)) return compared;
  const problems = compared.flatMap(problemOf);
  const [first] = problems;
  if (choice === "accept" && first !== undefined) {
    const { observed, threshold, flip } = first;
    const reason = `${first.text}, which the profile accepts`;
    return { outcome: "not-applicable", code: "accepted", reason, observed, threshold, flip };
  }
  const runs = count(compared.length, "run");
  return conclude(problems, {
    reason: `${runs} by the same plan on the same machine as at the last promotion`,
    observed: compared.length,
    threshold: compared.length,
  });
}

function problemOf(compared: ComparedLoad): Problem[] {
  const other = otherTerms(compared);
  if (other === null) return [];
  const isGone = compared.now === null;
  return [
    {
      outcome: "missing",
      code: isGone ? "run-gone" : "other-terms",
      text: other,
      observed: isGone ? "no run" : "other terms",
      threshold: "the same run as at the last promotion",
      flip: "would be judged with a run as it was made then",
    },
  ];
}
