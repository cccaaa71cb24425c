import type { ErrorPlace } from "../errors/holdpoint-error.ts";
import { isHoldpointError } from "../errors/holdpoint-error.ts";
import { expandBraces } from "./expand-braces.ts";
import { globError, globErrorAt } from "./glob-error.ts";
import type { Token } from "./segment.ts";
import { parseSegment, segmentFits } from "./segment.ts";

export const GLOB_CHARS_MAX = 1024;

/** Any number of folders, none included. */
const FOLDERS = "**";

type Segment = typeof FOLDERS | readonly Token[];

/**
 * Compiles a glob for POSIX paths relative to the repository's root: `*` and `?` inside one name, `**` for any number
 * of folders, `[abc]`, `[a-z]`, `[!a]`, `{a,b}`, and a backslash before a character that is meant as itself.
 * Case matters; a leading dot is a character like any other; `dir/**` is everything below `dir`, not `dir` itself.
 *
 * @param place where the pattern stands, for errors
 * @throws HoldpointError `HP-CONFIG-VALUE` for what is not understood: a leading `!` or `/`, `..`, an unclosed bracket,
 * more than 1,024 characters or 256 alternatives
 * @example
 * compileGlob("src/**")("src/a/b.ts"); // true
 * compileGlob("test/[!_]*.{ts,tsx}")("test/_a.ts"); // false
 */
export function compileGlob(pattern: string, place: ErrorPlace = {}): (path: string) => boolean {
  const alternatives = compiled(pattern, place).map(withPrefix);
  return (path) => {
    let names: readonly (readonly number[])[] | null = null;
    for (const { segments, prefix, isBelow } of alternatives) {
      if (!path.startsWith(prefix)) continue;
      if (isBelow) return true;
      names ??= path.split("/").map(codesOf);
      if (pathFits(segments, names)) return true;
    }
    return false;
  };
}

interface Alternative {
  readonly segments: readonly Segment[];
  /** The plain folders that it begins with, each with its slash: most paths are told by them alone. */
  readonly prefix: string;
  /** Whether it is everything below them. */
  readonly isBelow: boolean;
}

function withPrefix(segments: readonly Segment[]): Alternative {
  const folders = segments.slice(0, -1);
  const special = folders.findIndex((segment) => plainName(segment) === null);
  const plain = special === -1 ? folders : folders.slice(0, special);
  const prefix = plain.map((segment) => `${plainName(segment) ?? ""}/`).join("");
  const isBelow = plain.length > 0 && plain.length === segments.length - 1 && segments.at(-1) === FOLDERS;
  return { segments, prefix, isBelow };
}

function plainName(segment: Segment): string | null {
  if (segment === FOLDERS) return null;
  let name = "";
  for (const token of segment) {
    if (token.type !== "literal") return null;
    name += String.fromCodePoint(token.code);
  }
  return name;
}

function compiled(pattern: string, place: ErrorPlace): Segment[][] {
  try {
    if (pattern.length > GLOB_CHARS_MAX) throw globError(pattern, 0, `is longer than ${GLOB_CHARS_MAX} characters`);
    if (pattern.startsWith("!")) {
      throw globError(pattern, 0, "begins with !, which is not read; exclude by a list of its own");
    }
    if (pattern.includes("\0")) throw globError(pattern, pattern.indexOf("\0"), "holds a NUL character");
    return expandBraces(pattern).map((one) => parsePath(one, pattern));
  } catch (thrown) {
    throw isHoldpointError(thrown) ? globErrorAt(thrown, place) : thrown;
  }
}

function parsePath(path: string, pattern: string): Segment[] {
  const names = path.split("/");
  return names.map((name, index) => {
    if (name === FOLDERS) return FOLDERS;
    const problem = nameProblem(name, index === 0, index === names.length - 1);
    if (problem !== null) throw globError(pattern, 0, problem);
    return parseSegment(name, pattern);
  });
}

function nameProblem(name: string, isFirst: boolean, isLast: boolean): string | null {
  if (name === "." || name === "..") return `holds "${name}"; paths are relative to the root`;
  if (name !== "") return null;
  if (isFirst) return "begins with / or is empty; paths are relative to the root";
  return isLast ? "ends with /; everything below a folder is folder/**" : "has an empty name between two slashes";
}

function codesOf(name: string): number[] {
  return Array.from(name, (letter) => letter.codePointAt(0) ?? 0);
}

/** The same walk as in one segment, with names for characters and `**` for `*`. */
function pathFits(segments: readonly Segment[], names: readonly (readonly number[])[]): boolean {
  let segment = 0;
  let name = 0;
  let folders = -1;
  let tried = 0;
  while (name < names.length) {
    const wanted = segments[segment];
    if (wanted === FOLDERS) {
      folders = segment;
      tried = name;
      segment += 1;
    } else if (wanted !== undefined && segmentFits(wanted, names[name] ?? [])) {
      segment += 1;
      name += 1;
    } else if (folders >= 0) {
      segment = folders + 1;
      tried += 1;
      name = tried;
    } else {
      return false;
    }
  }
  return segment === segments.length;
}
