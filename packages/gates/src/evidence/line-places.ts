import type { Lines, Location } from "@holdpoint/core";
import { FINDING_LOCATIONS_MAX, writeLineRanges } from "@holdpoint/core";
import { place } from "../place.ts";

/** One place for each run of lines: `lines 3-5 changed and uncovered`. */
export function linePlaces(path: string, lines: Lines, what: string): Location[] {
  const ranges = lines.length === 0 ? [] : writeLineRanges(lines).split(",");
  return ranges.slice(0, FINDING_LOCATIONS_MAX).map((range) => {
    const noun = range.includes("-") ? "lines" : "line";
    return place(path, Number.parseInt(range, 10), `${noun} ${range} ${what}`);
  });
}
