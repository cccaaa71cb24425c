import type { FileCounts, FileTotals } from "./file-counts.ts";

/** Counts of many files in a few arrays, as they go from one thread to another. */
export interface PackedFiles {
  readonly paths: readonly string[];
  /** For each file and metric the length of its entries, -1 where it is null; then 1 where the file has hits, or 0. */
  readonly lengths: Int32Array<ArrayBuffer>;
  /** All entries, one after another. */
  readonly entries: Uint32Array<ArrayBuffer>;
  readonly hits: Float64Array<ArrayBuffer>;
  readonly totals: readonly (readonly [path: string, totals: FileTotals])[];
}

const METRICS = ["lines", "branches", "functions", "statements", "regions"] as const;
const STRIDE: number = METRICS.length + 1;

/** Copies all counts into arrays of their own, which can be handed over without another copy. */
export function packFiles(files: ReadonlyMap<string, FileCounts>): PackedFiles {
  const lengths = new Int32Array(files.size * STRIDE);
  const totals: (readonly [string, FileTotals])[] = [];
  let entryCount = 0;
  let hitCount = 0;
  let index = 0;
  for (const [path, counts] of files) {
    METRICS.forEach((metric, each) => {
      lengths[index + each] = counts[metric]?.length ?? -1;
      entryCount += counts[metric]?.length ?? 0;
    });
    lengths[index + METRICS.length] = counts.hits === null ? 0 : 1;
    hitCount += counts.hits?.length ?? 0;
    if (counts.totals !== undefined) totals.push([path, counts.totals]);
    index += STRIDE;
  }
  const entries = new Uint32Array(entryCount);
  const hits = new Float64Array(hitCount);
  let entryAt = 0;
  let hitAt = 0;
  for (const counts of files.values()) {
    for (const metric of METRICS) {
      const own = counts[metric];
      if (own === null) continue;
      entries.set(own, entryAt);
      entryAt += own.length;
    }
    if (counts.hits === null) continue;
    hits.set(counts.hits, hitAt);
    hitAt += counts.hits.length;
  }
  return { paths: [...files.keys()], lengths, entries, hits, totals };
}

/** The same counts again; they are views of the packed arrays. */
export function unpackFiles({ paths, lengths, entries, hits, totals }: PackedFiles): Map<string, FileCounts> {
  const files = new Map<string, FileCounts>();
  const totalsOf = new Map(totals);
  let entryAt = 0;
  let hitAt = 0;
  paths.forEach((path, index) => {
    const take = (each: number): Uint32Array | null => {
      const length = lengths[index * STRIDE + each] ?? -1;
      if (length < 0) return null;
      entryAt += length;
      return entries.subarray(entryAt - length, entryAt);
    };
    const [lines, branches, functions, statements, regions] = [take(0), take(1), take(2), take(3), take(4)];
    const hasHits = lengths[index * STRIDE + METRICS.length] === 1;
    const hitLength = hasHits ? (lines?.length ?? 0) : 0;
    hitAt += hitLength;
    const known = totalsOf.get(path);
    files.set(path, {
      lines,
      branches,
      functions,
      statements,
      regions,
      hits: hasHits ? hits.subarray(hitAt - hitLength, hitAt) : null,
      ...(known === undefined ? {} : { totals: known }),
    });
  });
  return files;
}
