import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { guardBreaches } from "../../../evidence/guard-breaches.ts";
import { offence } from "../../../evidence/offence.ts";
import { attemptsOf, soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** What each breach is called behind its number, and what would not have been one. */
const BREACHES: Readonly<Record<string, readonly [text: string, flip: string]>> = {
  "frozen-changed": ["in a frozen subsystem", "would pass if it were skipped as frozen"],
  "never-frozen": ["of a subsystem that must never freeze", "would pass if it were never frozen"],
  "several-subsystems": ["in one iteration", "would pass with 1 subsystem an iteration"],
  "cooldown-broken": ["before the parameter had rested", "would pass after the cooldown"],
  "step-too-large": ["by more than a step", "would pass within one step"],
  "out-of-bounds": ["outside of the bounds", "would pass within the bounds"],
  "unknown-parameter": ["of a parameter that the plan does not have", "would pass with a planned parameter"],
  "changed-while-off": ["while tuning was off", "would pass with tuning on"],
};

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const breaches = soaks.flatMap(guardBreaches);
  const changes = soaks.flatMap(({ iterations }) => iterations.flatMap(attemptsOf)).length;
  const problems = Object.entries(BREACHES).flatMap(([code, [text, flip]]) => {
    const names = breaches.filter((breach) => breach.code === code).map((breach) => breach.text);
    return offence(names, { code, noun: code === "never-frozen" ? "freeze" : "change", text, flip });
  });
  const reason = `${count(changes, "change")} within bounds, step, cooldown, subsystem and freeze`;
  return conclude(problems, { reason, observed: changes, threshold: changes });
}
