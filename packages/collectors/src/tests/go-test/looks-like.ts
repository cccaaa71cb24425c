import { headText } from "../text-lines.ts";
import { brokenPackage, isNoise } from "./noise.ts";

const LINES_BEFORE_MAX = 500;
const FIRST_KEY = /^\{\s*"(?:Time|Action|ImportPath|Package|Test|Output|Elapsed|FailedBuild)"\s*:/;
const ACTION = /"Action"\s*:\s*"/;

/** Whether a line begins as an event does, whole or cut off. */
export function beginsEvent(line: string): boolean {
  return FIRST_KEY.test(line);
}

/** The first line that is not the compiler's is an event of `go test -json`, or nothing could be built at all. */
export function looksLikeGoTest(head: Uint8Array): boolean {
  const lines = headText(head)
    .replace(/^\ufeff/, "")
    .split(/\r?\n/, LINES_BEFORE_MAX);
  const first = lines.find((line) => !isNoise(line));
  if (first === undefined) return lines.some((line) => brokenPackage(line) !== null);
  return beginsEvent(first) && ACTION.test(first);
}
