import type { TestCase } from "@holdpoint/core";
import { ID_SEPARATOR } from "../case-id.ts";

/** Ways to know a test again in a report of another format, the strictest first. */
export const TITLES: readonly ((test: TestCase) => string)[] = [(test) => test.id, withoutFile, lastPart];

/** Suites and name without the file, however they are put together. */
function withoutFile({ file, id }: TestCase): string {
  const prefix = file === null ? "" : `${file}${ID_SEPARATOR}`;
  const rest = prefix !== "" && id.startsWith(prefix) ? id.slice(prefix.length) : id;
  return plain(rest.replaceAll(SEPARATORS, " "));
}

function lastPart({ name }: TestCase): string {
  return plain(name.split(SEPARATORS).at(-1) ?? name);
}

const SEPARATORS = / › | > |::/g;

/** TAP writes a line break as a backslash and an n. */
function plain(text: string): string {
  return text.replaceAll(/\\n|\s+/g, " ").trim();
}
