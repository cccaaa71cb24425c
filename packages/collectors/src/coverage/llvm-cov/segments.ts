import { LineHitsBuilder } from "../counts/line-hits.ts";
import type { JsonCursor } from "../json/cursor.ts";
import type { JsonRemarks } from "../json/remarks.ts";
import { readCount } from "./tuples.ts";

/** Most lines that the segments of one report may span; a segment costs nothing to write, and reaches far. */
const LINES_MAX = 50_000_000;

/** A point from which on, up to the next one, a count holds. */
interface Segment {
  line: number;
  count: number;
  hasCount: boolean;
  /** Begins a region that is no gap and has a count. */
  isStart: boolean;
  /** Begins a region that the preprocessor left out. */
  isSkip: boolean;
}

/**
 * Lines of one file from its segments `[line, column, count, hasCount, isRegionEntry, isGapRegion]`, as llvm-cov
 * derives them (`LineCoverageStats` of CoverageMapping): a line is to be covered when a counted region begins on it
 * or when what went on from the lines before has a count; its count is the largest of these.
 */
export class SegmentLines {
  readonly #cursor: JsonCursor;
  readonly #remarks: JsonRemarks;
  readonly #builder: LineHitsBuilder;
  #lines = 0;

  constructor(cursor: JsonCursor, remarks: JsonRemarks, keepHits: boolean | undefined) {
    this.#cursor = cursor;
    this.#remarks = remarks;
    this.#builder = new LineHitsBuilder(keepHits);
  }

  read(): ReturnType<LineHitsBuilder["finish"]> {
    const cursor: JsonCursor = this.#cursor;
    let wrapped: Segment | null = null;
    let onLine: Segment[] = [];
    cursor.array(() => {
      const { at } = cursor;
      const segment = this.#segment();
      const line = onLine[0]?.line ?? segment.line;
      if (segment.line < line) cursor.fail("the segments are not in the order of their lines", at);
      if (segment.line > line) {
        this.#add(line, onLine, wrapped);
        wrapped = onLine.at(-1) ?? null;
        this.#span(line + 1, segment.line, wrapped, at);
        onLine = [];
      }
      onLine.push(segment);
    });
    const [last] = onLine;
    if (last !== undefined) this.#add(last.line, onLine, wrapped);
    return this.#builder.finish();
  }

  #segment(): Segment {
    const cursor: JsonCursor = this.#cursor;
    const { at } = cursor;
    const segment: Segment = { line: 1, count: 0, hasCount: false, isStart: false, isSkip: false };
    let length = 0;
    let isEntry = false;
    let isGap = false;
    cursor.array((index) => {
      length = index + 1;
      if (index === 0) segment.line = cursor.line();
      else if (index === 1) cursor.count();
      else if (index === 2) segment.count = readCount(cursor, this.#remarks);
      else if (index === 3) segment.hasCount = cursor.truth();
      else if (index === 4) isEntry = cursor.truth();
      else if (index === 5) isGap = cursor.truth();
      else cursor.skip();
    });
    if (length < 5) cursor.fail("a segment must have five or six parts", at);
    segment.isStart = isEntry && segment.hasCount && !isGap;
    segment.isSkip = isEntry && !segment.hasCount;
    return segment;
  }

  #add(line: number, segments: readonly Segment[], wrapped: Segment | null): void {
    const isStart = segments.some((segment) => segment.isStart);
    if (segments[0]?.isSkip === true || !(isStart || wrapped?.hasCount === true)) return;
    let count = wrapped?.count ?? 0;
    for (const segment of segments) if (segment.isStart && segment.count > count) count = segment.count;
    this.#builder.add(line, count);
    this.#lines += 1;
  }

  /** Lines without a segment of their own. */
  #span(from: number, before: number, wrapped: Segment | null, at: number): void {
    if (wrapped?.hasCount !== true) return;
    if (this.#lines + before - from > LINES_MAX) {
      this.#cursor.fail(`the segments span more than ${LINES_MAX} lines`, at, "HP-READ-TOO-LARGE");
    }
    for (let line = from; line < before; line += 1) this.#builder.add(line, wrapped.count);
    this.#lines += before - from;
  }
}
