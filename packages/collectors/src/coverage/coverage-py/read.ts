import type { Count } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import type { FileCounts } from "../counts/file-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { countLineHits } from "../counts/line-hits.ts";
import { countPoints } from "../counts/points.ts";
import type { JsonCursor } from "../json/cursor.ts";
import { addCounts, Mismatches } from "../json/mismatches.ts";
import type { JsonNode, JsonSpot } from "../json/node.ts";
import { SKIPPED } from "../json/node.ts";
import { openJsonReport } from "../json/open.ts";
import type { Place } from "../json/places.ts";
import { BEGIN } from "../json/places.ts";
import { JsonRemarks } from "../json/remarks.ts";
import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { addFileCounts } from "../read-report.ts";
import { countContexts, countFile } from "./file-counts.ts";
import type { Meta } from "./meta.ts";
import { FORMATS, readMeta } from "./meta.ts";
import type { Region } from "./region.ts";
import { readRegion } from "./region.ts";
import type { Summary } from "./summary.ts";
import { compareSummary, readSummary } from "./summary.ts";

/**
 * Reads `coverage json` of coverage.py (formats 2 and 3): lines, branches where they were measured, functions since
 * format 3, and what each context executed. Classes repeat the functions in them and are not counted again. What the
 * summaries declare is only compared. How often a line was executed is not told.
 *
 * Throws `HoldpointError` with file, line and column (in bytes): `HP-READ-SYNTAX` for a value of the wrong form or a
 * line that is both executed and missing, `-NOT-THE-FORMAT`, and what every JSON report can be.
 *
 * @example
 * const reader = openCoveragePy({ file: "coverage.json", interner: new Interner() });
 * reader.push(readFileSync("coverage.json"));
 * const { files, contexts } = reader.finish();
 */
export function openCoveragePy(options: CoverageReadOptions): CoverageReader {
  return openJsonReport(options, (cursor) => {
    const reader = new CoveragePyReader(cursor, options);
    return { root: (spot) => reader.root(spot), finish: () => reader.finish() };
  });
}

/** What a file counts. */
interface Counted {
  readonly counts: FileCounts;
  readonly contexts: ReadonlyMap<string, LineHits>;
}

/** The entry of a file, by the format that it may be of; what makes no sense in one is an error. */
interface Entry {
  readonly path: string;
  readonly place: Place;
  readonly summary: Summary | null;
  readonly counted: ReadonlyMap<number, Counted | { readonly error: unknown }>;
}

class CoveragePyReader {
  readonly #cursor: JsonCursor;
  readonly #options: CoverageReadOptions;
  readonly #remarks: JsonRemarks;
  readonly #mismatches: Mismatches;
  readonly #files = new Map<string, FileCounts>();
  readonly #contexts = new Map<string, Map<string, LineHits>>();
  /** Files that came before `meta`, as where somebody sorted the keys: without it nobody knows how they count. */
  #waiting: Entry[] = [];
  #meta: Meta | null = null;
  #totals: Summary | null = null;
  #hasFiles = false;
  #lines: Count = { covered: 0, total: 0 };
  #branches: Count | null = null;

  constructor(cursor: JsonCursor, options: CoverageReadOptions) {
    this.#cursor = cursor;
    this.#options = options;
    this.#remarks = new JsonRemarks(cursor);
    this.#mismatches = new Mismatches(cursor.file);
  }

  root(spot: JsonSpot): JsonNode {
    if (spot.kind !== "object") spot.failFormat("the document is not an object");
    return { kind: "object", member: (key) => this.#member(key), end: () => this.#assertWhole(spot) };
  }

  finish(): ReadCoverage {
    if (this.#files.size === 0) this.#remarks.add("nothing-measured", BEGIN, "the report lists no file");
    const counted = { lines: this.#lines, branches: this.#branches };
    compareSummary(this.#totals, counted, { mismatches: this.#mismatches, remarks: this.#remarks });
    return {
      files: this.#files,
      contexts: this.#contexts,
      mismatches: this.#mismatches.finish(),
      remarks: this.#remarks.finish(),
      instrumenter: "coverage.py",
    };
  }

  #member(key: string): JsonNode {
    if (key === "meta") return { kind: "value", read: (cursor) => this.#readMeta(cursor) };
    if (key === "totals") return { kind: "value", read: (cursor) => (this.#totals = readSummary(cursor)) };
    if (key !== "files") return SKIPPED;
    this.#hasFiles = true;
    return { kind: "object", member: (path) => ({ kind: "value", read: (cursor) => this.#readFile(cursor, path) }) };
  }

  #assertWhole(spot: JsonSpot): void {
    if (this.#meta !== null && this.#hasFiles) return;
    spot.failFormat("the document has no meta and files, as coverage.py writes", BEGIN);
  }

  #readMeta(cursor: JsonCursor): void {
    const meta = readMeta(cursor);
    this.#meta = meta;
    for (const entry of this.#waiting) this.#add(entry, meta);
    this.#waiting = [];
  }

  #readFile(cursor: JsonCursor, path: string): void {
    const place = cursor.place(cursor.at);
    const region = readRegion(cursor, true);
    const formats = this.#meta === null ? FORMATS : [this.#meta.format];
    const counted = new Map(formats.map((format) => [format, this.#count(region, format)]));
    const entry = { path, place, summary: region.summary, counted };
    if (this.#meta === null) this.#waiting.push(entry);
    else this.#add(entry, this.#meta);
  }

  #count(region: Region, format: number): Counted | { readonly error: unknown } {
    try {
      const counts = countFile(this.#cursor, region, format, this.#options.interner);
      return { counts, contexts: countContexts(region, counts.lines ?? new Uint32Array()) };
    } catch (thrown) {
      return { error: this.#cursor.errorOf(thrown) };
    }
  }

  #add({ path, place, summary, counted: byFormat }: Entry, { format, hasBranches }: Meta): void {
    const found = byFormat.get(format) ?? { error: new RangeError(`format ${format}`) };
    if ("error" in found) throw found.error;
    if (hasBranches === true && found.counts.branches === null) {
      const detail = "branches were measured, and the file has no list of them";
      throw new HoldpointError("HP-READ-SYNTAX", detail, { file: this.#cursor.file, ...place });
    }
    const counts = hasBranches === false ? { ...found.counts, branches: null } : found.counts;
    const lines = counts.lines ?? new Uint32Array();
    const counted = {
      lines: countLineHits(lines),
      branches: counts.branches === null ? null : countPoints(counts.branches),
    };
    compareSummary(summary, counted, { mismatches: this.#mismatches, remarks: this.#remarks });
    if (lines.length === 0) this.#remarks.add("nothing-measured", place, "the file has no statement");
    this.#lines = addCounts(this.#lines, counted.lines) ?? this.#lines;
    this.#branches = addCounts(this.#branches, counted.branches);
    addFileCounts(this.#files, path, counts);
    for (const [name, hits] of found.contexts) {
      const paths = this.#contexts.get(name);
      if (paths === undefined) this.#contexts.set(name, new Map([[path, hits]]));
      else paths.set(path, hits);
    }
  }
}
