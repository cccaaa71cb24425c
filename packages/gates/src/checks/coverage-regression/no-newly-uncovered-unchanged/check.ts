import type { Check, CheckInput, FileLines, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isFinding } from "../../../evidence/compared-facts.ts";
import { linePlaces } from "../../../evidence/line-places.ts";
import { linesIn, linesSince } from "../../../evidence/lines-since.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const warnAbove = countParam(input.params, "warnAbove");
  const failAbove = countParam(input.params, "failAbove");
  const history = linesSince(input, definition.id);
  if (isFinding(history)) return history;
  const lost = linesIn(history.newlyUncovered);
  const problems = lost > Math.min(warnAbove, failAbove) ? [problem(history.newlyUncovered, lost, failAbove)] : [];
  return conclude(problems, {
    reason: `${lost} of ${count(history.coveredThen, "line")} covered then are unchanged and uncovered now`,
    observed: lost,
    threshold: failAbove,
  });
}

function problem(files: readonly FileLines[], lost: number, failAbove: number): Problem {
  const fails = lost > failAbove;
  return {
    outcome: fails ? "fail" : "warn",
    code: fails ? "too-many-newly-uncovered" : "newly-uncovered",
    text: `${count(lost, "unchanged line")} lost coverage, ${failAbove} may: ${listed(files.map(({ path }) => path))}`,
    observed: lost,
    threshold: failAbove,
    flip: fails ? `would warn at <= ${failAbove} lines` : "would pass with these lines covered",
    locations: files.flatMap((file) => linePlaces(file.path, file.lines, "unchanged, covered then, uncovered now")),
  };
}
