import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { completeLcov } from "./complete-lcov.ts";
import { suiteFiles } from "./find-tests.ts";
import { nodeArguments } from "./node-arguments.ts";
import type { Counts } from "./read-watch.ts";
import { readWatch } from "./read-watch.ts";
import { runBounded } from "./run-bounded.ts";
import type { Suite } from "./table.ts";

const OPEN_SHOWN_MAX = 20;

export interface SuiteEnd extends Counts {
  readonly name: string;
  readonly files: number;
  /** Why the suite is not a pass; empty when it is. */
  readonly problems: readonly string[];
  readonly durationMs: number;
}

export interface SuiteOptions {
  readonly root: string;
  readonly coverage: boolean;
  readonly nowMs: () => number;
}

/**
 * Runs one suite and leaves `reports/junit/<suite>.xml` and, with coverage, `reports/coverage/<suite>.lcov`.
 * Reports appear whole or not at all, so that two runs in one folder do not read each other's halves.
 */
export async function runSuite(suite: Suite, options: SuiteOptions): Promise<SuiteEnd> {
  const startedMs = options.nowMs();
  const files = suiteFiles(options.root, suite);
  const none = { name: suite.name, files: files.length, passed: 0, failed: 0, skipped: 0 };
  if (files.length === 0) return { ...none, problems: [], durationMs: 0 };
  const reports = prepare(options.root, suite.name, options.coverage);
  const args = nodeArguments(suite, files, reports.written);
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const end = await runBounded(process.execPath, args, { cwd: options.root, timeoutMs: suite.timeoutMs, env });
  const watched = readWatch(reports.written.watch);
  const problems = end.timedOut ? hangProblems(suite, watched.open) : countProblems(watched.counts, end.exitCode);
  if (problems.length === 0) {
    const untested = files.filter((file) => !watched.testedFiles.has(join(options.root, file)));
    problems.push(...untested.map((file) => `${file} holds no test`));
  }
  problems.push(...publish(options.root, reports));
  const durationMs = options.nowMs() - startedMs;
  return { ...none, ...watched.counts, problems, durationMs };
}

function hangProblems(suite: Suite, open: readonly string[]): string[] {
  const named = open.length === 0 ? ["no test: something keeps the process alive"] : open.slice(0, OPEN_SHOWN_MAX);
  return [`ended after its ${suite.timeoutMs / 1000} s; still open:`, ...named.map((test) => `  ${test}`)];
}

function countProblems(counts: Counts | null, exitCode: number): string[] {
  if (counts === null) return [`ended with ${exitCode} before it had counted its tests`];
  if (counts.passed + counts.failed === 0) return ["ran no test"];
  if (counts.failed > 0) return [`${counts.failed} failed`];
  return exitCode === 0 ? [] : [`ended with ${exitCode} although no test failed`];
}

interface Reports {
  readonly written: { readonly junit: string; readonly watch: string; readonly lcov: string | null };
  readonly published: { readonly junit: string; readonly lcov: string };
}

function prepare(root: string, name: string, coverage: boolean): Reports {
  const unique = randomUUID();
  const folder = (of: string): string => {
    mkdirSync(join(root, "reports", of), { recursive: true });
    return join(root, "reports", of);
  };
  const junit = join(folder("junit"), `${name}.xml`);
  const lcov = join(folder("coverage"), `${name}.lcov`);
  const lcovWritten = coverage ? `${lcov}.${unique}` : null;
  const watch = join(folder("suites"), `${name}.${unique}.jsonl`);
  return { written: { junit: `${junit}.${unique}`, watch, lcov: lcovWritten }, published: { junit, lcov } };
}

/** Moves complete reports to their names and takes older ones away where there is no new one. */
function publish(root: string, { written, published }: Reports): string[] {
  rmSync(written.watch, { force: true });
  const problems = publishOne(root, written.junit, published.junit, (text) => text);
  if (written.lcov === null) return problems;
  return [...problems, ...publishOne(root, written.lcov, published.lcov, (text) => completeLcov(root, text))];
}

function publishOne(root: string, from: string, to: string, complete: (text: string) => string): string[] {
  try {
    const text = existsSync(from) ? readFileSync(from, "utf8") : "";
    if (text === "") throw new Error("it is empty or absent");
    writeFileSync(from, complete(text));
    renameSync(from, to);
    return [];
  } catch (error) {
    for (const file of [from, to]) rmSync(file, { force: true });
    return [`left no report ${to.slice(root.length + 1)}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
