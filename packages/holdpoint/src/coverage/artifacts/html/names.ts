import { sha256Hex } from "@holdpoint/core";

const DIGITS = 16;

/**
 * Names of pages. A path may be longer than a file name, differ only in case, or be a folder of another build; a
 * digest of it is none of that, and the same in the next build.
 */
export function filePage(path: string): string {
  return `f/${sha256Hex(path).slice(0, DIGITS)}.html`;
}

export function folderPage(folder: string): string {
  return `d/${sha256Hex(folder).slice(0, DIGITS)}.html`;
}

/** `a/b` of `a/b/c.ts`; empty for what lies in the root. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
