import type { CoverageMismatch, CoverageRemark } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { joinRemarks } from "../remarks.ts";
import type { LcovPart } from "./part.ts";
import { duplicateText } from "./part.ts";

/**
 * One report out of its parts in their order: the same as if it had been read in one piece.
 *
 * @throws HoldpointError `HP-READ-EMPTY` when no part has a record
 */
export function joinParts(parts: readonly LcovPart[], { file }: { readonly file: string }): ReadCoverage {
  const [first, ...others] = parts;
  if (first === undefined || parts.every(({ records }) => records === 0)) {
    throw new HoldpointError("HP-READ-EMPTY", "the file holds no record", { file });
  }
  const files = new Map(first.files);
  const mismatches: CoverageMismatch[] = [...first.mismatches];
  const remarks: (readonly CoverageRemark[])[] = [first.remarks];
  let before = first.lines;
  for (const part of others) {
    remarks.push(duplicates(part, files, file, before));
    for (const [path, counts] of part.files) addFileCounts(files, path, counts);
    for (const mismatch of part.mismatches) mismatches.push({ ...mismatch, line: before + mismatch.line });
    remarks.push(part.remarks.map((remark) => ({ ...remark, line: before + remark.line })));
    before += part.lines;
  }
  if (files.size === 0) remarks.push([nothing(file)]);
  return {
    files,
    contexts: new Map(),
    mismatches,
    remarks: joinRemarks(remarks),
    instrumenter: (parts.find((part) => part.files.size > 0) ?? first).writer,
  };
}

/** Files of a part that stood in a part before it. */
function duplicates(
  part: LcovPart,
  files: ReadonlyMap<string, FileCounts>,
  file: string,
  before: number,
): readonly CoverageRemark[] {
  const remarks: CoverageRemark[] = [];
  let index = 0;
  for (const path of part.files.keys()) {
    const line = before + (part.begins[index] ?? 0);
    if (files.has(path)) remarks.push({ code: "duplicate-file", file, line, column: null, text: duplicateText(path) });
    index += 1;
  }
  return remarks;
}

function nothing(file: string): CoverageRemark {
  return { code: "nothing-measured", file, line: 1, column: null, text: "the report lists no file" };
}
