import type { Json, JsonObject, LoadBody } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { jsonLine } from "../../tests/json-lines.ts";
import { textLines } from "../../tests/text-lines.ts";
import type { LoadFormatReader } from "../format.ts";
import { instantMs } from "./instant.ts";
import { isMetricValue, isReadMetric, K6Points } from "./points.ts";

const FIRST = /^\ufeff?\{(?="(?:type|metric|data)").*"type"\s*:\s*"(?:Metric|Point)".*\}\r?$/m;

/** `k6 run --out json=…`. */
export const k6Json: LoadFormatReader = { format: "k6-json", looksLike: (head) => isStream(head), read: readK6Json };

function isStream(head: string): boolean {
  const end = head.indexOf("\n");
  return end !== -1 && FIRST.test(head.slice(0, end));
}

/**
 * Reads a stream of k6's points. It has no closing line, so what was cut off between two lines is found only where the
 * metrics of a request fell apart.
 *
 * @throws HoldpointError `HP-READ-*` with file and line
 */
function readK6Json(bytes: Uint8Array, file: string): LoadBody {
  const points = new K6Points();
  for (const line of textLines(bytes, file)) {
    const place = { file, line: line.number, column: 1 };
    const entry = jsonLine(line, file);
    if (!line.ended) throw new HoldpointError("HP-READ-TRUNCATED", "the last line has no line break", place);
    const { type, metric } = entry;
    if (typeof metric !== "string" || (type !== "Metric" && type !== "Point"))
      throw new HoldpointError("HP-READ-SYNTAX", "the line is neither a metric nor a point", place);
    if (type === "Metric" || !isReadMetric(metric)) continue;
    const data = objectOr(entry["data"]);
    const { time, value } = data;
    if (!isMetricValue(value) || typeof time !== "string")
      throw new HoldpointError("HP-READ-SYNTAX", "a point without a time and a value from 0 that can be held", place);
    const tags = objectOr(data["tags"]);
    const tag = (name: string): string => {
      const held = Object.hasOwn(tags, name) ? tags[name] : undefined;
      return typeof held === "string" ? held : "";
    };
    points.add({ metric, atMs: instantMs(time, place), value, tag });
  }
  return points.finish();
}

function objectOr(value: Json | undefined): JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
