import type { BandId, ComponentConfig, Count, CoverageFile, CoverageMetric } from "@holdpoint/core";
import { bandOf, BANDS, compileGlob, filesFitting, formatPercent, totalOf } from "@holdpoint/core";

/** What is put into bands. */
export type BandedBy = "component" | "folder" | "file";

export interface BandTerms {
  readonly by: BandedBy;
  readonly metric: CoverageMetric;
  readonly components: readonly ComponentConfig[];
  /** Source files that no report measures. */
  readonly unmeasured: readonly string[];
}

/** A component, folder or file with its share. */
export interface BandEntry {
  readonly name: string;
  /** Measured files in it. */
  readonly files: number;
  /** Source files in it that no report measures, and that its share therefore says nothing of. */
  readonly unmeasured: number;
  readonly covered: number;
  readonly total: number;
  /** Cut, never rounded up. */
  readonly percent: string;
  /** Critical components that it is in, or is. */
  readonly critical: readonly string[];
}

export interface BandTable {
  /** Every band, best first, those without an entry too. */
  readonly bands: readonly (Pick<(typeof BANDS)[number], "id" | "title" | "fromPercent" | "belowPercent"> & {
    readonly count: number;
    readonly entries: readonly BandEntry[];
  })[];
  /** Names of what is measured and has nothing to cover. */
  readonly nothingToCover: readonly string[];
  /** Names of what no report measures. */
  readonly notMeasured: readonly string[];
  /** Each critical component with its band and its worst files. */
  readonly critical: readonly CriticalBand[];
}

export interface CriticalBand extends BandEntry {
  /** Null: nothing to cover, or not measured. */
  readonly band: BandId | null;
  readonly worst: readonly (BandEntry & { readonly band: BandId })[];
}

/** Most files that are listed of a critical component. */
const WORST_MAX = 20;

/** Puts components, folders or files into bands by one metric. */
export function bandTable(files: readonly CoverageFile[], terms: BandTerms): BandTable {
  const groups = groupsOf(files, terms);
  const entries = groups.map((group) => entryOf(group, terms));
  const inBands = entries.flatMap(({ entry, count }) => {
    const band = count === null ? null : bandOf(count);
    return band === null ? [] : [{ entry, band: band.id }];
  });
  return {
    bands: BANDS.map(({ id, title, fromPercent, belowPercent }) => {
      const own = inBands.filter(({ band }) => band === id).map(({ entry }) => entry);
      return { id, title, fromPercent, belowPercent, count: own.length, entries: own.sort(byShare) };
    }),
    nothingToCover: entries.filter(({ count }) => count?.total === 0).map(({ entry }) => entry.name),
    notMeasured: entries.filter(({ count }) => count === null).map(({ entry }) => entry.name),
    critical: terms.components
      .filter(({ critical }) => critical)
      .map((component) => criticalBand(component, files, terms)),
  };
}

interface Group {
  readonly name: string;
  readonly files: readonly CoverageFile[];
  readonly unmeasured: readonly string[];
}

interface Counted {
  readonly entry: BandEntry;
  /** Null: not measured. */
  readonly count: Count | null;
}

function groupsOf(files: readonly CoverageFile[], { by, components, unmeasured }: BandTerms): readonly Group[] {
  if (by === "component") return components.map((component) => groupOf(component, files, unmeasured));
  const nameOf = by === "file" ? (path: string): string => path : folderOf;
  const names = [...new Set([...files.map(({ path }) => path), ...unmeasured].map(nameOf))].sort();
  const measured = Map.groupBy(files, ({ path }) => nameOf(path));
  const others = Map.groupBy(unmeasured, nameOf);
  return names.map((name) => ({ name, files: measured.get(name) ?? [], unmeasured: others.get(name) ?? [] }));
}

function groupOf({ id, paths }: ComponentConfig, files: readonly CoverageFile[], unmeasured: readonly string[]): Group {
  const others = filesFitting(
    paths,
    unmeasured.map((path) => ({ path })),
  );
  return { name: id, files: filesFitting(paths, files), unmeasured: others.map(({ path }) => path) };
}

function entryOf({ name, files, unmeasured }: Group, { by, metric, components }: BandTerms): Counted {
  const count = totalOf(files, metric);
  const { covered, total } = count ?? { covered: 0, total: 0 };
  const paths = [...files.map(({ path }) => path), ...unmeasured];
  const isIn = ({ id, paths: globs }: ComponentConfig): boolean => {
    if (by === "component") return id === name;
    const rules = globs.map((glob) => compileGlob(glob));
    return paths.some((path) => rules.some((fits) => fits(path)));
  };
  const critical = components.filter((component) => component.critical && isIn(component)).map(({ id }) => id);
  const share = formatPercent(covered, total);
  const entry = { name, files: files.length, unmeasured: unmeasured.length, covered, total, percent: share, critical };
  return { entry, count };
}

function criticalBand(component: ComponentConfig, files: readonly CoverageFile[], terms: BandTerms): CriticalBand {
  const group = groupOf(component, files, terms.unmeasured);
  const { entry, count } = entryOf(group, { ...terms, by: "component" });
  const own = group.files.map((file) => ({ name: file.path, files: [file], unmeasured: [] }));
  const worst = own.flatMap((file) => {
    const counted = entryOf(file, { ...terms, by: "file" });
    const band = counted.count === null ? null : bandOf(counted.count);
    return band === null ? [] : [{ ...counted.entry, band: band.id }];
  });
  return {
    ...entry,
    band: count === null ? null : (bandOf(count)?.id ?? null),
    worst: worst
      .filter(({ band }) => band !== "100")
      .sort((a, b) => byShare(b, a))
      .slice(0, WORST_MAX),
  };
}

/** Best first; by name where the shares are the same. */
function byShare(a: BandEntry, b: BandEntry): number {
  const difference = BigInt(b.covered) * BigInt(a.total) - BigInt(a.covered) * BigInt(b.total);
  if (difference !== 0n) return difference < 0n ? -1 : 1;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/"))) || ".";
}
