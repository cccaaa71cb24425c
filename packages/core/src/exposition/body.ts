import type { ExpositionBody, ExpositionFamily, ExpositionScrape } from "../evidence/exposition.ts";
import { EXPOSITION_FAMILIES_MAX } from "../evidence/exposition.ts";
import type { Exposition, MetricFamily } from "./exposition.ts";
import { processStartOf, samplesNamed } from "./find.ts";
import { expositionProblems } from "./validate.ts";

export interface ExpositionTerms {
  /** What was scraped, as the configuration calls it. */
  readonly source: string;
  /** In the order in which they were made; at least one. */
  readonly scrapes: readonly Exposition[];
  /** Names of families, or of their samples, of the last scrape: one with labels has no sample before its first use. */
  readonly wanted: readonly string[];
}

/**
 * Body of `metrics-exposition` evidence out of the scrapes of one service.
 *
 * @throws RangeError without a scrape
 */
export function expositionBody({ source, scrapes, wanted }: ExpositionTerms): ExpositionBody {
  const last = scrapes.at(-1);
  if (last === undefined) throw new RangeError("a body needs a scrape");
  const { problems, leftOut } = expositionProblems(scrapes);
  return {
    source,
    format: last.format,
    // Where some have a type and some have none, it is not known.
    contentType: scrapes.some(({ contentType }) => contentType === null) ? null : last.contentType,
    sizeBytes: last.sizeBytes,
    scrapes: scrapes.map(scrapeOf),
    problems,
    problemsLeftOut: leftOut,
    ...familiesOf(scrapes),
    wanted: wanted.map((family) => ({ family, found: isThere(last, family) })),
  };
}

function scrapeOf(page: Exposition): ExpositionScrape {
  const { file, atMs, families } = page;
  const samples = families.reduce((sum, family) => sum + family.samples.length, 0);
  return { file, atMs, samples, families: families.length, processStartS: processStartOf(page) };
}

/** Every family of every scrape as it was at last, with the most series that it ever had; the largest stay. */
function familiesOf(scrapes: readonly Exposition[]): Pick<ExpositionBody, "families" | "familiesLeftOut"> {
  const all = new Map<string, ExpositionFamily>();
  for (const family of scrapes.flatMap(({ families }) => families)) {
    all.set(family.name, familyOf(family, all.get(family.name)?.series ?? 0));
  }
  const families = [...all.values()];
  if (families.length <= EXPOSITION_FAMILIES_MAX) return { families, familiesLeftOut: 0 };
  const largest = families.toSorted((a, b) => b.series - a.series).slice(0, EXPOSITION_FAMILIES_MAX);
  return { families: largest, familiesLeftOut: families.length - largest.length };
}

function familyOf({ name, type, unit, help, samples }: MetricFamily, seriesBefore: number): ExpositionFamily {
  const series = Math.max(samples.length, seriesBefore);
  return { name, type, unit, help: (help ?? "").trim() !== "", series };
}

function isThere(page: Exposition, name: string): boolean {
  const family = page.families.find((one) => one.name === name);
  return (family?.samples.length ?? 0) > 0 || samplesNamed(page, name).length > 0;
}
