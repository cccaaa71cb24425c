import type { ChangesBase, ChangesBody, Check, CheckInput, Finding, PatchCoverage, PatchFile } from "@holdpoint/core";
import { formatPercent, KIND, patchCoverage, shortBy } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude, only } from "../../../conclude.ts";
import { coverageReports } from "../../../evidence/coverage-files.ts";
import { linePlaces } from "../../../evidence/line-places.ts";
import { countParam, percentParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Terms {
  readonly floor: number;
  readonly minLines: number;
  readonly maxUncovered: number | null;
}

function judge(input: CheckInput): Finding {
  const { params } = input;
  const terms: Terms = {
    floor: percentParam(params, "linesPercent"),
    minLines: countParam(params, "minLines"),
    maxUncovered: params["maxUncovered"] === null ? null : countParam(params, "maxUncovered"),
  };
  const reports = coverageReports(input);
  const [changes] = bodiesOf<ChangesBody>(input, KIND.changes);
  if (changes === undefined || changes.base === null) return only(noBase());
  const patch = patchCoverage(reports, changes);
  return conclude(problemsOf(patch, terms), passed(patch, changes.base, changes.files.length, terms));
}

function passed(patch: PatchCoverage, base: ChangesBase, changed: number, { floor, minLines }: Terms) {
  const { covered, total } = patch.lines;
  const since = `since ${base.commit.slice(0, 12)}`;
  const threshold = `${floor}% of ${minLines} lines and more`;
  if (changed === 0) return { reason: `nothing changed ${since}`, observed: "nothing changed", threshold };
  if (total === 0) return { reason: `no measured line changed ${since}`, observed: "0 lines", threshold };
  const observed = `${formatPercent(covered, total, floor)} (${covered} of ${total})`;
  const small = total < minLines ? `, fewer than the ${minLines} from which on a share is asked for` : "";
  return { reason: `${observed} of the lines changed ${since} covered${small}`, observed, threshold };
}

function problemsOf({ files, lines }: PatchCoverage, terms: Terms): Problem[] {
  const inState = (state: PatchFile["state"]): readonly PatchFile[] => files.filter((file) => file.state === state);
  return [
    ...unknown(inState("unsaid"), "lines-unsaid", "no report says which lines are covered in"),
    ...unknown(inState("hidden"), "change-hidden", "git takes for binary, so that its changes cannot be seen,"),
    ...unmeasured(inState("unmeasured")),
    ...belowFloor(files, lines, terms),
    ...tooMany(files, lines, terms),
  ];
}

function belowFloor(files: readonly PatchFile[], { covered, total }: PatchCoverage["lines"], terms: Terms): Problem[] {
  const { floor, minLines } = terms;
  const short = total < minLines ? 0 : (shortBy(covered, total, floor) ?? 0);
  if (short === 0) return [];
  const observed = formatPercent(covered, total, floor);
  const lacking = `${count(short, "line")} short of ${floor}%`;
  return [
    {
      outcome: "fail",
      code: "below-floor",
      text: `${observed} of the changed lines are covered (${covered} of ${total}), ${lacking}`,
      observed,
      threshold: `${floor}%`,
      flip: `would pass with ${count(short, "more changed line")} covered`,
      locations: uncoveredPlaces(files),
    },
  ];
}

function tooMany(files: readonly PatchFile[], { covered, total }: PatchCoverage["lines"], terms: Terms): Problem[] {
  const { maxUncovered } = terms;
  const uncovered = total - covered;
  if (maxUncovered === null || uncovered <= maxUncovered) return [];
  return [
    {
      outcome: "fail",
      code: "too-many-uncovered",
      text: `${count(uncovered, "changed line")} uncovered, at most ${maxUncovered} allowed`,
      observed: uncovered,
      threshold: maxUncovered,
      flip: `would pass at <= ${maxUncovered} uncovered changed lines`,
      locations: uncoveredPlaces(files),
    },
  ];
}

function unmeasured(files: readonly PatchFile[]): Problem[] {
  if (files.length === 0) return [];
  const paths = listed(files.map(({ path }) => path));
  const text = `${count(files.length, "changed source file")} measured by no report: ${paths}`;
  return [
    {
      outcome: "fail",
      code: "file-not-measured",
      text,
      observed: files.length,
      threshold: 0,
      flip: "would pass with every changed source file measured",
      locations: uncoveredPlaces(files),
    },
  ];
}

function unknown(files: readonly PatchFile[], code: string, what: string): Problem[] {
  if (files.length === 0) return [];
  return [
    {
      outcome: "missing",
      code,
      text: `${what} ${listed(files.map(({ path }) => path))}`,
      observed: files.length,
      threshold: 0,
      flip: "would be judged with a report and a diff that say which lines",
      locations: files.map(({ path }) => ({ file: path, text: what })),
    },
  ];
}

function uncoveredPlaces(files: readonly PatchFile[]) {
  return files.flatMap(({ path, state, uncovered }) =>
    linePlaces(
      path,
      uncovered,
      state === "unmeasured" ? "changed, and measured by no report" : "changed and uncovered",
    ),
  );
}

function noBase(): Problem {
  return {
    outcome: "missing",
    code: "no-base",
    text: "nothing was promoted before and no base is named, so nobody knows what changed",
    observed: "no base",
    threshold: "a commit to compare with",
    flip: "would be judged with --base",
  };
}
