import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { formatPercent, meetsPercent } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import type { ComparedFacts } from "../../../evidence/compared-facts.ts";
import { comparedFacts, isFinding, otherInstruments } from "../../../evidence/compared-facts.ts";
import { choiceParam, percentParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const choice = choiceParam(input.params, "otherInstrument", ["refuse", "accept"]);
  const minPercent = percentParam(input.params, "minCommonPercent");
  const facts = comparedFacts(input, definition.id);
  if (isFinding(facts)) return facts;
  const problems = [...instrumentProblem(facts), ...fileProblem(facts, minPercent)];
  const [first] = problems;
  if (choice === "accept" && first !== undefined) {
    const { observed, threshold } = first;
    const reason = `${first.text}, which the profile accepts`;
    return { outcome: "not-applicable", code: "accepted", reason, observed, threshold };
  }
  const { before, now } = facts;
  const [common, total] = [commonOf(facts), before.paths.length];
  const reports = count(now.reports.length, "report");
  return conclude(problems, {
    reason: `${reports} by the same instruments, over ${common} of ${count(total, "file")} of then`,
    observed: common,
    threshold: total,
  });
}

function instrumentProblem(facts: ComparedFacts): Problem[] {
  const other = otherInstruments(facts);
  if (other === null) return [];
  const text = `coverage was measured by ${other.was} at the last promotion and is measured by ${other.is} now`;
  return [
    {
      outcome: "missing",
      code: "other-instrument",
      text,
      observed: other.is,
      threshold: other.was,
      flip: `would be judged with figures of ${other.was}`,
    },
  ];
}

function fileProblem(facts: ComparedFacts, minPercent: number): Problem[] {
  const total = facts.before.paths.length;
  const common = commonOf(facts);
  if (meetsPercent(common, total, minPercent) !== false) return [];
  return [
    {
      outcome: "missing",
      code: "other-files",
      text: `${common} of ${count(total, "file")} of the last promotion are measured now, wanted are ${minPercent}%`,
      observed: formatPercent(common, total, minPercent),
      threshold: `${minPercent}%`,
      flip: `would be judged at >= ${minPercent}% of the files`,
    },
  ];
}

function commonOf({ before, now }: ComparedFacts): number {
  const measured = new Set(now.paths);
  return before.paths.filter((path) => measured.has(path)).length;
}
