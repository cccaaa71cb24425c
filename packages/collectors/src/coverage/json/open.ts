import type { CoverageReader, CoverageReadOptions, ReadCoverage } from "../read-report.ts";
import { JsonCursor } from "./cursor.ts";
import type { JsonNode, JsonSpot } from "./node.ts";
import { JsonStream } from "./stream.ts";

/** How one format reads one of its documents. */
export interface JsonReading {
  /** What the document is. */
  readonly root: (spot: JsonSpot) => JsonNode;
  /** After all of it was read. */
  readonly finish: () => ReadCoverage;
}

/**
 * Opens a reader of JSON reports that keeps no more of a report than the entry at which it stands.
 *
 * Its errors are those of `JsonStream`, all with file, line and column (in bytes), and what the format throws.
 *
 * @param begin given the cursor that stands at one value after the other
 */
export function openJsonReport(
  { file }: Pick<CoverageReadOptions, "file">,
  begin: (cursor: JsonCursor) => JsonReading,
): CoverageReader {
  const cursor = new JsonCursor(Buffer.alloc(0), file);
  const { root, finish } = begin(cursor);
  const stream = new JsonStream(cursor, root);
  return {
    push: (chunk) => stream.push(chunk),
    finish() {
      stream.finish();
      return finish();
    },
  };
}
