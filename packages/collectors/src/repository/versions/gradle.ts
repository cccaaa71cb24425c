import { codeLines } from "../code-lines.ts";

const VERSION = /^\s*(?:project\.|this\.)?version\s*(?:=\s*|\s)(["'])([^"'$]+)\1\s*;?\s*$/;

/** `version = "1.2.3"` outside of any block, in Groovy or Kotlin; a computed version is none. */
export function readGradle(text: string, file: string): string | null {
  const found = codeLines(text, file).findLast((line) => line.depth === 0 && VERSION.test(line.text));
  return VERSION.exec(found?.text ?? "")?.[2] ?? null;
}
