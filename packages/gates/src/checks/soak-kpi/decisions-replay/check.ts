import type { Check, CheckInput, Finding, SoakBody } from "@holdpoint/core";
import { replayText } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const differing = soaks.filter(isOtherwise).map(({ id, run, replay }) => `${id} (${run}), ${replayText(replay)}`);
  const problems = offence(differing, {
    code: "differs",
    noun: "soak",
    text: "decided otherwise than its record gives",
    flip: "would pass if replaying gave the recorded decisions",
  });
  const decided = soaks.reduce((sum, { iterations }) => sum + iterations.length, 0);
  const reason = `the decisions of ${count(decided, "iteration")} came out again`;
  return conclude(problems, { reason, observed: differing.length, threshold: 0 });
}

/** A replay of a part, or one that agrees and differs, is none. */
function isOtherwise({ replay: { agrees, iterations: replayed, difference }, iterations }: SoakBody): boolean {
  return !agrees || difference !== null || replayed !== iterations.length;
}
