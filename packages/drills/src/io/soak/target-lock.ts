import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HoldpointError, sha256Hex } from "@holdpoint/core";

/** Who holds a target. */
interface Holder {
  readonly pid: number;
  /** When its process began, as the system counts; null where the system does not tell. */
  readonly started: string | null;
  readonly run: string;
  readonly target: string;
}

const TRIES_MAX = 5;
/** Of `/proc/<pid>/stat` behind the name of the program, which may hold spaces. */
const START_TIME_FIELD = 19;

/**
 * Takes targets for one run; all of them or none. A lock whose process is gone, or whose process number another program
 * has by now, is taken over.
 *
 * @returns gives them back
 * @throws HoldpointError `HP-SOAK-BUSY` when another run has one, `HP-SOAK-FOLDER`
 */
export function lockTargets(folder: string, targets: readonly string[], run: string): () => void {
  const taken: string[] = [];
  const release = (): void => {
    for (const file of taken.splice(0)) rmSync(file, { force: true });
  };
  try {
    mkdirSync(folder, { recursive: true });
    for (const target of [...new Set(targets)].toSorted()) taken.push(lockOne(folder, target, run));
    return release;
  } catch (thrown) {
    release();
    if (thrown instanceof HoldpointError) throw thrown;
    throw new HoldpointError("HP-SOAK-FOLDER", (thrown as Error).message, { file: folder }, thrown);
  }
}

function lockOne(folder: string, target: string, run: string): string {
  const file = join(folder, `${sha256Hex(target).slice(0, 32)}.lock`);
  const own: Holder = { pid: process.pid, started: startOf(process.pid), run, target };
  const text = `${JSON.stringify(own)}\n`;
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  try {
    for (let tried = 0; tried < TRIES_MAX; tried += 1) {
      if (linked(draft, file)) return file;
      const held = textOf(file);
      const holder = held === null ? null : holderIn(held);
      if (holder !== null && isAlive(holder)) throw busy(target, holder);
      if (held !== null) takeAway(file, held);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw busy(target, null);
}

/** A link appears whole or not at all, and never over another one. */
function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw thrown;
  }
}

/** Somebody else may have taken it over since it was read; what is not what was read is put back. */
function takeAway(file: string, expected: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return;
    throw thrown;
  }
  if (textOf(aside) !== expected) linked(aside, file);
  rmSync(aside, { force: true });
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw thrown;
  }
}

/** Null for what is no lock: it was never whole, so that nobody holds by it. */
function holderIn(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Holder;
    return Number.isSafeInteger(holder.pid) && holder.pid > 0 ? holder : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    // One that is there and belongs to somebody else may not be asked.
    if ((thrown as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return started === null || startOf(pid) === started;
}

function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[START_TIME_FIELD] ?? null;
  } catch {
    return null;
  }
}

function busy(target: string, holder: Holder | null): HoldpointError {
  const who = holder === null ? "others" : `${holder.run} (process ${holder.pid})`;
  return new HoldpointError("HP-SOAK-BUSY", `${target} is held by ${who}`);
}
