import type { Exposition, MetricFamily } from "../exposition.ts";
import type { Note } from "../problem-list.ts";
import { suffixesOf } from "../suffixes.ts";

const TOTAL = /_total$/;
const RESERVED_SUFFIX = /_(?:bucket|sum|count)$/;

export function judgeNames(family: MetricFamily, { format }: Exposition, note: Note): void {
  const { name, type, typeLine, line } = family;
  if (type === "counter") judgeTotal(family, format === "openmetrics", note);
  else if (TOTAL.test(name) && typeLine !== null)
    note("total-without-counter", `${name} is of the type ${type}; only counters end in _total`, typeLine);
  if (name.startsWith("__") || name.includes(":"))
    note("reserved-name", `${name}: two underscores and colons are kept for Prometheus itself`, line);
  else if (RESERVED_SUFFIX.test(name) && type !== "histogram" && type !== "summary")
    note("reserved-name", `${name}: this ending is kept for histograms and summaries`, line);
  judgeLabels(family, note);
}

function judgeTotal({ name, typeLine, line, samples }: MetricFamily, openMetrics: boolean, note: Note): void {
  const bare = openMetrics ? samples.find(({ suffix }) => suffix === "") : undefined;
  if (openMetrics && TOTAL.test(name)) {
    const family = name.replace(TOTAL, "");
    note(
      "counter-without-total",
      `the family is called ${family} in OpenMetrics, its samples ${name}`,
      typeLine ?? line,
    );
  } else if (bare !== undefined) note("counter-without-total", `the counter ${name} must end in _total`, bare.line);
  else if (!openMetrics && !TOTAL.test(name))
    note("counter-without-total", `the counter ${name} should end in _total`, typeLine ?? line);
}

const PART_LABELS: Readonly<Record<string, readonly string[]>> = {
  le: ["histogram", "gaugehistogram"],
  quantile: ["summary"],
};

/** Each label once a family, so that a thousand series are one problem. */
function judgeLabels({ name, type, typeLine, samples }: MetricFamily, note: Note): void {
  const told = new Set<string>();
  for (const { labels, line } of samples) {
    for (const label of labels.keys()) {
      if (told.has(label)) continue;
      told.add(label);
      if (label.startsWith("__")) note("reserved-label", `${name} has the label ${label}, which is reserved`, line);
      const types = PART_LABELS[label];
      if (types !== undefined && Object.hasOwn(PART_LABELS, label) && typeLine !== null && !types.includes(type))
        note("misplaced-label", `${name} is of the type ${type} and has the label ${label} of a ${types[0]}`, line);
    }
  }
}

/** Two families that would write samples of one name. */
export function judgeClashes({ families, format }: Exposition, note: Note): void {
  const owners = new Map<string, MetricFamily>();
  for (const family of families) {
    for (const suffix of suffixesOf(family.type, format)) {
      const name = family.name + suffix;
      const other = owners.get(name);
      if (other === undefined) owners.set(name, family);
      else note("name-clash", `both ${other.name} and ${family.name} write ${name}`, family.line);
    }
  }
}
