import type { LoadBody } from "@holdpoint/core";
import { csvRecords } from "../csv.ts";
import { draftBody } from "../draft.ts";
import { amountIn, countIn } from "../figures.ts";
import type { LoadFormatReader } from "../format.ts";
import { LoadSamples } from "../samples.ts";
import { isSuccess, statusKind } from "../status.ts";

const HEADER =
  /^\ufeff?response-time,DNS\+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset\r?\n/;

/** `hey -o csv`. */
export const heyCsv: LoadFormatReader = { format: "hey-csv", looksLike: (head) => HEADER.test(head), read: readHeyCsv };

/**
 * Reads hey's CSV. It leaves out every request without an answer, so how many failed is not in it, and the run is
 * invalid for that: with a target that is half down all would look well.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
function readHeyCsv(bytes: Uint8Array, file: string): LoadBody {
  const samples = new LoadSamples();
  for (const { field, line } of csvRecords(bytes, file, ["response-time", "status-code", "offset"])) {
    const place = { file, line, column: 1 };
    const durationMs = amountIn(field("response-time"), "response-time", place) * 1000;
    const endMs = amountIn(field("offset"), "offset", place) * 1000 + durationMs;
    const status = countIn(field("status-code"), "status-code", place);
    samples.add({ endMs, durationMs, failure: isSuccess(status) ? null : statusKind(status), endpoint: null });
  }
  const text = "hey leaves requests without an answer out of its CSV; import what it prints instead";
  return draftBody({
    tool: { name: "hey", version: null },
    trust: "closed-service-only",
    ...samples.finish(),
    reasons: [{ code: "failures-unsaid", text }],
  });
}
