import { formatPercent, shortBy } from "@holdpoint/core";
import { table } from "../../format/table.ts";
import type { DiffDocument, DiffFile } from "./document.ts";

/** Patch coverage for a person. */
export function diffText(document: DiffDocument): string {
  const { base, files, lines, percent, failUnder, unknown } = document;
  const since = base === null ? "" : ` since ${base.commit.slice(0, 12)} (${SOURCE[base.from]})`;
  if (percent === null && files.length === 0) return `No measured line changed${since}.`;
  const rows = files.map((file) => [file.path, shareOf(file), noteOf(file)]);
  const share = percent === null ? "0 of 0" : `${percent} (${lines.covered} of ${lines.total})`;
  const short = failUnder === null ? null : shortBy(lines.covered, lines.total, failUnder);
  const floor =
    failUnder === null || short === null ? "" : short === 0 ? `, at least ${failUnder}%` : missed(short, failUnder);
  const untold = unknown === 0 ? "" : `; of ${unknown} ${unknown === 1 ? "file" : "files"} it cannot be told`;
  return [...table(rows), "", `${share} of the lines changed${since} are covered${floor}${untold}.`].join("\n");
}

const SOURCE: Readonly<Record<NonNullable<DiffDocument["base"]>["from"], string>> = {
  "last-promoted": "the last promotion",
  option: "where the candidate left the base",
};

function missed(short: number, failUnder: string): string {
  return `, ${short} ${short === 1 ? "line" : "lines"} short of ${failUnder}%`;
}

function shareOf({ lines: { covered, total } }: DiffFile): string {
  return total === 0 ? "?" : `${formatPercent(covered, total)} (${covered} of ${total})`;
}

function noteOf({ state, uncoveredLines }: DiffFile): string {
  if (state === "unsaid") return "no report says which lines are covered";
  if (state === "hidden") return "git takes it for binary, so its changes cannot be seen";
  if (state === "unmeasured") return `no report measures it: ${uncoveredLines}`;
  return uncoveredLines === "" ? "" : `uncovered ${uncoveredLines}`;
}
