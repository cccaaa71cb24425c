import type { TestStatus } from "@holdpoint/core";
import { TEST_MESSAGE_CHARS_MAX } from "../../reading/limits.ts";
import type { GoEvent } from "./event.ts";

/** How a test ended in one run of its package. */
export interface EndedTest {
  readonly name: string;
  readonly status: TestStatus;
  readonly durationMs: number | null;
  readonly message: string | null;
  readonly line: number;
}

interface RunningTest {
  output: string;
  /** Whether its last line of output said that it passed; see `end`. */
  saidPass: boolean;
  readonly line: number;
}

const WORST: readonly TestStatus[] = ["passed", "skipped", "failed", "errored"];

/** One run of a package's tests, from its first event to its last. */
export class PackageRun {
  readonly #package: string;
  readonly #running = new Map<string, RunningTest>();
  readonly #ended = new Map<string, EndedTest>();
  #output = "";

  constructor(name: string) {
    this.#package = name;
  }

  /** Takes an event of a test, or output of the package. */
  take(event: GoEvent, line: number): void {
    const { action, test, output, elapsedMs } = event;
    if (test === null) {
      if (this.#output.length < TEST_MESSAGE_CHARS_MAX) this.#output += output;
      return;
    }
    const running = this.#running.get(test) ?? { output: "", saidPass: false, line };
    if (action === "run") {
      this.#running.set(test, { output: "", saidPass: false, line });
    } else if (action === "output") {
      this.#running.set(test, running);
      if (running.output.length < TEST_MESSAGE_CHARS_MAX && !isFrame(output)) running.output += output;
      running.saidPass = passLine(output, test) || (running.saidPass && isBenchmark(test));
      running.saidPass ||= isBenchmark(test) && output.endsWith("/op\n");
    } else if (action === "pass" || action === "fail" || action === "skip" || action === "bench") {
      const status = action === "fail" ? "failed" : action === "skip" ? "skipped" : "passed";
      const message = status === "passed" ? null : running.output;
      this.#running.delete(test);
      this.#add({ name: test, status, durationMs: elapsedMs, message, line });
    }
  }

  /**
   * All its tests, when the package has ended. A test without an end ended with the process, so it errored, but for
   * two that have no event when they pass: a benchmark, which prints its result, and a test before Go 1.20 whose output
   * had no line break at its end, so that `--- PASS` stands behind it. A package that failed without a failed test
   * errored itself.
   */
  end(verdict: "pass" | "fail" | "skip", broken: string | null, line: number): readonly EndedTest[] {
    for (const [name, running] of this.#running) {
      const passed = running.saidPass || (verdict === "pass" && isBenchmark(name));
      const message = `the package ended while it ran\n${running.output}`;
      this.#add({
        name,
        status: passed ? "passed" : "errored",
        durationMs: null,
        message: passed ? null : message,
        line: running.line,
      });
    }
    const tests = [...this.#ended.values()];
    if (verdict === "fail" && !tests.some(({ status }) => status === "failed" || status === "errored")) {
      const message = broken ?? (this.#output.trim() || `${this.#package} failed`);
      tests.push({ name: PACKAGE_CASE, status: "errored", durationMs: null, message, line });
    }
    return tests;
  }

  /** `-count` runs a test several times in one run of its package; the worst of them counts. */
  #add(test: EndedTest): void {
    const known = this.#ended.get(test.name);
    if (known === undefined || WORST.indexOf(test.status) > WORST.indexOf(known.status)) {
      this.#ended.set(test.name, test);
    }
  }
}

/** Name of the case that stands for a package that broke outside of its tests. */
export const PACKAGE_CASE = "(package)";

function isBenchmark(name: string): boolean {
  return name.startsWith("Benchmark");
}

function passLine(output: string, test: string): boolean {
  const at = output.lastIndexOf(`--- PASS: ${test} (`);
  return at !== -1 && /^\([0-9.]+s\)\n$/.test(output.slice(at + `--- PASS: ${test} `.length));
}

/** `=== RUN`, `--- FAIL: …`: what the runner says, not the test. */
function isFrame(output: string): boolean {
  return /^\s*(?:=== (?:RUN|PAUSE|CONT|NAME)|--- (?:PASS|FAIL|SKIP|BENCH):)/.test(output);
}
