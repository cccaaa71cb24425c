import { HITS_MAX } from "../counts/hit-counts.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonRemarks } from "../json/remarks.ts";

/** llvm-cov itself writes no count above this, which is where one that went below 0 ends up. */
const CLAMPED = 2 ** 63;

/** Reads a count; one that overflowed is taken as the largest there is and remarked. */
export function readCount(cursor: JsonCursor, remarks: JsonRemarks): number {
  const { at } = cursor;
  const count = cursor.count();
  if (count < CLAMPED) return count;
  remarks.add("hits-saturated", at, "the count overflowed and was taken as the largest that 64 bits hold");
  return HITS_MAX;
}

/** A stretch of source, as its four numbers tell. */
export interface Stretch {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** Index of its file among those of the function. */
  fileId: number;
  kind: number;
}

export interface Region extends Stretch {
  count: number;
  /** Of an expansion: the file that is put in its place. */
  expandedFileId: number;
}

export interface Branch extends Stretch {
  taken: number;
  notTaken: number;
}

/** A region that is code; others mark expansions, gaps, and what the preprocessor left out. */
export const KIND_CODE = 0;
/** Where a macro stands. */
export const KIND_EXPANSION = 1;

const REGION_LENGTH = 8;
const BRANCH_LENGTH = 9;

/** `[lineStart, columnStart, lineEnd, columnEnd, count, fileId, expandedFileId, kind]` */
export function readRegion(cursor: JsonCursor, remarks: JsonRemarks): Region {
  const region: Region = { ...NOWHERE, count: 0, expandedFileId: 0 };
  readParts(cursor, REGION_LENGTH, "a region", (index) => {
    if (index === 4) region.count = readCount(cursor, remarks);
    else if (index === 5) region.fileId = cursor.count();
    else if (index === 6) region.expandedFileId = cursor.count();
    else if (index === 7) region.kind = cursor.count();
    else readStretch(cursor, region, index);
  });
  return region;
}

/** `[lineStart, columnStart, lineEnd, columnEnd, taken, notTaken, fileId, expandedFileId, kind]` */
export function readBranch(cursor: JsonCursor, remarks: JsonRemarks): Branch {
  const branch: Branch = { ...NOWHERE, taken: 0, notTaken: 0 };
  readParts(cursor, BRANCH_LENGTH, "a branch", (index) => {
    if (index === 4) branch.taken = readCount(cursor, remarks);
    else if (index === 5) branch.notTaken = readCount(cursor, remarks);
    else if (index === 6) branch.fileId = cursor.count();
    else if (index === 8) branch.kind = cursor.count();
    else readStretch(cursor, branch, index);
  });
  return branch;
}

const NOWHERE: Stretch = { line: 1, column: 0, endLine: 1, endColumn: 0, fileId: 0, kind: 0 };

function readStretch(cursor: JsonCursor, stretch: Stretch, index: number): void {
  if (index === 0) stretch.line = cursor.line();
  else if (index === 1) stretch.column = cursor.count();
  else if (index === 2) stretch.endLine = cursor.line();
  else if (index === 3) stretch.endColumn = cursor.count();
  else cursor.skip();
}

function readParts(cursor: JsonCursor, wanted: number, what: string, part: (index: number) => void): void {
  const { at } = cursor;
  let length = 0;
  cursor.array((index) => {
    length = index + 1;
    part(index);
  });
  if (length < wanted) cursor.fail(`${what} must have ${wanted} parts and has ${length}`, at);
}
