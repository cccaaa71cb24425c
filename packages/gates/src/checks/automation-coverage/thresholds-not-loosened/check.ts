import type { BaselineCheck, Check, CheckInput, Finding, Json } from "@holdpoint/core";
import { canonicalize } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { plannedGates } from "../../../evidence/planned-gates.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

type Params = Readonly<Record<string, unknown>>;

function judge(input: CheckInput): Finding {
  const planned = plannedGates(input);
  const before = (input.baseline?.gates ?? []).flatMap((gate) =>
    gate.checks.map((one) => ({ gate: gate.id, check: one })),
  );
  if (before.length === 0) return only(silent());
  const now = new Map(
    planned.flatMap((gate) => gate.checks.map((one) => [JSON.stringify([gate.id, one.id]), one.params] as const)),
  );
  const problems = before.flatMap(({ gate, check: one }) => {
    const params = now.get(JSON.stringify([gate, one.id]));
    // A check that is gone is another check's business.
    return params === undefined ? [] : problemsOf(gate, one, params);
  });
  return conclude(problems, {
    reason: `${count(before.length, "check")} of the last promotion have their parameters still`,
    observed: before.length,
    threshold: before.length,
  });
}

function problemsOf(gate: string, { id, params: before }: BaselineCheck, now: Params): Problem[] {
  return Object.entries(before).flatMap(([name, old]): Problem[] => {
    const wanted = canonicalize(old);
    const gone = !Object.hasOwn(now, name);
    const found = gone ? "nothing" : canonicalize(now[name] as Json);
    if (found === wanted) return [];
    const text = `${gate}/${id}: the parameter "${name}" was ${wanted} at the last promotion and is ${found} now`;
    return [
      {
        outcome: "fail",
        code: gone ? "parameter-gone" : "parameter-changed",
        text,
        observed: found,
        threshold: wanted,
        flip: `would pass with ${name}: ${wanted}`,
        locations: [{ file: "holdpoint.yaml", text }],
      },
    ];
  });
}

function silent(): Problem {
  return {
    outcome: "missing",
    code: "baseline-silent",
    text: "the last promotion does not say with which parameters it was judged",
    observed: 0,
    threshold: "at least 1 check",
    flip: "would be judged against a promotion that names its checks",
  };
}
