import type { Count } from "@holdpoint/core";
import type { HitCounts } from "../counts/hit-counts.ts";
import type { LineHits } from "../counts/line-hits.ts";
import { LineHitsBuilder } from "../counts/line-hits.ts";
import type { Points } from "../counts/points.ts";
import { PointsBuilder } from "../counts/points.ts";

const STRIDE = 2;

export interface Lines {
  readonly lines: LineHits;
  readonly hits: HitCounts | null;
  readonly branches: Points;
}

/** The `line` elements of one `lines`, with the ways out of each. One is used for all classes, one after another. */
export class ClassLines {
  readonly #lines: LineHitsBuilder;
  readonly #branches = new PointsBuilder();

  constructor(keepHits: boolean) {
    this.#lines = new LineHitsBuilder(keepHits);
  }

  get isEmpty(): boolean {
    return this.#lines.size === 0;
  }

  add(line: number, hits: number): void {
    this.#lines.add(line, hits);
  }

  /** The first `covered` of the ways were taken, as the report only gives their number. */
  addWays(line: number, { covered, total }: Count, from: number): void {
    for (let way = 0; way < total; way += 1) this.#branches.add(line, from + way, 0, way < covered);
  }

  /** A line that stands twice counts once, and so do its ways: the more of each were covered, the better. */
  finish(): Lines {
    const added = this.#lines.size;
    const { lines, hits } = this.#lines.finish();
    const branches = this.#branches.finish();
    return { lines, hits, branches: lines.length === added ? branches : once(branches) };
  }
}

/** Points that are all different; of equal ones a taken one stands. */
function once(points: Points): Points {
  const kept = new Uint32Array(points.length);
  let length = 0;
  for (let at = 0; at < points.length; at += STRIDE) {
    const line = points[at] ?? 0;
    const entry = points[at + 1] ?? 0;
    const isSame = length > 0 && kept[length - STRIDE] === line && (kept[length - 1] ?? 0) >>> 1 === entry >>> 1;
    if (isSame) length -= STRIDE;
    kept[length] = line;
    kept[length + 1] = isSame ? (kept[length + 1] ?? 0) | entry : entry;
    length += STRIDE;
  }
  return kept.slice(0, length);
}
