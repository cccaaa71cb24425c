import type { Module } from "../source/tree.ts";
import { isTest, roomOf } from "../source/tree.ts";
import { TESTKIT } from "./table.ts";
import type { Violation } from "./violation.ts";

/** Lines a source file may have: DESIGN's models have a median of 40 to 80 and nine of ten below 300. */
export const LINES_MEDIAN_MAX = 80;
export const LINES_P90_MAX = 250;
export const LINES_MAX = 500;
export const COLUMNS_MAX = 120;

export interface Shape {
  readonly files: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

export function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/** Lengths of the source files, tests left out. */
export function shapeOf(modules: readonly Module[]): Shape {
  const lengths = modules.filter((module) => !isTest(module.path)).map((module) => linesOf(module.text));
  const sorted = lengths.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { files: sorted.length, median: at(0.5), p90: at(0.9), longest: sorted.at(-1) ?? 0 };
}

/** Texts of this length together cannot be broken by the formatter, so that their line may be longer. */
const TEXT_UNBROKEN_MIN = 60;
const TEXT_KINDS: ReadonlySet<string> = new Set(["string", "template", "regex"]);

/** Files and lines that are too long. */
export function lengthViolations({ path, text, tokens }: Module): Violation[] {
  const lines = linesOf(text);
  const textual = new Map<number, number>();
  for (const { kind, text: content, line } of tokens) {
    if (TEXT_KINDS.has(kind)) textual.set(line, (textual.get(line) ?? 0) + content.length);
  }
  const long = text.split("\n").flatMap((content, index) => {
    if (content.length <= COLUMNS_MAX || (textual.get(index + 1) ?? 0) >= TEXT_UNBROKEN_MIN) return [];
    return [{ rule: "columns", path, line: index + 1, text: `${content.length} columns; ${COLUMNS_MAX} are the most` }];
  });
  if (lines <= LINES_MAX) return long;
  return [...long, { rule: "lines", path, line: lines, text: `${lines} lines; ${LINES_MAX} are the most` }];
}

export interface TestShare {
  readonly source: number;
  readonly test: number;
}

/** What is planted to be caught tests a check as its test file does, though it ships for the selftest. */
const PLANTED = /\/plants\.ts$|\/scenes\/|\/selftest\/live\//;

/** Lines of tests against lines of source, by room. */
export function testShares(modules: readonly Module[]): Map<string, TestShare> {
  const shares = new Map<string, TestShare>();
  for (const { path, text } of modules) {
    const room = roomOf(path);
    if (room === null || room === TESTKIT) continue;
    const { source, test } = shares.get(room) ?? { source: 0, test: 0 };
    const lines = linesOf(text);
    shares.set(
      room,
      isTest(path) || PLANTED.test(path) ? { source, test: test + lines } : { source: source + lines, test },
    );
  }
  return shares;
}
