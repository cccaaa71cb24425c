import type { Check, CheckInput, Finding, LedgerBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { ledgers } from "../../../evidence/ledgers.ts";
import { stringsParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const journals = stringsParam(input.params, "journals");
  const flushing = stringsParam(input.params, "flushing");
  const logs = ledgers(input);
  const problems = logs.flatMap(({ origin, durability: { journal, synchronous } }) => [
    ...unlike("not-write-ahead", `${origin}: the journal mode`, journal, journals),
    ...unlike("not-flushed", `${origin}: synchronous`, synchronous, flushing),
  ]);
  const seen = logs.map(modes).join(", ");
  return conclude(problems, { reason: `commits are durable (${seen})`, observed: seen, threshold: seen });
}

function modes({ durability: { journal, synchronous } }: LedgerBody): string {
  return `${journal}, ${synchronous}`.toLowerCase();
}

function unlike(code: string, what: string, found: string, allowed: readonly string[]): Problem[] {
  if (allowed.includes(found.toLowerCase())) return [];
  const wanted = allowed.join(" or ");
  return [
    {
      outcome: "fail",
      code,
      text: `${what} is ${found}, not ${wanted}`,
      observed: found,
      threshold: wanted,
      flip: `would pass with ${wanted}`,
    },
  ];
}
