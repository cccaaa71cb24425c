import type { FileCounts } from "../counts/file-counts.ts";
import { NOTHING_COUNTED } from "../counts/file-counts.ts";
import { HITS_MAX } from "../counts/hit-counts.ts";
import type { LineHitsBuilder } from "../counts/line-hits.ts";
import type { PointsBuilder } from "../counts/points.ts";
import type { BlockLine } from "./block-line.ts";

interface Block {
  readonly line: BlockLine;
  /** Line of the profile where it stands first. */
  readonly at: number;
  hits: number;
}

/** The blocks of one source file; one that stands several times, as with `-coverpkg`, is one. */
export class FileBlocks {
  readonly #blocks = new Map<string, Block>();

  /**
   * Adds a block, or its count to the one that is there.
   *
   * @returns the line of the profile that says otherwise of the same block; null where none does
   */
  add(line: BlockLine, at: number): { readonly isNew: boolean; readonly conflict: Block | null } {
    const known = this.#blocks.get(line.span);
    if (known === undefined) {
      this.#blocks.set(line.span, { line, at, hits: line.hits });
      return { isNew: true, conflict: null };
    }
    known.hits = Math.min(known.hits + line.hits, HITS_MAX);
    return { isNew: false, conflict: known.line.statements === line.statements ? null : known };
  }

  /** Counts of the file. The builder of lines keeps hits or not; both builders are empty before and after. */
  counts(lines: LineHitsBuilder, statements: PointsBuilder): FileCounts {
    const hitsByLine = new Map<number, number>();
    for (const { line, hits } of this.#blocks.values()) {
      for (let order = 0; order < line.statements; order += 1) {
        statements.add(line.startLine, line.startColumn, order, hits > 0);
      }
      // A block without statements has nothing that could be run.
      if (line.statements === 0) continue;
      for (let at = line.startLine; at <= line.endLine; at += 1) {
        hitsByLine.set(at, Math.max(hitsByLine.get(at) ?? 0, hits));
      }
    }
    if (hitsByLine.size === 0) return NOTHING_COUNTED;
    for (const [line, hits] of hitsByLine) lines.add(line, hits);
    return { ...NOTHING_COUNTED, ...lines.finish(), statements: statements.finish() };
  }
}
