import type { FileCounts } from "../counts/file-counts.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";

const STRIDE = 4;
const SHORT_STRIDE = 3;

interface Narrowest {
  size: number;
  hits: number;
}

/** Builders that are used for all files, one after another. */
export class PointBuilders {
  readonly lines: LineHitsBuilder;
  readonly points: PointsBuilder = new PointsBuilder();

  constructor(keepHits: boolean) {
    this.lines = new LineHitsBuilder(keepHits);
  }
}

/** The points of one file, from all classes that have code in it. */
export class FilePoints {
  /** First line, last line, key, visits. */
  readonly #statements: number[] = [];
  /** Line, key, 1 when it was taken. */
  readonly #branches: number[] = [];
  readonly #functions: number[] = [];

  addStatement(first: number, last: number, key: number, visits: number): void {
    this.#statements.push(first, last, key, visits);
  }

  addBranch(line: number, key: number, isTaken: boolean): void {
    this.#branches.push(line, key, isTaken ? 1 : 0);
  }

  addFunction(line: number, key: number, isHit: boolean): void {
    this.#functions.push(line, key, isHit ? 1 : 0);
  }

  finish({ lines: builder, points }: PointBuilders): FileCounts {
    for (const [line, { hits }] of this.#narrowest()) builder.add(line, hits);
    const { lines, hits } = builder.finish();
    const statements = this.#statements;
    for (let at = 0; at < statements.length; at += STRIDE) {
      points.add(statements[at] ?? 0, statements[at + 2] ?? 0, at, (statements[at + 3] ?? 0) > 0);
    }
    const counts = {
      statements: orNull(points.finish()),
      branches: orNull(short(this.#branches, points)),
      functions: orNull(short(this.#functions, points)),
    };
    return { ...counts, lines: orNull(lines), regions: null, hits: lines.length === 0 ? null : hits };
  }

  /**
   * What each line's narrowest point says: a statement around a lambda covers the lambda's lines too, and was executed
   * even where they never were. Of points that are equally narrow one visited is enough.
   */
  #narrowest(): ReadonlyMap<number, Narrowest> {
    const byLine = new Map<number, Narrowest>();
    const statements = this.#statements;
    for (let at = 0; at < statements.length; at += STRIDE) {
      const first = statements[at] ?? 0;
      const last = statements[at + 1] ?? 0;
      const hits = statements[at + 3] ?? 0;
      const size = last - first;
      for (let line = first; line <= last; line += 1) {
        const known = byLine.get(line);
        if (known === undefined) byLine.set(line, { size, hits });
        else if (size < known.size || (size === known.size && hits > known.hits)) Object.assign(known, { size, hits });
      }
    }
    return byLine;
  }
}

function short(records: readonly number[], points: PointsBuilder): Uint32Array {
  for (let at = 0; at < records.length; at += SHORT_STRIDE) {
    points.add(records[at] ?? 0, records[at + 1] ?? 0, at, records[at + 2] === 1);
  }
  return points.finish();
}

function orNull(entries: Uint32Array): Uint32Array | null {
  return entries.length === 0 ? null : entries;
}
