import type { Check, CheckInput, Finding, SelftestBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { plannedGates } from "../../../evidence/planned-gates.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const tested = bodiesOf<SelftestBody>(input, KIND.selftest).flatMap((body) => body.checks);
  const planned = plannedGates(input).flatMap((gate) => gate.checks.map((one) => ({ gate: gate.id, check: one.id })));
  const entry = (gate: string, id: string): number | undefined =>
    tested.find((one) => one.gate === gate && one.check === id)?.plants;
  const named = planned.map(({ gate, check: id }) => ({ name: `${gate}/${id}`, plants: entry(gate, id) }));
  const problems = [
    ...problem(
      "check-unplanted",
      "without a planted violation",
      named.filter((one) => one.plants === 0),
      planned.length,
    ),
    ...problem(
      "check-not-tested",
      "unknown to the selftest",
      named.filter((one) => one.plants === undefined),
      planned.length,
    ),
  ];
  const violations = named.reduce((sum, one) => sum + (one.plants ?? 0), 0);
  return conclude(problems, {
    reason: `${count(violations, "violation")} of ${count(planned.length, "check")} planted`,
    observed: planned.length,
    threshold: planned.length,
  });
}

function problem(code: string, what: string, found: readonly { readonly name: string }[], planned: number): Problem[] {
  if (found.length === 0) return [];
  return [
    {
      outcome: "fail",
      code,
      text: `${found.length} of ${count(planned, "check")} ${what}: ${listed(found.map(({ name }) => name))}`,
      observed: planned - found.length,
      threshold: planned,
      flip: "would pass with 1 planted violation for each check",
    },
  ];
}
