import type { Check, CheckInput, Finding, SuiteRunBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { suiteRuns } from "../../../evidence/suite-runs.ts";
import { didFail, testSuites } from "../../../evidence/test-cases.ts";
import { choiceParam, countsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

interface Terms {
  readonly failureExits: readonly number[];
  readonly imported: "warn" | "allow";
  /** Failed and errored tests by suite; a suite without test results is not in it. */
  readonly failed: ReadonlyMap<string, number>;
}

function judge(input: CheckInput): Finding {
  const failed = new Map(testSuites(input).map(({ suite, cases }) => [suite, cases.filter(didFail).length]));
  const terms: Terms = {
    failureExits: countsParam(input.params, "failureExits"),
    imported: choiceParam(input.params, "imported", ["warn", "allow"]),
    failed,
  };
  const runs = suiteRuns(input);
  const reason = `${count(runs.length, "suite")} ended as the results say`;
  return conclude(
    runs.flatMap((run) => problemsOf(run, terms)),
    {
      reason,
      observed: runs.map((run) => `${run.suite} ${ended(run)}`).join(", "),
      threshold: "exit codes that agree",
    },
  );
}

function problemsOf(run: SuiteRunBody, terms: Terms): Problem[] {
  const { suite, argv, exitCode, signal, timedOut, timeoutMs } = run;
  const fail = (code: string, text: string, threshold: string, flip: string): Problem[] => [
    { outcome: "fail", code, text: `${suite}: ${text}${lastWords(run)}`, observed: ended(run), threshold, flip },
  ];
  if (argv.length === 0) return imported(run, terms);
  if (timedOut) {
    const text = `still ran after its limit of ${timeoutMs} ms and was ended`;
    return fail("timed-out", text, `at most ${timeoutMs} ms`, `would pass if it ended within ${timeoutMs} ms`);
  }
  if (signal !== null) {
    return fail("killed", `was ended by ${signal}`, "an exit code", "would pass if it ended by itself");
  }
  if (exitCode === null) {
    return fail("not-started", `${argv[0]} never started`, "an exit code", "would pass once the command starts");
  }
  if (exitCode !== 0 && !terms.failureExits.includes(exitCode)) {
    const wanted = ["0", ...terms.failureExits].join(" or ");
    const text = `exit ${exitCode} is neither success nor the runner's word for failed tests`;
    return fail("exit-unexpected", text, `exit ${wanted}`, `would pass at exit ${wanted}`);
  }
  const failed = terms.failed.get(suite) ?? 0;
  if ((exitCode !== 0) === failed > 0) return [];
  const text =
    exitCode === 0
      ? `exit 0, although ${count(failed, "test")} failed`
      : `exit ${exitCode}, although no test failed; something beside the tests broke, or they never ran`;
  const wanted = failed > 0 ? terms.failureExits.join(" or ") : "0";
  return fail("exit-disagrees", text, `exit ${wanted}`, `would pass at exit ${wanted}`);
}

const LAST_LINES = 3;
const LAST_WORDS_CHARS_MAX = 300;

/** The last lines that the command wrote, most likely to say what went wrong. */
function lastWords({ stderrTail, stdoutTail }: SuiteRunBody): string {
  const lines = [stdoutTail, stderrTail].flatMap((tail) => tail.split("\n")).filter((line) => line.trim() !== "");
  const last = lines.slice(-LAST_LINES).map((line) => line.trim());
  return last.length === 0 ? "" : `; it ended with: ${last.join(" · ").slice(0, LAST_WORDS_CHARS_MAX).toWellFormed()}`;
}

function imported({ suite }: SuiteRunBody, terms: Terms): Problem[] {
  if (terms.imported === "allow") return [];
  return [
    {
      outcome: "warn",
      code: "imported",
      text: `${suite}: its reports were imported, nobody saw its command end`,
      observed: "imported",
      threshold: "run by Holdpoint",
      flip: "would pass with `run` in the suite and fresh evidence",
    },
  ];
}

function ended({ argv, exitCode, signal, timedOut, durationMs }: SuiteRunBody): string {
  if (argv.length === 0) return "imported";
  if (timedOut) return `ended after ${durationMs} ms`;
  if (signal !== null) return signal;
  return exitCode === null ? "not started" : `exit ${exitCode}`;
}
