import type { ScannedFile } from "../import-ref.ts";
import { hasCode } from "./has-code.ts";
import { scriptImports } from "./imports.ts";
import { scriptTokens } from "./tokens.ts";

const JSX = /\.[jt]sx$|\.m?js$/;
const DECLARATIONS = /\.d\.[cm]?ts$/;

/**
 * Imports of a TypeScript or JavaScript file, and whether there is anything in it to run.
 *
 * @param path tells whether elements of JSX may stand in it
 * @example
 * scanScript('import { a } from "./a.ts";', "b.ts").imports; // [{ specifier: "./a.ts", line: 1, isTypeOnly: false }]
 */
export function scanScript(text: string, path: string): ScannedFile {
  const tokens = scriptTokens(text, JSX.test(path));
  return { imports: scriptImports(tokens), hasCode: !DECLARATIONS.test(path) && hasCode(tokens) };
}
