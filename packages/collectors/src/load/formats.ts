import type { Objective } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { ab } from "./ab/format.ts";
import { artillery } from "./artillery/format.ts";
import { autocannon } from "./autocannon/format.ts";
import type { LoadFormat, LoadFormatReader, ReadLoad } from "./format.ts";
import { LOAD_HEAD_SIZE_BYTES } from "./format.ts";
import { gatlingLog } from "./gatling/log-format.ts";
import { gatlingStats } from "./gatling/stats-format.ts";
import { heyCsv } from "./hey-csv/format.ts";
import { hey } from "./hey/format.ts";
import { hlog } from "./hlog/format.ts";
import type { Inflate } from "./hlog/read.ts";
import { holdpoint } from "./holdpoint/artifact-format.ts";
import { holdpointJson } from "./holdpoint/json-format.ts";
import { k6Csv } from "./k6/csv-format.ts";
import { k6Json } from "./k6/json-format.ts";
import { k6Summary } from "./k6/summary-format.ts";
import { locustHistory } from "./locust/history-format.ts";
import { locustStats } from "./locust/stats-format.ts";
import { vegeta } from "./vegeta/format.ts";
import { wrk } from "./wrk/format.ts";

/** The readers of all formats. */
export function loadReaders(inflate: Inflate): Readonly<Record<LoadFormat, LoadFormatReader>> {
  return {
    holdpoint,
    "holdpoint-json": holdpointJson,
    "k6-summary": k6Summary,
    "k6-json": k6Json,
    "k6-csv": k6Csv,
    artillery,
    "gatling-stats": gatlingStats,
    "gatling-log": gatlingLog,
    autocannon,
    wrk,
    hey,
    "hey-csv": heyCsv,
    ab,
    "locust-stats": locustStats,
    "locust-history": locustHistory,
    vegeta,
    hlog: hlog(inflate),
  };
}

/**
 * Reads results of a load tool; what they are is told by how they begin, never by the file's name.
 *
 * @param inflate zlib, bounded, for histogram logs
 * @param objectives judged of a run of ours while its seconds are read; of any other `judgedLoad` judges them
 * @throws HoldpointError `HP-READ-*` with file and position; `HP-READ-NOT-THE-FORMAT` for what no reader knows
 * @example
 * readLoadResults(bytes, "wrk.txt", inflate).body.trust; // "closed-service-only"
 */
export function readLoadResults(
  bytes: Uint8Array,
  file: string,
  inflate: Inflate,
  objectives: readonly Objective[] = [],
): ReadLoad {
  if (bytes.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOAD_HEAD_SIZE_BYTES)).toString();
  const [only, ...others] = Object.values(loadReaders(inflate)).filter((reader) => reader.looksLike(head));
  if (only !== undefined && others.length === 0) return readAs(only, bytes, file, objectives);
  const detail =
    only === undefined
      ? "these are no load results of a known format"
      : `this could be ${[only, ...others].map(({ format }) => format).join(" or ")}`;
  throw new HoldpointError("HP-READ-NOT-THE-FORMAT", detail, { file, line: 1, column: 1 });
}

function readAs(reader: LoadFormatReader, bytes: Uint8Array, file: string, objectives: readonly Objective[]): ReadLoad {
  const { format, readStored } = reader;
  if (readStored === undefined) return { format, body: reader.read(bytes, file), stored: null };
  const { body, ...stored } = readStored(bytes, file, objectives);
  return { format, body, stored };
}
