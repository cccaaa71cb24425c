import type { Exposition, ExpositionFault, KpiSample } from "@holdpoint/core";
import { HoldpointError, readExposition, selectValue } from "@holdpoint/core";
import { evenSeries } from "./even-series.ts";
import type { MetricExpression, MetricSelector } from "./metric-expression.ts";
import { metricExpression } from "./metric-expression.ts";
import { pagesOf } from "./pages.ts";
import type { CanarySource, EvenSeries } from "./source.ts";

export interface ScrapeFile {
  readonly file: string;
  readonly text: string;
}

/** They break the format and hide no value. */
const FORGIVEN: ReadonlySet<string> = new Set([
  "no-final-line-feed",
  "carriage-return",
  "no-eof",
  "blank-line",
  "eof-in-classic",
  "unknown-comment",
]);

interface Scrape {
  readonly page: Exposition;
  /** Null: a scrape that failed left an empty page. */
  readonly samples: readonly KpiSample[] | null;
  readonly atMs: number | null;
}

/**
 * Scrapes of a service in the order of time, a file each or several in one. A scrape is timed by the timestamps that it
 * holds, else by `everyMs`.
 *
 * @throws HoldpointError `HP-READ-SYNTAX`, `-TOO-LARGE` with file and line, `HP-READ-EMPTY` without a page
 */
export function readScrapes(files: readonly ScrapeFile[], everyMs: number | null, shown: string): CanarySource {
  const scrapes = files.flatMap((one) => scrapesOf(one));
  if (scrapes.every(({ samples }) => samples === null))
    throw new HoldpointError("HP-READ-EMPTY", "no page of metrics has a sample", { file: shown });
  const names = [...new Set(scrapes.flatMap(({ page }) => page.families.map(expressionOf)))];
  return {
    kind: "scrapes",
    names,
    series: (metric) => seriesOf(scrapes, metricExpression(metric), everyMs),
    reasons: [],
    header: null,
  };
}

function scrapesOf({ file, text }: ScrapeFile): Scrape[] {
  const pages = pagesOf(text);
  if (pages.length === 0) return [scrapeOf(readExposition("", { atMs: 0, file }))];
  return pages.map((page) => {
    const read = readExposition(page.text, { atMs: 0, file, linesBefore: page.linesBefore });
    const fault = read.faults.find(({ code }) => !FORGIVEN.has(code));
    if (fault !== undefined) throw unreadable(fault, file);
    return scrapeOf(read);
  });
}

function unreadable({ code, text, line, column }: ExpositionFault, file: string): HoldpointError {
  const place = { file, ...(line === null ? {} : { line }), ...(column === null ? {} : { column }) };
  return new HoldpointError(code === "too-large" ? "HP-READ-TOO-LARGE" : "HP-READ-SYNTAX", text, place);
}

function scrapeOf(page: Exposition): Scrape {
  const samples = page.families.flatMap((family) => family.samples);
  const atMs = samples.reduce<number | null>(
    (latest, { timestampMs }) => (timestampMs === null ? latest : Math.max(latest ?? timestampMs, timestampMs)),
    null,
  );
  return { page, samples: samples.length === 0 ? null : samples, atMs };
}

function expressionOf({ name, type, samples }: Exposition["families"][number]): string {
  if (type === "histogram" || type === "gaugehistogram") return `p99(${name})`;
  return type === "counter" ? `rate(${samples[0]?.name ?? name})` : name;
}

function seriesOf(scrapes: readonly Scrape[], asked: MetricExpression, everyMs: number | null): EvenSeries | null {
  const { metric, as } = asked;
  const isThere = scrapes.some(({ samples }) =>
    samples?.some(({ name }) => name === metric || name === `${metric}_bucket`),
  );
  if (!isThere) return null;
  const isTimed = scrapes.every(({ samples, atMs }) => samples === null || atMs !== null);
  const selector: MetricSelector = { ...asked, as: as ?? suited(scrapes, metric, isTimed || everyMs !== null) };
  if (selector.as === "rate" && !isTimed && everyMs === null)
    throw new HoldpointError("HP-USAGE", "a rate wants --every: these scrapes have no timestamps");
  const between = selector.as !== "value";
  const values = scrapes.map((scrape, at) => valueOf(selector, scrapes[at - 1] ?? null, scrape, everyMs));
  const kept = between ? values.slice(1) : values;
  if (!isTimed || scrapes.some(({ atMs }) => atMs === null)) return { values: kept, stepMs: everyMs };
  const timed = scrapes.slice(between ? 1 : 0).map(({ atMs }, at) => ({ atMs: atMs ?? 0, value: kept[at] ?? null }));
  const isRising = timed.every(({ atMs }, at) => at === 0 || atMs > (timed[at - 1]?.atMs ?? 0));
  // Scrapes that are not in the order of time, or too far apart, are no series.
  return isRising ? (evenSeries(timed) ?? { values: [], stepMs: null }) : { values: [], stepMs: null };
}

/** A counter means nothing but by what it gained. */
function suited(scrapes: readonly Scrape[], metric: string, isTimed: boolean): MetricSelector["as"] {
  const family = scrapes
    .flatMap(({ page }) => page.families)
    .find(({ samples, name }) => name === metric || samples.some((sample) => sample.name === metric));
  if (family?.type === "histogram") return family.name === metric ? "p99" : "increase";
  if (family?.type !== "counter") return "value";
  return isTimed ? "rate" : "increase";
}

function valueOf(
  selector: MetricSelector,
  earlier: Scrape | null,
  { samples, atMs }: Scrape,
  everyMs: number | null,
): number | null {
  if (samples === null) return null;
  const between = earlier !== null && earlier.atMs !== null && atMs !== null ? atMs - earlier.atMs : everyMs;
  const exposition = { before: earlier?.samples ?? null, after: samples, elapsedMs: between ?? 0 };
  return selectValue(selector, { summary: null, load: null, exposition });
}
