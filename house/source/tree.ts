import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Import } from "./imports.ts";
import { importsOf } from "./imports.ts";
import type { Token } from "./lex.ts";
import { lex } from "./lex.ts";

/** One TypeScript or JavaScript file of the repository. */
export interface Module {
  /** Relative to the root, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly imports: readonly Import[];
}

const PATTERNS: readonly string[] = ["{packages,scripts,house,bench,examples}/**/*.{ts,js}", "*.{ts,js}"];
const LEFT_OUT: readonly string[] = ["**/node_modules/**", "**/dist/**", "**/fixtures/**"];

/** All modules of a tree; throws when there is none, so that no rule passes on nothing. */
export function readTree(root: string): Module[] {
  const paths = globSync(PATTERNS, { cwd: root, exclude: LEFT_OUT }).map((path) => path.replaceAll("\\", "/"));
  if (paths.length === 0) throw new Error(`there is no module below ${root}`);
  return paths.toSorted().map((path) => moduleOf(path, readFileSync(join(root, path), "utf8")));
}

export function moduleOf(path: string, text: string): Module {
  try {
    const tokens = lex(text);
    return { path, text, tokens, imports: importsOf(tokens) };
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Room of a module, `core` for `packages/core/src/x.ts`; null outside packages. */
export function roomOf(path: string): string | null {
  return /^packages\/([^/]+)\//.exec(path)?.[1] ?? null;
}

/** Tests, and what only tests share: `testing.ts`, `testing-*.ts`, `*-contract.ts`, and folders named `fixture`. */
export function isTest(path: string): boolean {
  return path.endsWith(".test.ts") || isTestHelp(path);
}

export function isTestHelp(path: string): boolean {
  return /(?:^|\/)(?:testing(?:-[a-z-]+)?|[a-z-]+-contract)\.ts$|\/fixture\//.test(path);
}
