import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { CoverageFacts } from "../../../evidence/coverage-facts.ts";
import { comparedFacts, isFinding } from "../../../evidence/compared-facts.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const facts = comparedFacts(input, definition.id);
  if (isFinding(facts)) return facts;
  const { before, now } = facts;
  const shards = gone(shardsOf(before), shardsOf(now));
  const reports = gone(idsOf(before), idsOf(now));
  const added = gone(idsOf(now), idsOf(before));
  // A report that is only called otherwise is not gone; `baseline-comparable` looks at what measured it.
  const lost = reports.length > added.length ? reports : [];
  const total = idsOf(before).length;
  return conclude([...problem("shard", "shard-gone", shards), ...problem("report", "report-gone", lost)], {
    reason: `${count(total, "report")} and ${count(shardsOf(before).length, "shard")} of the last promotion came again`,
    observed: idsOf(now).length,
    threshold: total,
  });
}

function problem(noun: string, code: string, names: readonly string[]): Problem[] {
  if (names.length === 0) return [];
  return [
    {
      outcome: "fail",
      code,
      text: `${count(names.length, noun)} of the last promotion did not come: ${listed(names)}`,
      observed: names.length,
      threshold: 0,
      flip: `would pass with every ${noun} of then`,
    },
  ];
}

function shardsOf({ reports }: CoverageFacts): readonly string[] {
  return [...new Set(reports.flatMap(({ shard }) => shard ?? []))].sort();
}

function idsOf({ reports }: CoverageFacts): readonly string[] {
  return [...new Set(reports.map(({ id }) => id))].sort();
}

function gone(then: readonly string[], now: readonly string[]): readonly string[] {
  return then.filter((name) => !now.includes(name));
}
