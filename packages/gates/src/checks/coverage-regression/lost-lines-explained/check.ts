import type { Check, CheckInput, FileLines, Finding, LineHistory } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isFinding } from "../../../evidence/compared-facts.ts";
import { linePlaces } from "../../../evidence/line-places.ts";
import { linesIn, linesSince } from "../../../evidence/lines-since.ts";
import { choiceParam, countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxNotMeasured = countParam(input.params, "maxNotMeasured");
  const unsaid = choiceParam(input.params, "unsaid", ["refuse", "accept"]);
  const history = linesSince(input, definition.id);
  if (isFinding(history)) return history;
  const observed = classes(history);
  const skipped = history.unsaid.length === 0 ? "" : `; of ${count(history.unsaid.length, "file")} nobody says`;
  const problems = [
    ...(unsaid === "refuse" ? unsaidProblem(history.unsaid) : []),
    ...notMeasuredProblem(history.notMeasured, maxNotMeasured, observed),
  ];
  return conclude(problems, {
    reason: `of ${count(history.coveredThen, "line")} covered at the last promotion: ${observed}${skipped}`,
    observed,
    threshold: `at most ${maxNotMeasured} no longer measured`,
  });
}

function classes({ removed, newlyUncovered, notMeasured }: LineHistory): string {
  return [
    `${linesIn(removed)} removed or changed`,
    `${linesIn(newlyUncovered)} newly uncovered`,
    `${linesIn(notMeasured)} no longer measured`,
  ].join(", ");
}

function notMeasuredProblem(files: readonly FileLines[], max: number, observed: string): Problem[] {
  const lines = linesIn(files);
  if (lines <= max) return [];
  return [
    {
      outcome: "fail",
      code: "not-measured",
      text:
        `${count(lines, "unchanged line")} covered at the last promotion and no longer measured, ${max} may be ` +
        `(${observed}): ${listed(files.map(({ path }) => path))}`,
      observed: lines,
      threshold: max,
      flip: `would pass at <= ${max} lines`,
      locations: files.flatMap((file) => linePlaces(file.path, file.lines, "covered then, not measured now")),
    },
  ];
}

function unsaidProblem(paths: readonly string[]): Problem[] {
  if (paths.length === 0) return [];
  return [
    {
      outcome: "missing",
      code: "lines-unsaid",
      text: `of ${count(paths.length, "file")} it is not said which lines are covered: ${listed(paths)}`,
      observed: paths.length,
      threshold: 0,
      flip: "would be judged with reports that list lines",
      locations: paths.map((file) => ({ file, text: "no report says which lines are covered, then or now" })),
    },
  ];
}
