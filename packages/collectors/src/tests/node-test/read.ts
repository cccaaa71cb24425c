import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX } from "../../reading/limits.ts";
import { CaseList } from "../case-list.ts";
import type { Difference } from "../differences.ts";
import { NO_TOTALS, totalsDifferences } from "../differences.ts";
import { jsonLine } from "../json-lines.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import type { TextLine } from "../text-lines.ts";
import { textLines } from "../text-lines.ts";
import type { NodeCounts, NodeEnd } from "./event.ts";
import { nodeEvent } from "./event.ts";

/**
 * Reads the events of Node's own runner as JSON lines, `{"type":"test:pass","data":{…}}`, in the order in which a
 * reporter gets them. Node ships no such reporter; this is one, and it keeps the messages of errors:
 *
 * ```js
 * // events.mjs, for node --test --test-reporter=./events.mjs --test-reporter-destination=results.jsonl
 * const plain = (_, value) =>
 *   value instanceof Error ? { ...value, message: value.message, cause: value.cause } : value;
 * export default async function* (events) {
 *   for await (const { type, data } of events) yield JSON.stringify({ type, data }, plain) + "\n";
 * }
 * ```
 *
 * A leaf is a case. What has tests below it is a suite, and a case only when it failed by itself. A test that is to be
 * done yet is skipped, however it ends. The plan at nesting 0, which comes last, is the sign of the end.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT`, `-SYNTAX`, `-TRUNCATED`, `-DEPTH`, `-TOO-LARGE`, `-ENCODING`…
 * @example
 * const events = '{"type":"test:plan","data":{"nesting":0,"count":0}}\n';
 * readNodeTest(Buffer.from(events), { file: "a.jsonl", root: "/w" }).cases.length; // 0
 */
export function readNodeTest(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  if (bytes.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const reader = new NodeTestReader(options);
  for (const line of textLines(bytes, file)) {
    if (line.text.trim() !== "") reader.line(line);
  }
  return reader.finish();
}

interface OpenTest {
  readonly name: string;
  children: number;
  /** Whether something below it failed, so that its own failure says nothing new. */
  failedBelow: boolean;
}

class NodeTestReader {
  readonly #options: TestReadOptions;
  readonly #list: CaseList;
  readonly #open: OpenTest[] = [];
  readonly #tally = { passed: 0, failed: 0, skipped: 0 };
  readonly #differences: Difference[] = [];
  #topLevel = 0;
  #suites = 0;
  #events = 0;
  #line = 1;
  #planned = false;
  #summary: { readonly counts: NodeCounts; readonly line: number } | null = null;

  constructor(options: TestReadOptions) {
    this.#options = options;
    this.#list = new CaseList(options);
  }

  line(line: TextLine): void {
    const { file } = this.#options;
    this.#line = line.number;
    if (this.#events === 0 && !/^\{\s*"(?:type|data)"/.test(line.text)) this.#notNode();
    const object = jsonLine(line, file);
    if (this.#events === 0 && (typeof object["type"] !== "string" || !object["type"].startsWith("test:"))) {
      this.#notNode();
    }
    this.#events += 1;
    const event = nodeEvent(object, file, line.number);
    if (event === null) return;
    if (event.type === "start") this.#start(event.nesting, event.name);
    else if (event.type === "end") this.#end(event);
    else if (event.ofFile) return;
    else if (event.type === "summary") this.#summary = { counts: event.counts, line: line.number };
    else if (event.nesting === 0) this.#plan(event.count);
  }

  finish(): ReadTests {
    const { file } = this.#options;
    if (this.#events === 0) this.#notNode();
    if (!this.#planned && this.#summary === null) {
      const detail = "the file ends before the plan of the whole run";
      throw new HoldpointError("HP-READ-TRUNCATED", detail, { file, line: this.#line, column: 1 });
    }
    const found = [...this.#differences, ...this.#summaryDifferences()];
    const { cases } = this.#list;
    return {
      report: { file, format: "node-test", dialect: "node:test", suites: this.#suites, cases: cases.length },
      cases,
      mismatches: found.map((one) => ({ report: file, ...one })),
    };
  }

  /** Starts come in the order of the report, so that the open ones are the way to the test. */
  #start(nesting: number, name: string): void {
    if (nesting > REPORT_DEPTH_MAX) {
      const place = { file: this.#options.file, line: this.#line, column: 1 };
      throw new HoldpointError("HP-READ-DEPTH", `nested deeper than ${REPORT_DEPTH_MAX} tests`, place);
    }
    this.#open.length = Math.min(this.#open.length, nesting);
    this.#open[nesting] = { name, children: 0, failedBelow: false };
  }

  #end(end: NodeEnd): void {
    const { nesting, name, excused, passed, message, durationMs, file } = end;
    if (nesting > REPORT_DEPTH_MAX) this.#start(nesting, name);
    if (this.#open[nesting]?.name !== name) this.#start(nesting, name);
    const own = this.#open[nesting];
    const parent = nesting === 0 ? undefined : this.#open[nesting - 1];
    if (nesting === 0) this.#topLevel += 1;
    const status = excused !== null ? "skipped" : passed ? "passed" : "failed";
    if (!end.isSuite) this.#tally[status] += 1;
    if (parent !== undefined) {
      parent.children += 1;
      parent.failedBelow ||= status === "failed" || own?.failedBelow === true;
    }
    const isParent = own !== undefined && own.children > 0;
    if (isParent) this.#suites += 1;
    const saysNothing = isParent ? status !== "failed" || own.failedBelow : end.isSuite && status === "passed";
    this.#open.length = nesting;
    if (saysNothing) return;
    const suites = Array.from(this.#open, (one) => one?.name ?? "");
    const said = excused !== null && excused !== "" ? excused : message;
    this.#list.add({
      file,
      className: null,
      suites,
      name,
      status,
      durationMs,
      message: status === "passed" ? null : said,
      line: this.#line,
    });
  }

  #plan(count: number): void {
    this.#planned = true;
    if (count === this.#topLevel) return;
    const counted = this.#topLevel;
    this.#differences.push({ line: this.#line, suite: "", what: "tests", declared: count, counted });
  }

  #summaryDifferences(): readonly Difference[] {
    if (this.#summary === null) return [];
    const { counts, line } = this.#summary;
    const { passed, failed, skipped } = this.#tally;
    const declared = {
      ...NO_TOTALS,
      tests: counts.tests,
      passed: counts.passed,
      failures: counts.failed + counts.cancelled,
      skipped: counts.skipped + counts.todo,
    };
    const tests = passed + failed + skipped;
    return totalsDifferences({ suite: "", line, declared }, [
      { tests, passed, failures: failed, errors: null, skipped },
    ]);
  }

  #notNode(): never {
    const place = { file: this.#options.file, line: 1, column: 1 };
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "these are no events of node:test", place);
  }
}
