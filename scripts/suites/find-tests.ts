import { globSync } from "node:fs";
import type { Suite } from "./table.ts";

const TEST_FILE = /(?:^|\/)[^/.]+(?:\.([a-z]+))?\.test\.ts$/;

/** Test files below the folders, relative to the root, sorted; fixtures and what is built or installed left out. */
export function testFiles(root: string, folders: readonly string[]): string[] {
  const pattern = folders.map((folder) => `${folder}/**/*.test.ts`);
  const found = globSync(pattern, { cwd: root, exclude: ["**/node_modules/**", "**/dist/**", "**/fixtures/**"] });
  return found.map((file) => file.replaceAll("\\", "/")).toSorted();
}

/** The files of one suite. Throws where an expected suite has none: no tests is not a pass. */
export function suiteFiles(root: string, suite: Suite): string[] {
  const own = testFiles(root, suite.folders).filter((file) => infixOf(file) === suite.infix);
  if (own.length === 0 && suite.expected) {
    throw new Error(`suite '${suite.name}' matches no file below ${suite.folders.join(", ")}`);
  }
  return own;
}

/** Test files that no suite would run, so that a misnamed one cannot be forgotten. */
export function orphanTests(root: string, suites: readonly Suite[]): string[] {
  const folders = [...new Set(suites.flatMap((suite) => suite.folders))];
  const run = new Set(suites.flatMap((suite) => suiteFiles(root, { ...suite, expected: false })));
  return testFiles(root, folders).filter((file) => !run.has(file));
}

function infixOf(file: string): string | null {
  const match = TEST_FILE.exec(file);
  return match === null ? null : (match[1] ?? "");
}
