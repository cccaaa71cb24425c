import type { ChangedFile, ChangedHunk } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { clip } from "../../reading/clip.ts";
import { diffPath } from "./diff-path.ts";
import { samePath } from "./same-path.ts";
import { withoutRepeats } from "./without-repeats.ts";

const NEWLINE = 0x0a;
const TAB = 0x09;
const HUNK = /^@@ -([0-9]+)(?:,([0-9]+))? \+([0-9]+)(?:,([0-9]+))? @@/;
const SHOWN_CHARS_MAX = 120;

/** Headers that say nothing that is wanted here. */
const IGNORED = ["index ", "old mode ", "new mode ", "similarity index ", "dissimilarity index ", "new file mode "];

/**
 * Reads what `git diff -U0 -M` says, by bytes: paths may be quoted, content may hold anything.
 *
 * @returns changed files sorted by path
 * @throws HoldpointError `HP-REPO-DIFF` with the line of the answer that is not understood
 */
export function parseDiff(bytes: Buffer): ChangedFile[] {
  const sections: Section[] = [];
  let number = 0;
  let section: Section | null = null;
  for (let at = 0; at < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, at);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(at, end);
    at = end + 1;
    number += 1;
    const header = after(line, "diff --git ");
    if (header !== null) {
      section?.finish();
      section = new Section(samePath(header), number);
      sections.push(section);
    } else if (section === null || !section.take(line)) {
      throw notUnderstood(number, line.toString("utf8"));
    }
  }
  section?.finish();
  return withoutRepeats(sections.map((one) => one.changed()));
}

/** What is said of one file. */
class Section {
  readonly #startsAt: number;
  readonly #hunks: ChangedHunk[] = [];
  #path: string | null;
  #basePath: string | null;
  #isAdded = false;
  #isRemoved = false;
  #isBinary = false;
  /** Lines of the hunk that are still to come. */
  #minus = 0;
  #plus = 0;

  constructor(bothPaths: string | null, startsAt: number) {
    this.#path = bothPaths;
    this.#basePath = bothPaths;
    this.#startsAt = startsAt;
  }

  /** False for a line that no such section has. */
  take(line: Buffer): boolean {
    const first = String.fromCharCode(line[0] ?? 0);
    if (this.#minus > 0) return first === "\\" || (first === "-" && this.#minus-- > 0);
    if (this.#plus > 0) return first === "\\" || (first === "+" && this.#plus-- > 0);
    return first === "@" ? this.#hunk(line.toString("latin1")) : this.#header(line, first);
  }

  finish(): void {
    if (this.#minus + this.#plus > 0) throw notUnderstood(this.#startsAt, "a hunk that ends early");
  }

  changed(): ChangedFile {
    const [path, basePath] = [this.#path, this.#basePath];
    if (path === null || basePath === null) throw notUnderstood(this.#startsAt, "a file without a path");
    const hunks = this.#hunks;
    const binary = this.#isBinary;
    if (this.#isAdded) return { path, basePath: null, status: "added", binary, hunks };
    if (this.#isRemoved) return { path: basePath, basePath, status: "removed", binary, hunks };
    return { path, basePath, status: path === basePath ? "modified" : "renamed", binary, hunks };
  }

  #hunk(line: string): boolean {
    const match = HUNK.exec(line);
    if (match === null) return false;
    const [, baseStart, baseLines = "1", start, lines = "1"] = match;
    [this.#minus, this.#plus] = [Number(baseLines), Number(lines)];
    this.#hunks.push({
      baseStart: Number(baseStart),
      baseLines: this.#minus,
      start: Number(start),
      lines: this.#plus,
    });
    return true;
  }

  #header(line: Buffer, first: string): boolean {
    const text = line.toString("latin1");
    if (first === "\\" || IGNORED.some((start) => text.startsWith(start))) {
      this.#isAdded ||= text.startsWith("new file mode ");
      return true;
    }
    if (text.startsWith("deleted file mode ")) return (this.#isRemoved = true);
    if (text.startsWith("Binary files ")) return (this.#isBinary = true);
    const base = after(line, "rename from ") ?? sidePath(line, "--- ", "a/");
    if (base !== null) return (this.#basePath = base === NOWHERE ? this.#basePath : diffPath(base)) !== null;
    const path = after(line, "rename to ") ?? sidePath(line, "+++ ", "b/");
    if (path !== null) return (this.#path = path === NOWHERE ? this.#path : diffPath(path)) !== null;
    return false;
  }
}

const NOWHERE: Buffer = Buffer.from("/dev/null");

/** Path of one side, without the letter before it; git ends one that holds a blank with a tab. */
function sidePath(line: Buffer, start: string, prefix: string): Buffer | null {
  const side = after(line, start);
  if (side === null) return null;
  const path = side.at(-1) === TAB ? side.subarray(0, -1) : side;
  if (path.equals(NOWHERE)) return NOWHERE;
  const quoted = after(path, `"${prefix}`);
  return quoted === null ? after(path, prefix) : Buffer.concat([Buffer.from('"'), quoted]);
}

function after(line: Buffer, start: string): Buffer | null {
  return line.subarray(0, start.length).equals(Buffer.from(start)) ? line.subarray(start.length) : null;
}

function notUnderstood(line: number, what: string): HoldpointError {
  return new HoldpointError("HP-REPO-DIFF", `line ${line} of git's answer: ${clip(what, SHOWN_CHARS_MAX)}`);
}
