import type { Interner } from "../counts/interner.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { Members } from "./members.ts";
import { readMembers } from "./members.ts";
import type { Location } from "./location.ts";
import { locationKey, readLocation } from "./location.ts";

/** What is counted and where it stands. */
export interface Mapped {
  /** 0 where the tool gave no line. */
  readonly line: number;
  /** The same for the same place in the source. */
  readonly key: number;
}

export interface MappedBranch {
  readonly line: number;
  /** Of each way. */
  readonly keys: readonly number[];
}

/** Statements: each must begin on a line, because the lines of the file are made of them. */
export function readStatements(cursor: JsonCursor, interner: Interner): Members<Mapped> {
  return readMembers(cursor, "statementMap", () => {
    const { at } = cursor;
    const location = readLocation(cursor);
    if (location === null || location.line === -1) return cursor.fail("a statement begins on no line", at);
    return { line: location.line, key: interner.of(locationKey(location, location.line)) };
  });
}

export function readFunctions(cursor: JsonCursor, interner: Interner): Members<Mapped> {
  return readMembers(cursor, "fnMap", () => {
    const { decl, loc, line } = readPlaces(cursor);
    const begins = firstLine(decl, loc) ?? line;
    return { line: begins, key: interner.of(`f${locationKey(loc ?? decl, begins)}`) };
  });
}

export function readBranches(cursor: JsonCursor, interner: Interner): Members<MappedBranch> {
  return readMembers(cursor, "branchMap", () => {
    const { at } = cursor;
    const { loc, line, type, ways } = readPlaces(cursor);
    if (ways === null) return cursor.fail("a branch has no locations", at);
    const [first = null] = ways;
    const begins = firstLine(loc, first) ?? line;
    const whole = `b${type} ${locationKey(loc ?? first, begins)}`;
    return { line: begins, keys: ways.map((_, index) => interner.of(`${whole} ${index}`)) };
  });
}

interface Places {
  decl: Location | null;
  loc: Location | null;
  line: number;
  type: string;
  ways: (Location | null)[] | null;
}

function readPlaces(cursor: JsonCursor): Places {
  const places: Places = { decl: null, loc: null, line: 0, type: "", ways: null };
  cursor.object((key) => {
    if (key === "decl") places.decl = readLocation(cursor);
    else if (key === "loc") places.loc = readLocation(cursor);
    else if (key === "line" && !cursor.isNull()) places.line = cursor.line();
    else if (key === "type" && cursor.kind() === "string") places.type = cursor.text();
    else if (key === "locations") {
      const ways: (Location | null)[] = [];
      cursor.array(() => ways.push(readLocation(cursor)));
      places.ways = ways;
    } else if (key !== "line") cursor.skip();
  });
  return places;
}

function firstLine(...locations: readonly (Location | null)[]): number | null {
  for (const location of locations) if (location !== null && location.line !== -1) return location.line;
  return null;
}
