import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { componentsParam, contextsParam, dayMs } from "../../../evidence/coverage-params.ts";
import { noneNamed } from "../../../evidence/coverage-parts.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const DAY_MS = 86_400_000;

interface Rule {
  readonly name: string;
  readonly isCritical: boolean;
  readonly advisoryUntil: string | null;
}

function judge(input: CheckInput): Finding {
  const maxDays = countParam(input.params, "maxDays");
  const rules: readonly Rule[] = [
    ...componentsParam(input.params).map(({ id, critical, advisoryUntil }) => ({
      name: `component ${id}`,
      isCritical: critical,
      advisoryUntil,
    })),
    ...contextsParam(input.params).map(({ id, advisoryUntil }) => ({
      name: `context ${id}`,
      isCritical: false,
      advisoryUntil,
    })),
  ];
  const reports = coverageReports(input).length;
  if (rules.length === 0) return noneNamed("component or context");
  const soft = rules.filter(({ advisoryUntil }) => advisoryUntil !== null);
  return conclude(
    soft.flatMap((rule) => problemOf(rule, input.nowMs, maxDays)),
    {
      reason: `${soft.length} of ${count(rules.length, "rule")} over ${count(reports, "report")} soft for now`,
      observed: soft.length,
      threshold: `at most ${maxDays} days`,
    },
  );
}

function problemOf({ name, isCritical, advisoryUntil }: Rule, nowMs: number, maxDays: number): Problem[] {
  if (advisoryUntil === null) return [];
  const leftMs = dayMs(advisoryUntil) - nowMs;
  const said = (outcome: Problem["outcome"], code: string, text: string, flip: string): Problem[] => [
    { outcome, code, text: `${name}: ${text}`, observed: advisoryUntil, threshold: `at most ${maxDays} days`, flip },
  ];
  if (isCritical) {
    const text = `is critical, so that its floors hold now and not from ${advisoryUntil} on`;
    return said("fail", "soft-critical", text, "would pass without advisoryUntil");
  }
  if (leftMs <= 0) {
    const text = `its grace ended on ${advisoryUntil}; its floors hold since then`;
    return said("warn", "grace-over", text, "would pass without advisoryUntil");
  }
  if (leftMs <= maxDays * DAY_MS) return [];
  const text = `its floors warn until ${advisoryUntil}, in ${Math.ceil(leftMs / DAY_MS)} days`;
  return said("warn", "too-far", text, `would pass within ${maxDays} days`);
}
