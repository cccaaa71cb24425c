import type { SuiteDraft } from "../detected.ts";
import { COVERAGE_FOLDER, JUNIT_FOLDER, suiteDraft } from "../detected.ts";
import { asObject } from "../repository.ts";
import type { NodeProject, NodeSuite } from "./node.ts";

const NPX = ["npx", "--no-install"];
const LCOV = `${COVERAGE_FOLDER}/lcov.info`;

function written(runner: string, suite: SuiteDraft, hasCoverage: boolean, notes: readonly string[] = []): NodeSuite {
  return { runner, suite: hasCoverage ? { ...suite, writes: [LCOV] } : suite, hasCoverage, notes };
}

export function vitest({ dependencies, script }: NodeProject): NodeSuite | null {
  if (!dependencies.has("vitest") && !/\bvitest\b/.test(script)) return null;
  const hasCoverage = ["@vitest/coverage-v8", "@vitest/coverage-istanbul"].some((name) => dependencies.has(name));
  const coverage = hasCoverage
    ? ["--coverage.enabled", "--coverage.reporter=lcovonly", `--coverage.reportsDirectory=${COVERAGE_FOLDER}`]
    : [];
  const report = `${JUNIT_FOLDER}/vitest.xml`;
  const run = [
    ...NPX,
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=junit",
    `--outputFile.junit=${report}`,
    ...coverage,
  ];
  const notes = hasCoverage ? [] : ["vitest measures coverage with @vitest/coverage-v8 among the dependencies."];
  return written("vitest", suiteDraft("vitest", run, report), hasCoverage, notes);
}

export function jest({ dependencies, script, manifest }: NodeProject): NodeSuite | null {
  if (!dependencies.has("jest") && !/\bjest\b/.test(script)) return null;
  if (!dependencies.has("jest-junit")) {
    const notes = ["jest writes JUnit XML with jest-junit among the dependencies; add it and run init again."];
    return { runner: "jest", suite: null, hasCoverage: false, notes };
  }
  const options = asObject(manifest["jest-junit"]);
  const folder =
    typeof options["outputDirectory"] === "string" ? `${options["outputDirectory"].replace(/^\.\//, "")}/` : "";
  const report = `${folder}${typeof options["outputName"] === "string" ? options["outputName"] : "junit.xml"}`;
  const run = [
    ...NPX,
    "jest",
    "--ci",
    "--reporters=default",
    "--reporters=jest-junit",
    "--coverage",
    "--coverageReporters=lcovonly",
    `--coverageDirectory=${COVERAGE_FOLDER}`,
  ];
  return written("jest", suiteDraft("jest", run, report), true);
}

const OWN_FLAGS = /^--(test-reporter|test-reporter-destination|experimental-test-coverage|watch)\b/;

export function nodeTest({ script }: NodeProject): NodeSuite | null {
  const words = script
    .split(/&&|\|\||;/)
    .map((part) => part.trim())
    .find((part) => /^node\b.*\s--test\b/.test(part));
  if (words === undefined) return null;
  const args = words
    .split(/\s+/)
    .slice(1)
    .map((word) => word.replace(/^(['"])(.*)\1$/, "$2"));
  const report = `${JUNIT_FOLDER}/node.xml`;
  const run = [
    "node",
    "--test",
    "--experimental-test-coverage",
    "--test-reporter=spec",
    "--test-reporter-destination=stdout",
    "--test-reporter=junit",
    `--test-reporter-destination=${report}`,
    "--test-reporter=lcov",
    `--test-reporter-destination=${LCOV}`,
    ...args.filter((arg) => arg !== "--test" && !OWN_FLAGS.test(arg)),
  ];
  return written("node --test", suiteDraft("node", run, report), true);
}

export function mocha({ dependencies, script }: NodeProject): NodeSuite | null {
  if (!dependencies.has("mocha") && !/\bmocha\b/.test(script)) return null;
  const report = `${JUNIT_FOLDER}/mocha.xml`;
  const tool = ["c8", "nyc"].find((name) => dependencies.has(name));
  const cover = tool === undefined ? [] : [tool, "--reporter=lcovonly", `--report-dir=${COVERAGE_FOLDER}`];
  const run = [...NPX, ...cover, "mocha", "--reporter", "xunit", "--reporter-option", `output=${report}`];
  const extra =
    /\bmocha\b([^&|;]*)/
      .exec(script)?.[1]
      ?.trim()
      .split(/\s+/)
      .filter((word) => word !== "") ?? [];
  const args = withoutReporter(extra.map((word) => word.replace(/^(['"])(.*)\1$/, "$2")));
  const notes = tool === undefined ? ["mocha measures coverage with c8 among the dependencies."] : [];
  return written("mocha", suiteDraft("mocha", [...run, ...args], report), tool !== undefined, notes);
}

function withoutReporter(args: readonly string[]): string[] {
  return args.filter(
    (arg, index) => !/^(-R|--reporter)/.test(arg) && !/^(-R|--reporter(-options?)?|-O)$/.test(args[index - 1] ?? ""),
  );
}
