import { relativePath, withoutRoot } from "../paths/relative.ts";

/** Where a case stands in its report. */
export interface CasePlace {
  readonly file: string | null;
  readonly className: string | null;
  /** Names of the suites around it, outermost first. */
  readonly suites: readonly string[];
  readonly name: string;
}

export const ID_SEPARATOR = " › ";

/**
 * Names a case the same on every machine: `<file or class> › <suites> › <name>`. Paths lose the root's prefix, and
 * a part that only repeats another is left out.
 *
 * @example
 * caseId({ file: "/w/test/a.js", className: "test", suites: ["adding"], name: "works" }, "/w");
 * // "test/a.js › adding › works"
 */
export function caseId(place: CasePlace, root: string): string {
  const file = place.file === null || place.file === "" ? null : relativePath(place.file, root);
  const className = place.className === null ? "" : withoutRoot(place.className, root);
  const suites = place.suites.map((suite) => withoutRoot(suite, root));
  const parts: string[] = file === null ? [] : [file];
  if (!isRepetition(className, file, suites, place.name)) parts.push(className);
  parts.push(...suites.filter((suite) => suite !== "" && suite !== file));
  parts.push(withoutRoot(place.name, root));
  return parts.join(ID_SEPARATOR);
}

function isRepetition(className: string, file: string | null, suites: readonly string[], name: string): boolean {
  if (className === "" || className === name || suites.includes(className)) return true;
  if (file === null) return false;
  if (name.endsWith(className) || className === suites.filter((suite) => suite !== "").join(".")) return true;
  const dotted = file.replace(/\.[^./]*$/, "").replaceAll("/", ".");
  return className === file || className === dotted || NODE_CLASSES.has(className);
}

/** node:test writes these where a class would stand. */
const NODE_CLASSES: ReadonlySet<string> = new Set(["test", "suite"]);
