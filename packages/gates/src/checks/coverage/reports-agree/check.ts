import type { Check, CheckInput, CoverageBody, Finding, StoredEvidence } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { suiteRuns } from "../../../evidence/suite-runs.ts";
import { choiceParam } from "../../../params.ts";
import { place } from "../../../place.ts";
import { byText, count, listed } from "../../../text.ts";
import { contradictions } from "./contradictions.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

/** A report with the suites that wrote its files; null where nobody saw them being written. */
interface Told {
  readonly body: CoverageBody;
  readonly suites: ReadonlySet<string> | null;
}

function judge(input: CheckInput): Finding {
  const unattributed = choiceParam(input.params, "unattributed", ["compare", "skip"]);
  const writers = new Map(
    suiteRuns(input).flatMap(({ suite, reports }) => reports.map(({ path }) => [path, suite] as const)),
  );
  const told = input
    .of<CoverageBody>(KIND.coverage)
    .map((stored) => toldBy(stored, writers))
    .toSorted((a, b) => byText(nameOf(a), nameOf(b)));
  let compared = 0;
  const problems = told.flatMap((a, index) =>
    told.slice(index + 1).flatMap((b) => {
      if (!isSameStory(a, b, unattributed)) return [];
      compared += 1;
      return problemsOf(a, b);
    }),
  );
  return conclude(problems, {
    reason: `${count(told.length, "report")}, ${count(compared, "pair")} of them of one suite, contradict nowhere`,
    observed: problems.length,
    threshold: 0,
  });
}

function toldBy({ evidence }: StoredEvidence<CoverageBody>, writers: ReadonlyMap<string, string>): Told {
  const suites = evidence.inputs.map(({ name }) => writers.get(name));
  const known = suites.filter((suite) => suite !== undefined);
  return { body: evidence.body, suites: known.length > 0 && known.length === suites.length ? new Set(known) : null };
}

/** Whether both can only be accounts of the same run. */
function isSameStory(a: Told, b: Told, unattributed: "compare" | "skip"): boolean {
  if (isTwice(a, b)) return true;
  if (a.body.instrumenter !== b.body.instrumenter || a.body.format === b.body.format) return false;
  if (a.body.shard !== b.body.shard) return false;
  if (a.suites === null || b.suites === null) return unattributed === "compare";
  const others = b.suites;
  return a.suites.size === others.size && [...a.suites].every((suite) => others.has(suite));
}

function isTwice(a: Told, b: Told): boolean {
  return a.body.report === b.body.report && a.body.shard === b.body.shard;
}

function problemsOf(a: Told, b: Told): Problem[] {
  const names = `${nameOf(a)} and ${nameOf(b)}`;
  if (isTwice(a, b)) {
    return [problem("told-twice", `${names} are the same report and say two things`, 2, 1, [])];
  }
  const found = contradictions(a.body, b.body);
  const [first] = found;
  if (first === undefined) return [];
  const files = listed(found.map(({ path }) => path));
  const text = `${names} contradict each other in ${count(found.length, "file")} (${files}): ${first.text}`;
  const locations = found.map((one) => place(one.path, one.lines[0] ?? 0, `${names}: ${one.text}`));
  return [problem(first.code, text, found.length, 0, locations)];
}

function problem(
  code: string,
  text: string,
  observed: number,
  threshold: number,
  locations: NonNullable<Problem["locations"]>,
): Problem {
  const flip = "would pass with reports of one run that agree";
  return { outcome: "fail", code, text, observed, threshold, flip, locations };
}

function nameOf({ body: { report, format, shard } }: Told): string {
  return `"${report}" (${format}${shard === null ? "" : `, shard ${shard}`})`;
}
