import type { Count } from "@holdpoint/core";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonRemarks } from "../json/remarks.ts";
import { Expansions } from "./expansions.ts";
import { SharedPoints } from "./shared-points.ts";
import type { Branch, Region } from "./tuples.ts";
import { KIND_CODE, readBranch, readRegion } from "./tuples.ts";

/** Lines from one to another, both of them in it. */
export interface Span {
  line: number;
  endLine: number;
}

/** All that was compiled out of one function of the source. */
export interface Group extends Span {
  instances: number;
  regions: Count;
  branches: Count | null;
  isCovered: boolean;
}

/** Functions of one file, with what is in them. */
export class FileFunctions {
  readonly functions: SharedPoints = new SharedPoints();
  readonly regions: SharedPoints = new SharedPoints();
  readonly branches: SharedPoints = new SharedPoints();
  /** By line and column at which they begin. */
  readonly groups: Map<string, Group> = new Map<string, Group>();
  /** Where functions of other files have parts in this one. */
  readonly guests: Span[] = [];
  hasBranches = false;

  begin(): void {
    this.functions.begin();
    this.regions.begin();
    this.branches.begin();
  }
}

interface FunctionParts {
  filenames: string[];
  count: number | null;
  regions: Region[];
  branches: Branch[] | null;
}

/** Reads one of the `functions` of an export into the files that it stands in. */
export function readFunction(cursor: JsonCursor, remarks: JsonRemarks, files: Map<string, FileFunctions>): void {
  const { at } = cursor;
  addFunction(readParts(cursor, remarks), files, (detail) => cursor.fail(detail, at));
}

function readParts(cursor: JsonCursor, remarks: JsonRemarks): FunctionParts {
  const parts: FunctionParts = { filenames: [], count: null, regions: [], branches: null };
  cursor.object((key) => {
    if (key === "filenames") cursor.array(() => parts.filenames.push(cursor.text()));
    else if (key === "count") parts.count = cursor.count();
    else if (key === "regions") cursor.array(() => parts.regions.push(readRegion(cursor, remarks)));
    else if (key === "branches") {
      const branches: Branch[] = [];
      cursor.array(() => branches.push(readBranch(cursor, remarks)));
      parts.branches = branches;
    } else cursor.skip();
  });
  return parts;
}

function addFunction(
  { filenames, count, regions, branches }: FunctionParts,
  files: Map<string, FileFunctions>,
  fail: (detail: string) => never,
): void {
  const [first] = regions;
  if (first === undefined) return;
  if (count === null) fail("a function has no count");
  const fileOf = (fileId: number): FileFunctions => {
    const name = filenames[fileId] ?? fail(`a function has no file ${fileId}`);
    const known = files.get(name) ?? new FileFunctions();
    files.set(name, known);
    return known;
  };
  for (const name of new Set(filenames)) files.get(name)?.begin();
  const home = fileOf(first.fileId);
  home.functions.add(first.line, { ...first, endLine: first.line, endColumn: 0 }, "", count > 0);
  const expansions = new Expansions(regions);
  const span: Span = { line: first.line, endLine: first.endLine };
  for (const region of regions) {
    const { fileId, line, way } = expansions.siteOf(region);
    const file = fileOf(fileId);
    if (region.kind === KIND_CODE) file.regions.add(line, region, way, region.count > 0);
    if (region.fileId === first.fileId) widen(span, region);
    else if (way === "" && file !== home) file.guests.push({ line: region.line, endLine: region.endLine });
  }
  for (const branch of branches ?? []) {
    const { fileId, line, way } = expansions.siteOf(branch);
    const file = fileOf(fileId);
    file.branches.add(line, branch, `${way}taken`, branch.taken > 0);
    file.branches.add(line, branch, `${way}not`, branch.notTaken > 0);
  }
  addToGroup(home, first, span, count > 0, regions, branches);
}

function widen(span: Span, { line, endLine }: Region): void {
  span.line = Math.min(span.line, line);
  span.endLine = Math.max(span.endLine, endLine);
}

/** What the summary says of a function that was compiled several times is the largest of each figure. */
function addToGroup(
  home: FileFunctions,
  first: Region,
  span: Span,
  isCovered: boolean,
  regions: readonly Region[],
  branches: readonly Branch[] | null,
): void {
  const code = regions.filter(({ kind }) => kind === KIND_CODE);
  const regionCount = { covered: code.filter(({ count }) => count > 0).length, total: code.length };
  const branchCount = branches === null ? null : waysOf(branches);
  if (branches !== null) home.hasBranches = true;
  const key = `${first.line}:${first.column}`;
  const group = home.groups.get(key);
  if (group === undefined) {
    home.groups.set(key, { ...span, instances: 1, regions: regionCount, branches: branchCount, isCovered });
    return;
  }
  group.instances += 1;
  group.isCovered ||= isCovered;
  group.regions = larger(group.regions, regionCount);
  group.branches = group.branches === null ? branchCount : larger(group.branches, branchCount ?? group.branches);
}

function waysOf(branches: readonly Branch[]): Count {
  let covered = 0;
  for (const { taken, notTaken } of branches) covered += Number(taken > 0) + Number(notTaken > 0);
  return { covered, total: branches.length * 2 };
}

function larger(a: Count, b: Count): Count {
  return { covered: Math.max(a.covered, b.covered), total: Math.max(a.total, b.total) };
}
