import type { Check, CheckInput, FileLines, Finding } from "@holdpoint/core";
import { measuredFiles, unmeasuredFiles } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { isFinding } from "../../../evidence/compared-facts.ts";
import { linePlaces } from "../../../evidence/line-places.ts";
import type { ChangesSince } from "../../../evidence/lines-since.ts";
import { changesSince, linesIn, linesSince } from "../../../evidence/lines-since.ts";
import { countParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxLines = countParam(input.params, "maxLines");
  const since = changesSince(input, definition.id);
  if (isFinding(since)) return since;
  // Lines of another instrument cannot be compared, but files can.
  const history = linesSince(input, definition.id);
  const leftOut = isFinding(history) ? [] : history.uncoveredLeftOut;
  const excluded = excludedFiles(since);
  const total = since.before.paths.length;
  const files = count(total, "file");
  return conclude([...fileProblem(excluded, total), ...lineProblem(leftOut, maxLines)], {
    reason: `none of ${files} measured at the last promotion left out, ${count(linesIn(leftOut), "line")}`,
    observed: excluded.length,
    threshold: 0,
  });
}

function excludedFiles({ before, changes, reports }: ChangesSince): readonly string[] {
  const source = new Set([...measuredFiles(reports).map(({ path }) => path), ...unmeasuredFiles(reports)]);
  const now = new Map(
    changes.files.flatMap(({ basePath, path, status }) =>
      basePath === null ? [] : [[basePath, status === "removed" ? null : path] as const],
    ),
  );
  return before.paths.flatMap((path) => {
    const moved = now.has(path) ? now.get(path) : path;
    return moved === null || moved === undefined || source.has(moved) ? [] : [moved];
  });
}

function fileProblem(paths: readonly string[], total: number): Problem[] {
  if (paths.length === 0) return [];
  const files = count(total, "file");
  return [
    {
      outcome: "fail",
      code: "files-excluded",
      text: `${paths.length} of ${files} measured at the last promotion count as source no more: ${listed(paths)}`,
      observed: paths.length,
      threshold: 0,
      flip: "would pass with these files as source",
      locations: paths.map((file) => ({ file, text: "measured at the last promotion, excluded now" })),
    },
  ];
}

function lineProblem(files: readonly FileLines[], maxLines: number): Problem[] {
  const lines = linesIn(files);
  if (lines <= maxLines) return [];
  const paths = listed(files.map(({ path }) => path));
  return [
    {
      outcome: "fail",
      code: "lines-left-out",
      text: `${count(lines, "unchanged line")} uncovered then and no longer measured: ${paths}`,
      observed: lines,
      threshold: maxLines,
      flip: `would pass at <= ${maxLines} lines`,
      locations: files.flatMap((file) => linePlaces(file.path, file.lines, "uncovered then, not measured now")),
    },
  ];
}
