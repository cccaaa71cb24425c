import type { ReplayDifference, SoakReplay } from "../evidence/soak.ts";

const TEXT_CHARS_MAX = 240;

const FIELDS: Readonly<Record<ReplayDifference["field"], string>> = {
  iteration: "its number",
  values: "the value",
  proposed: "the decision",
  witness: "the effect that was seen",
  reverted: "going back to last good",
  guards: "the guards",
};

/** What a replay found, as a person reads it: `iteration 3: the decision of slow on pool.size is …, recorded is …`. */
export function replayText({ agrees, iterations, difference }: SoakReplay): string {
  if (difference === null) {
    return agrees ? `the decisions of ${iterations} iterations came out again` : "nothing was decided";
  }
  const { iteration, field, kpi, rule, parameter, recorded, replayed } = difference;
  const of = rule ?? kpi;
  const about = `${of === null ? "" : ` of ${of}`}${parameter === null ? "" : ` on ${parameter}`}`;
  return `iteration ${iteration}: ${FIELDS[field]}${about} is ${shown(replayed)}, recorded is ${shown(recorded)}`;
}

function shown(text: string | null): string {
  if (text === null) return "none";
  return text.length > TEXT_CHARS_MAX ? `${text.slice(0, TEXT_CHARS_MAX)}…` : text;
}
