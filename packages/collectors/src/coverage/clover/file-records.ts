import type { FileCounts } from "../counts/file-counts.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import { PointsBuilder } from "../counts/points.ts";

/** The `line` elements of one file. One is used for all files, one after another. */
export class FileRecords {
  readonly #lines: LineHitsBuilder;
  readonly #statements = new PointsBuilder();
  readonly #branches = new PointsBuilder();
  readonly #functions = new PointsBuilder();
  #order = 0;
  /** The line that was added last waits, as several statements of one line follow each other. */
  #line = 0;
  #hits = 0;

  constructor(keepHits: boolean) {
    this.#lines = new LineHitsBuilder(keepHits);
  }

  addLine(line: number, hits: number): void {
    if (line === this.#line) {
      this.#hits = Math.max(this.#hits, hits);
      return;
    }
    this.#flush();
    this.#line = line;
    this.#hits = hits;
  }

  addStatement(line: number, hits: number): void {
    this.addLine(line, hits);
    this.#statements.add(line, 0, this.#next(), hits > 0);
  }

  addWay(line: number, isTaken: boolean): void {
    this.#branches.add(line, 0, this.#next(), isTaken);
  }

  addFunction(line: number, key: number, isHit: boolean): void {
    this.#functions.add(line, key, this.#next(), isHit);
  }

  finish(): FileCounts {
    this.#flush();
    this.#line = 0;
    this.#order = 0;
    const { lines, hits } = this.#lines.finish();
    return {
      lines: orNull(lines),
      branches: orNull(this.#branches.finish()),
      functions: orNull(this.#functions.finish()),
      statements: orNull(this.#statements.finish()),
      regions: null,
      hits: lines.length === 0 ? null : hits,
    };
  }

  #flush(): void {
    if (this.#line !== 0) this.#lines.add(this.#line, this.#hits);
  }

  #next(): number {
    this.#order += 1;
    return this.#order;
  }
}

function orNull(entries: Uint32Array): Uint32Array | null {
  return entries.length === 0 ? null : entries;
}
