import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";

/** Words in names of metrics that are no base unit, with the one to use; Prometheus' documentation, "Base units". */
const BASE_UNIT_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    seconds: "ms msec millis milliseconds millisecond us usec micros microseconds microsecond ns nanos nanoseconds",
    "seconds or a timestamp in seconds": "minutes hours days weeks nanosecond",
    bytes:
      "kb kib kilobytes kibibytes mb mib megabytes mebibytes gb gib gigabytes gibibytes tb tib terabytes tebibytes",
    ratio: "percent percentage pct permille",
    celsius: "fahrenheit millicelsius",
    meters: "mm cm km millimeters centimeters kilometers miles inches feet",
    grams: "mg kg milligrams kilograms",
    volts: "mv millivolts kilovolts",
    amperes: "ma milliamperes",
    joules: "kilojoules kwh kilowatthours calories",
  }).flatMap(([base, words]) => words.split(" ").map((word) => [word, base] as const)),
);

const PARTS = /_(?:total|info|created|bucket|sum|count)$/;

export function judgeUnits(family: MetricFamily, { format }: Exposition, note: Note): void {
  const { name, type, unit, line, typeLine } = family;
  // The first word says whose metric it is, never its unit.
  const words = name.split("_").slice(1);
  const odd = words.find((word) => BASE_UNIT_OF.has(word));
  if (odd !== undefined)
    note("unit-not-base", `${name}: ${odd} is no base unit, use ${BASE_UNIT_OF.get(odd)}`, typeLine ?? line);
  if (unit === null || unit === "" || format !== "openmetrics") return;
  if (type === "info" || type === "stateset") note("unit-not-allowed", `the ${type} ${name} can have no unit`, line);
  else if (!name.replace(PARTS, "").endsWith(`_${unit}`))
    note("unit-not-suffix", `the unit of ${name} is ${unit}, so its name must end in _${unit}`, line);
}
