import type { Json, JsonObject } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { Interner } from "../counts/interner.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";
import { locationKey, startLine } from "./location.ts";
import type { JsonPlace } from "./shape.ts";
import { arrayAt, countAt, failAt, inside, objectAt } from "./shape.ts";

/** Counts of one file; lines are those on which a statement begins, as Istanbul's own reports derive them. */
export function fileCounts(entry: JsonObject, place: JsonPlace, interner: Interner): FileCounts {
  const lines = new LineHitsBuilder();
  const statements = new PointsBuilder();
  eachPair(entry, "statementMap", "s", place, (location, hits, at) => {
    const line = startLine(location, at) ?? failAt(at, "a statement begins on no line");
    const isHit = countAt(hits, at) > 0;
    lines.add(line, isHit);
    statements.add(line, interner.of(locationKey(location)), 0, isHit);
  });
  return {
    lines: lines.finish(),
    statements: statements.finish(),
    functions: functionPoints(entry, place, interner),
    branches: branchPoints(entry, place, interner),
  };
}

function functionPoints(entry: JsonObject, place: JsonPlace, interner: Interner): Uint32Array {
  const points = new PointsBuilder();
  eachPair(entry, "fnMap", "f", place, (mapped, hits, at) => {
    const { decl, loc, line } = objectAt(mapped, at);
    const begins = startLine(decl, at) ?? startLine(loc, at) ?? startLine({ start: { line: line ?? null } }, at) ?? 0;
    points.add(begins, interner.of(`f${locationKey(loc ?? decl)}`), 0, countAt(hits, at) > 0);
  });
  return points.finish();
}

function branchPoints(entry: JsonObject, place: JsonPlace, interner: Interner): Uint32Array {
  const points = new PointsBuilder();
  eachPair(entry, "branchMap", "b", place, (mapped, hits, at) => {
    const { loc, locations, type, line } = objectAt(mapped, at);
    const ways = arrayAt(locations, inside(at, "locations"));
    const counts = arrayAt(hits, at);
    if (ways.length !== counts.length) {
      failAt(at, `has ${ways.length} ways in branchMap and ${counts.length} counts in b`);
    }
    const begins =
      startLine(loc, at) ?? startLine(ways[0], at) ?? startLine({ start: { line: line ?? null } }, at) ?? 0;
    counts.forEach((count, index) => {
      const key = interner.of(`b${JSON.stringify(type ?? null)} ${locationKey(loc ?? ways[0])} ${index}`);
      points.add(begins, key, 0, countAt(count, inside(at, String(index))) > 0);
    });
  });
  return points.finish();
}

type Pair = (mapped: Json, hits: Json, at: JsonPlace) => void;

/** Walks a map and its counters, which must have the same keys. */
function eachPair(entry: JsonObject, mapName: string, counterName: string, place: JsonPlace, visit: Pair): void {
  const map = objectAt(entry[mapName], inside(place, mapName));
  const counters = objectAt(entry[counterName], inside(place, counterName));
  const keys = Object.keys(map);
  if (Object.keys(counters).length !== keys.length) {
    failAt(place, `${mapName} has ${keys.length} entries and ${counterName} has ${Object.keys(counters).length}`);
  }
  for (const key of keys) {
    const at = inside(inside(place, counterName), key);
    if (!Object.hasOwn(counters, key)) failAt(at, `is in ${mapName} and not in ${counterName}`);
    visit(map[key] ?? null, counters[key] ?? null, at);
  }
}
