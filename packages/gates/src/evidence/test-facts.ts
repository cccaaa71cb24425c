import type { CheckInput, JsonObject, TestResultsBody } from "@holdpoint/core";
import { byText } from "../text.ts";
import { testSuites } from "./test-cases.ts";

/** What the next release's tests are compared with. */
export interface TestFacts {
  readonly suites: readonly SuiteFacts[];
}

export interface SuiteFacts {
  readonly suite: string;
  readonly tests: number;
  readonly failed: number;
  readonly skipped: number;
  /** Sorted ids of the tests that passed. */
  readonly passed: readonly string[];
}

export function testFacts(input: CheckInput): JsonObject {
  const facts: TestFacts = {
    suites: testSuites(input)
      .map(suiteFacts)
      .sort((a, b) => byText(a.suite, b.suite)),
  };
  return facts as unknown as JsonObject;
}

function suiteFacts({ suite, cases }: TestResultsBody): SuiteFacts {
  const passed = new Set(cases.filter((test) => test.status === "passed").map((test) => test.id));
  for (const test of cases) if (test.status !== "passed") passed.delete(test.id);
  return {
    suite,
    tests: cases.length,
    failed: cases.filter((test) => test.status === "failed" || test.status === "errored").length,
    skipped: cases.filter((test) => test.status === "skipped").length,
    passed: [...passed].sort(byText),
  };
}

/** The facts of the last promotion; null when it left none, or none of this form. */
export function readTestFacts(input: CheckInput): TestFacts | null {
  const facts = input.baseline?.facts["tests"];
  const suites = isObject(facts) ? facts["suites"] : undefined;
  if (!Array.isArray(suites) || suites.length === 0 || !suites.every(isSuiteFacts)) return null;
  return { suites };
}

function isSuiteFacts(value: unknown): value is SuiteFacts {
  if (!isObject(value) || typeof value["suite"] !== "string") return false;
  const { passed } = value;
  return Array.isArray(passed) && passed.every((id) => typeof id === "string");
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
