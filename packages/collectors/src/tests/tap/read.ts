import type { ErrorCode } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { REPORT_DEPTH_MAX, TEST_CASES_MAX } from "../../reading/limits.ts";
import { CaseList } from "../case-list.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import { TEST_HEAD_SIZE_BYTES } from "../read-report.ts";
import { textLines } from "../text-lines.ts";
import { closePoint } from "./close-point.ts";
import { NO_DIAGNOSTICS, tapDiagnostics } from "./diagnostics.ts";
import { TapLevel } from "./level.ts";
import { looksLikeTap } from "./looks-like.ts";
import { tapPlan, testPoint } from "./point.ts";
import type { TapPlan, TestPoint } from "./point.ts";
import type { TapTally } from "./trailer.ts";
import { TapTrailer } from "./trailer.ts";

/**
 * Reads the Test Anything Protocol, versions 12 to 14: subtests of any depth (buffered ones too), its two
 * directives, YAML diagnostics. A test that is to be done yet is skipped, however it ends. `Bail out!` becomes a case
 * `(run)` that errored. The plan is the sign of the end: without one the report was cut off, and with another number
 * than there are points a mismatch is told. Lines that are no TAP are passed over, as the protocol wants.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT`, `-TRUNCATED`, `-DEPTH`, `-TOO-LARGE`, `-ENCODING`, `-EMPTY`
 * @example
 * const text = "TAP version 14\n1..1\nok 1 - works\n";
 * readTap(Buffer.from(text), { file: "a.tap", root: "/w" }).cases[0]?.id; // "works"
 */
export function readTap(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  if (bytes.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const reader = new TapReader(options);
  const isTap = looksLikeTap(bytes.subarray(0, TEST_HEAD_SIZE_BYTES));
  for (const { text, number } of textLines(bytes, file)) {
    if (!isTap) throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "this is no TAP", { file, line: 1, column: 1 });
    reader.line(text, number);
  }
  return reader.finish();
}

interface OpenBlock {
  readonly indent: number;
  readonly line: number;
  readonly lines: string[];
}

const BLOCK_LINES_MAX = 2_000;

class TapReader {
  readonly #options: TestReadOptions;
  readonly #levels: TapLevel[] = [new TapLevel(1)];
  readonly #trailer = new TapTrailer();
  readonly #tally: TapTally = { passed: 0, failed: 0, skipped: 0 };
  #block: OpenBlock | null = null;
  #bail: { readonly reason: string; readonly line: number } | null = null;
  #suites = 0;
  #points = 0;
  #line = 0;
  #isNode = false;
  #isTimed = false;

  constructor(options: TestReadOptions) {
    this.#options = options;
  }

  line(text: string, number: number): void {
    this.#line = number;
    if (this.#bail !== null) return;
    const bare = text.trimStart();
    const indent = text.length - bare.length;
    if (this.#block !== null) {
      this.#inBlock(this.#block, text, bare, indent);
      return;
    }
    if (bare === "") return;
    const bail = /^Bail out!\s*(.*)$/i.exec(bare);
    if (bail !== null) {
      this.#bail = { reason: bail[1] ?? "", line: number };
      return;
    }
    if (bare.startsWith("#")) {
      this.#comment(bare, indent);
      return;
    }
    if (bare === "---" && this.#beginsBlock(indent)) {
      this.#block = { indent, line: number, lines: [] };
      return;
    }
    if (indent % 4 === 0) this.#statement(bare, indent / 4);
  }

  finish(): ReadTests {
    const [root] = this.#levels;
    if (this.#block !== null) this.#cut(`the file ends inside the diagnostics of line ${this.#block.line}`);
    if (root === undefined) this.#cut("the file ends before its first test");
    if (this.#bail === null) this.#end(root);
    else this.#abandon(root);
    const list = new CaseList(this.#options);
    for (const one of root.cases) list.add({ ...one, file: null, className: null });
    const { file } = this.#options;
    const dialect = this.#isNode ? "node:test" : this.#isTimed ? "tap" : "unknown";
    root.compare("");
    const found = this.#bail === null ? [...root.differences, ...this.#trailer.differences(this.#tally)] : [];
    return {
      report: { file, format: "tap", dialect, suites: this.#suites, cases: list.cases.length },
      cases: list.cases,
      mismatches: found.map((one) => ({ report: file, ...one })).sort((a, b) => a.line - b.line),
    };
  }

  #end(root: TapLevel): void {
    while (this.#levels.length > 1) this.#leave();
    this.#flush(root);
    if (root.waiting !== null) this.#cut("the file ends before the point of a subtest");
    if (root.plan === null) this.#cut("the file ends without a plan, which says how many tests there are");
    if (root.plan.skipped !== null && root.points === 0) {
      const { skipped } = root.plan;
      const all = { suites: [], name: "(all)", writtenIn: null, status: "skipped", durationMs: null } as const;
      root.cases.push({ ...all, message: skipped, line: root.planLine });
    }
  }

  /** After `Bail out!` whatever is open counts for what was said so far, and the run itself has errored. */
  #abandon(root: TapLevel): void {
    for (const level of this.#levels) {
      this.#flush(level);
      for (const inner of [level.waiting, level === root ? null : level]) {
        for (const one of inner?.cases ?? []) root.cases.push(one);
      }
    }
    const { reason, line } = this.#bail ?? { reason: "", line: this.#line };
    const run = { suites: [], name: "(run)", writtenIn: null, status: "errored", durationMs: null } as const;
    root.cases.push({ ...run, message: `Bail out! ${reason}`.trim(), line });
  }

  #statement(bare: string, depth: number): void {
    if (bare === "{" || bare === "}") {
      this.#brace(bare, depth);
      return;
    }
    const plan = tapPlan(bare);
    const point = plan === null ? testPoint(bare) : null;
    if (plan === null && point === null) return;
    const level = this.#levelAt(depth);
    if (level === null) return;
    if (plan !== null) this.#plan(level, plan);
    else if (point !== null) this.#point(level, point);
  }

  /** The level at a depth, opened or gone back to; null for what is indented too far to be a subtest. */
  #levelAt(depth: number): TapLevel | null {
    while (this.#levels.length - 1 > depth) this.#leave();
    if (this.#levels.length - 1 === depth) return this.#levels[depth] ?? null;
    if (this.#levels.length !== depth) return null;
    if (depth > REPORT_DEPTH_MAX) this.#fail("HP-READ-DEPTH", `nested deeper than ${REPORT_DEPTH_MAX} subtests`);
    const parent = this.#levels.at(-1);
    if ((parent?.waiting ?? null) !== null)
      this.#fail("HP-READ-SYNTAX", "a second subtest before the point of the first");
    const level = new TapLevel(this.#line);
    this.#levels.push(level);
    return level;
  }

  #leave(): void {
    const level = this.#levels.pop();
    const parent = this.#levels.at(-1);
    if (level === undefined || parent === undefined) return;
    this.#flush(level);
    if (level.waiting !== null) this.#cut("a subtest ends before the point of another one in it");
    if (level.plan === null) this.#cut(`the subtest of line ${level.beginLine} ends without a plan`);
    this.#suites += 1;
    if (parent.last?.opens === true && parent.last.child === null) parent.last.child = level;
    else parent.waiting = level;
  }

  #brace(bare: string, depth: number): void {
    const parent = this.#levels[depth];
    const last = parent?.last ?? null;
    if (last === null || this.#levels.length - 1 < depth) return;
    if (bare === "{") last.opens = true;
    else while (this.#levels.length - 1 > depth) this.#leave();
  }

  #plan(level: TapLevel, plan: TapPlan): void {
    this.#flush(level);
    if (level.plan !== null) this.#fail("HP-READ-SYNTAX", "a second plan");
    level.plan = plan;
    level.planLine = this.#line;
  }

  #point(level: TapLevel, point: TestPoint): void {
    this.#flush(level);
    this.#trailer.clear();
    this.#points += 1;
    if (this.#points > TEST_CASES_MAX) this.#fail("HP-READ-TOO-LARGE", `more than ${TEST_CASES_MAX} tests`);
    level.points += 1;
    this.#isTimed ||= point.durationMs !== null;
    const { announced, waiting } = level;
    level.last = { ...point, line: this.#line, announced, diagnostics: NO_DIAGNOSTICS, child: waiting };
    level.waiting = null;
    level.announced = null;
  }

  #flush(level: TapLevel): void {
    if (level.last === null) return;
    const { isSuite, status } = closePoint(level, level.last);
    if (!isSuite) this.#tally[status === "errored" ? "failed" : status] += 1;
    level.last = null;
  }

  #comment(bare: string, indent: number): void {
    const subtest = /^# Subtest: (.*)$/.exec(bare);
    // Perl indents this comment as it does the subtest, others as they do its point.
    const depth = Math.min(Math.floor(indent / 4), this.#levels.length - 1);
    const level = this.#levels[depth];
    if (subtest !== null && level !== undefined) level.announced = (subtest[1] ?? "").trim() || null;
    if (indent === 0) this.#trailer.comment(bare.slice(1), this.#line);
  }

  /** A block belongs to the last point, if it is indented deeper than that. */
  #beginsBlock(indent: number): boolean {
    const depth = this.#levels.length - 1;
    return (this.#levels[depth]?.last ?? null) !== null && indent > depth * 4;
  }

  #inBlock(block: OpenBlock, text: string, bare: string, indent: number): void {
    if (bare !== "..." || indent !== block.indent) {
      if (block.lines.length < BLOCK_LINES_MAX) block.lines.push(text.slice(Math.min(indent, block.indent)));
      return;
    }
    const { last } = this.#levels.at(-1) ?? { last: null };
    if (last !== null) last.diagnostics = tapDiagnostics(block.lines);
    this.#isNode ||= last?.diagnostics.type === "test" || last?.diagnostics.type === "suite";
    this.#block = null;
  }

  #cut(detail: string): never {
    return this.#fail("HP-READ-TRUNCATED", detail);
  }

  #fail(code: ErrorCode, detail: string): never {
    throw new HoldpointError(code, detail, { file: this.#options.file, line: Math.max(1, this.#line), column: 1 });
  }
}
