import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError } from "@holdpoint/core";
import { writeDurably } from "@holdpoint/ledger";

/** Writes a whole file so that a reader sees either nothing or everything, also after a power cut. */
export function writeWhole(file: string, content: string): void {
  guard(file, () => writeDurably(file, content));
}

/** Points a symbolic link at a sibling, replacing an older link in one step. */
export function pointLink(link: string, target: string): void {
  guard(link, () => {
    const part = `${link}.${process.pid}.part`;
    rmSync(part, { force: true });
    symlinkSync(target, part, "junction");
    renameSync(part, link);
  });
}

/** Names in a folder that end as asked for, sorted; empty when there is no such folder. */
export function listFiles(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .sort();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new HoldpointError("HP-READ-FAILED", (cause as Error).message, { file: folder }, cause);
  }
}

/** The text of a file, or null when it is not there. */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new HoldpointError("HP-READ-FAILED", (cause as Error).message, { file }, cause);
  }
}

/** Makes a folder that git leaves out by itself, so that what a run writes never makes the tree dirty. */
export function makeIgnoredFolder(folder: string): void {
  guard(folder, () => mkdirSync(folder, { recursive: true }));
  const file = join(folder, ".gitignore");
  if (!existsSync(file)) writeWhole(file, "*\n");
}

function guard(file: string, write: () => void): void {
  try {
    write();
  } catch (cause) {
    throw new HoldpointError("HP-RUN-DIRECTORY", (cause as Error).message, { file }, cause);
  }
}
