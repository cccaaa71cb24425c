import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";

/** An event that begins or ends a test, or tells how many there were. */
export type NodeEvent =
  | { readonly type: "start"; readonly nesting: number; readonly name: string }
  | NodeEnd
  | { readonly type: "plan"; readonly nesting: number; readonly count: number; readonly ofFile: boolean }
  | { readonly type: "summary"; readonly counts: NodeCounts; readonly ofFile: boolean };

export interface NodeEnd {
  readonly type: "end";
  readonly passed: boolean;
  readonly nesting: number;
  readonly name: string;
  readonly file: string | null;
  readonly isSuite: boolean;
  /** Skipped, or to be done yet: why, or an empty text. */
  readonly excused: string | null;
  readonly durationMs: number | null;
  readonly message: string | null;
}

export interface NodeCounts {
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  readonly cancelled: number;
  readonly skipped: number;
  readonly todo: number;
}

/** One line that a reporter wrote; null for an event that says nothing about a verdict. */
export function nodeEvent(line: JsonObject, file: string, number: number): NodeEvent | null {
  const at = new Members(file, number);
  const type = at.text(line, "type");
  if (!type.startsWith("test:")) at.fail(`"${clip(type, 40)}" is no event of node:test`);
  const data = at.object(line, "data");
  switch (type) {
    case "test:start":
      return { type: "start", nesting: at.count(data, "nesting"), name: at.text(data, "name") };
    case "test:pass":
    case "test:fail":
      return endOf(data, at, type === "test:pass");
    case "test:plan":
      return {
        type: "plan",
        nesting: at.count(data, "nesting"),
        count: at.count(data, "count"),
        ofFile: data["file"] !== undefined,
      };
    case "test:summary":
      return { type: "summary", counts: countsOf(at.object(data, "counts"), at), ofFile: data["file"] !== undefined };
    default:
      return null;
  }
}

function endOf(data: JsonObject, at: Members, passed: boolean): NodeEnd {
  const details = at.object(data, "details");
  const excuse = data["skip"] ?? data["todo"];
  const isExcused = excuse !== undefined && excuse !== null && excuse !== false;
  const duration = details["duration_ms"];
  const { file } = data;
  return {
    type: "end",
    passed,
    nesting: at.count(data, "nesting"),
    name: at.text(data, "name"),
    file: typeof file === "string" ? file : null,
    isSuite: details["type"] === "suite",
    excused: isExcused ? (typeof excuse === "string" ? excuse : "") : null,
    durationMs: typeof duration === "number" ? duration : null,
    message: messageOf(details["error"]),
  };
}

/** The cause's message, as far as the reporter wrote errors out; JSON alone leaves messages of errors away. */
function messageOf(error: unknown): string | null {
  const { cause, message, failureType } = asObject(error);
  const inner = asObject(cause)["message"];
  for (const text of [inner, cause, message, failureType]) {
    if (typeof text === "string" && text.trim() !== "") return text;
  }
  return null;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function countsOf(counts: JsonObject, at: Members): NodeCounts {
  return {
    tests: at.count(counts, "tests"),
    passed: at.count(counts, "passed"),
    failed: at.count(counts, "failed"),
    cancelled: at.count(counts, "cancelled"),
    skipped: at.count(counts, "skipped"),
    todo: at.count(counts, "todo"),
  };
}

class Members {
  readonly #file: string;
  readonly #line: number;

  constructor(file: string, line: number) {
    this.#file = file;
    this.#line = line;
  }

  fail(detail: string): never {
    throw new HoldpointError("HP-READ-SYNTAX", detail, { file: this.#file, line: this.#line, column: 1 });
  }

  text(object: JsonObject, key: string): string {
    const value = object[key];
    return typeof value === "string" ? value : this.fail(`${key} must be a string`);
  }

  count(object: JsonObject, key: string): number {
    const value = object[key];
    const isCount = typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
    return isCount ? value : this.fail(`${key} must be a count, an integer from 0`);
  }

  object(object: JsonObject, key: string): JsonObject {
    const value = object[key];
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as JsonObject) : this.fail(`${key} must be an object`);
  }
}
