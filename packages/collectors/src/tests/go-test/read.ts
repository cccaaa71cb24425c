import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { TEST_CASES_MAX, TEST_MESSAGE_CHARS_MAX } from "../../reading/limits.ts";
import { CaseList } from "../case-list.ts";
import { jsonLine } from "../json-lines.ts";
import type { ReadTests, TestReadOptions } from "../read-report.ts";
import type { TextLine } from "../text-lines.ts";
import { textLines } from "../text-lines.ts";
import type { GoEvent } from "./event.ts";
import { goEvent } from "./event.ts";
import { beginsEvent } from "./looks-like.ts";
import { brokenPackage, isNoise } from "./noise.ts";
import type { EndedTest } from "./package-run.ts";
import { PACKAGE_CASE, PackageRun } from "./package-run.ts";

/**
 * Reads the events of `go test -json`, one object a line. A test of a parent test is a case like its parent, as Go
 * counts them. A package that ran again (as `gotestsum --rerun-fails` lets it) has retried its tests: the last verdict
 * counts, and a pass after a failure is flaky. A package that was not built is a case `(package)` that errored. A
 * package without an end means that the report was cut off.
 *
 * @throws HoldpointError `HP-READ-NOT-THE-FORMAT`, `-SYNTAX` (an unknown action as well), `-TRUNCATED`, `-TOO-LARGE`…
 * @example
 * const events = '{"Action":"pass","Package":"p","Test":"TestA"}\n{"Action":"pass","Package":"p"}\n';
 * readGoTest(Buffer.from(events), { file: "a.json", root: "/w" }).cases[0]?.id; // "p › TestA"
 */
export function readGoTest(bytes: Uint8Array, options: TestReadOptions): ReadTests {
  const { file } = options;
  if (bytes.length === 0) throw new HoldpointError("HP-READ-EMPTY", "the file has 0 bytes", { file });
  const reader = new GoTestReader(options);
  for (const line of textLines(bytes, file)) reader.line(line);
  return reader.finish();
}

interface KeptTest extends EndedTest {
  readonly flaky: boolean;
}

class GoTestReader {
  readonly #options: TestReadOptions;
  readonly #open = new Map<string, PackageRun>();
  /** Tests by package, then by name, in the order in which they came. */
  readonly #packages = new Map<string, Map<string, KeptTest>>();
  readonly #builds = new Map<string, string>();
  readonly #brokenBuilds = new Map<string, number>();
  #events = 0;
  #tests = 0;
  #line = 1;

  constructor(options: TestReadOptions) {
    this.#options = options;
  }

  line(line: TextLine): void {
    const { file } = this.#options;
    this.#line = line.number;
    if (!line.text.startsWith("{")) {
      this.#plain(line);
      return;
    }
    if (this.#events === 0 && !beginsEvent(line.text)) this.#notGo();
    const object = jsonLine(line, file);
    if (this.#events === 0 && object["Action"] === undefined) this.#notGo();
    this.#events += 1;
    this.#take(goEvent(object, file, line.number));
  }

  finish(): ReadTests {
    const { file } = this.#options;
    if (this.#events === 0 && this.#packages.size === 0) this.#notGo();
    for (const name of this.#open.keys()) {
      const detail = `the file ends before the end of the package ${clip(name, 200)}`;
      throw new HoldpointError("HP-READ-TRUNCATED", detail, { file, line: this.#line, column: 1 });
    }
    for (const [build, line] of this.#brokenBuilds) this.#broken(build.replace(/ \[.*\]$/, ""), build, line);
    const list = new CaseList(this.#options);
    for (const [name, tests] of this.#packages) {
      for (const test of tests.values()) list.add({ ...test, file: null, className: name, suites: [] });
    }
    const suites = this.#packages.size;
    return {
      report: { file, format: "go-test", dialect: "go", suites, cases: list.cases.length },
      cases: list.cases,
      mismatches: [],
    };
  }

  #plain({ text, number }: TextLine): void {
    const broken = brokenPackage(text);
    if (broken !== null) this.#broken(broken, null, number);
    else if (!isNoise(text)) {
      if (this.#events === 0) this.#notGo();
      const detail = "neither an event nor a message of the go command";
      throw new HoldpointError("HP-READ-SYNTAX", detail, { file: this.#options.file, line: number, column: 1 });
    }
  }

  #take(event: GoEvent): void {
    const { action, package: name, test } = event;
    if (action === "build-output") {
      const known = this.#builds.get(name) ?? "";
      if (known.length < TEST_MESSAGE_CHARS_MAX) this.#builds.set(name, known + event.output);
      return;
    }
    if (action === "build-fail") {
      this.#brokenBuilds.set(name, this.#line);
      return;
    }
    const run = this.#open.get(name) ?? new PackageRun(name);
    this.#open.set(name, run);
    run.take(event, this.#line);
    if (test === null && (action === "pass" || action === "fail" || action === "skip")) this.#end(event, run, action);
  }

  #end({ package: name, failedBuild }: GoEvent, run: PackageRun, verdict: "pass" | "fail" | "skip"): void {
    this.#open.delete(name);
    if (failedBuild !== null) this.#brokenBuilds.delete(failedBuild);
    const broken = failedBuild === null ? null : (this.#builds.get(failedBuild) ?? "the build failed");
    const ended = run.end(verdict, broken, this.#line);
    // A package without test files ends as skipped and is no suite.
    if (verdict === "skip" && ended.length === 0) return;
    const kept = this.#packages.get(name) ?? new Map<string, KeptTest>();
    this.#packages.set(name, kept);
    if (verdict === "pass") kept.delete(PACKAGE_CASE);
    for (const test of ended) this.#keep(kept, test);
  }

  #keep(kept: Map<string, KeptTest>, test: EndedTest): void {
    const before = kept.get(test.name);
    const failedBefore =
      before !== undefined && (before.flaky || before.status === "failed" || before.status === "errored");
    if (before === undefined) this.#tests += 1;
    if (this.#tests > TEST_CASES_MAX) {
      const place = { file: this.#options.file, line: this.#line };
      throw new HoldpointError("HP-READ-TOO-LARGE", `more than ${TEST_CASES_MAX} tests`, place);
    }
    const message = test.message ?? (failedBefore ? before.message : null);
    kept.set(test.name, { ...test, message, flaky: failedBefore && test.status === "passed" });
  }

  #broken(name: string, build: string | null, line: number): void {
    const kept = this.#packages.get(name) ?? new Map<string, KeptTest>();
    this.#packages.set(name, kept);
    const message = (build === null ? null : this.#builds.get(build)) ?? "the build failed";
    kept.set(PACKAGE_CASE, { name: PACKAGE_CASE, status: "errored", durationMs: null, message, line, flaky: false });
  }

  #notGo(): never {
    const place = { file: this.#options.file, line: 1, column: 1 };
    throw new HoldpointError("HP-READ-NOT-THE-FORMAT", "this is no output of go test -json", place);
  }
}
