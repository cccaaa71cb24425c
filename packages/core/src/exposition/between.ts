import { processStartOf } from "./find.ts";
import type { Exposition, MetricFamily, MetricSample } from "./exposition.ts";
import type { Note, NoteOf } from "./problem-list.ts";
import { metricNumber } from "./read/number.ts";
import { labelsKey, partLabelOf, seriesText } from "./series.ts";

/** Programs compute their start from clocks that round. */
const START_MOVES_MIN_S = 1;

/** What may not happen from one scrape to the next: a counter that falls without a restart, a type that changes. */
export function judgeBetween(before: Exposition, after: Exposition, noteOf: NoteOf): void {
  const note = noteOf(null);
  const start = [processStartOf(before), processStartOf(after)] as const;
  const moved = start[0] === null || start[1] === null ? 0 : start[1] - start[0];
  const restarted = Math.abs(moved) > START_MOVES_MIN_S;
  if (restarted && moved < 0)
    note("start-went-back", "the process of this scrape is older than that of the one before", null);
  if (after.atMs < before.atMs) note("scrapes-out-of-order", "this scrape is older than the one before", null);
  if (after.format !== before.format) {
    note("format-changed", `the format was ${before.format} and is ${after.format}`, null);
    return;
  }
  const later = new Map(after.families.map((family) => [family.name, family]));
  for (const family of before.families) {
    const same = later.get(family.name);
    const own = noteOf(family.name);
    if (same === undefined) {
      if (!restarted && family.samples.length > 0) own("series-vanished", `${family.name} is gone`, null);
      continue;
    }
    if (same.typeLine !== null && family.typeLine !== null && same.type !== family.type)
      own(
        "type-changed",
        `${family.name} was of the type ${family.type} and is of the type ${same.type}`,
        same.typeLine,
      );
    else judgeFamily(family, same, restarted, own);
  }
}

function judgeFamily(before: MetricFamily, after: MetricFamily, restarted: boolean, note: Note): void {
  const rising = risingSuffixes(after);
  const later = bySeries(after);
  const gone: MetricSample[] = [];
  const created = [createdOf(before), createdOf(after)] as const;
  for (const [key, sample] of bySeries(before)) {
    const now = later.get(key);
    const metric = labelsKey(sample.labels, partLabelOf(after));
    const isNew = restarted || created[0].get(metric) !== created[1].get(metric);
    if (now === undefined) gone.push(sample);
    else if (rising.has(sample.suffix) && now.value < sample.value && !isNew)
      note("counter-fell", `${seriesText(now)} fell from ${sample.value} to ${now.value}`, now.line);
  }
  const first = gone[0];
  if (first === undefined || restarted) return;
  const others = gone.length === 1 ? "" : ` and ${gone.length - 1} more of its family`;
  note("series-vanished", `${seriesText(first)}${others} went away without a restart`, null);
}

function bySeries({ samples }: MetricFamily): ReadonlyMap<string, MetricSample> {
  return new Map(samples.map((sample) => [`${sample.suffix} ${labelsKey(sample.labels)}`, sample]));
}

/** When each metric began, by its labels. */
function createdOf(family: MetricFamily): ReadonlyMap<string, number> {
  const created = family.samples.filter(({ suffix }) => suffix === "_created");
  return new Map(created.map(({ labels, value }) => [labelsKey(labels, partLabelOf(family)), value]));
}

/** Endings of the samples that only rise. A sum falls where something below 0 may be observed. */
function risingSuffixes({ type, samples }: MetricFamily): ReadonlySet<string> {
  if (type === "counter") return new Set(["", "_total"]);
  if (type === "summary") return new Set(["_count"]);
  if (type !== "histogram") return new Set();
  const goesBelow = samples.some(({ labels }) => (metricNumber(labels.get("le") ?? "") ?? 0) < 0);
  return new Set(goesBelow ? ["_bucket", "_count"] : ["_bucket", "_count", "_sum"]);
}
