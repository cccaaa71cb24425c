import { existsSync, readFileSync } from "node:fs";

/** Counts of a whole run as node:test gave them; cancelled tests count as failed, `todo` ones too. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export interface Watched {
  /** Null when the run ended before it had counted. */
  readonly counts: Counts | null;
  /** Tests that started and did not end, as `file: name`. */
  readonly open: readonly string[];
  /** Absolute paths of the files in which at least one test ended. */
  readonly testedFiles: ReadonlySet<string>;
}

interface WatchLine {
  readonly type: "started" | "ended" | "counts";
  readonly kind?: string;
  readonly name?: string;
  readonly file?: string;
  readonly passed?: number;
  readonly failed?: number;
  readonly cancelled?: number;
  readonly skipped?: number;
  readonly todo?: number;
}

/** Reads what the watch reporter left, also when it was cut off in the middle of a line. */
export function readWatch(file: string): Watched {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const complete = text.split("\n").slice(0, -1);
  const open = new Map<string, number>();
  const testedFiles = new Set<string>();
  let counts: Counts | null = null;
  for (const each of complete) {
    const line = JSON.parse(each) as WatchLine;
    if (line.type === "counts") counts = countsOf(line);
    else {
      const test = `${line.file ?? "?"}: ${line.name ?? "?"}`;
      open.set(test, (open.get(test) ?? 0) + (line.type === "started" ? 1 : -1));
      if (line.type === "ended" && isTest(line) && line.file !== undefined) testedFiles.add(line.file);
    }
  }
  return { counts, open: [...open].filter(([, times]) => times > 0).map(([test]) => test), testedFiles };
}

/** node:test reports a file without tests as a passed test with the file's name; that is none. */
function isTest({ kind, name, file }: WatchLine): boolean {
  return kind !== "suite" && name !== undefined && file?.replaceAll("\\", "/").endsWith(name) !== true;
}

function countsOf(line: WatchLine): Counts {
  const { passed, failed, cancelled, skipped, todo } = line;
  if (passed === undefined || failed === undefined || cancelled === undefined) throw new Error("counts are incomplete");
  if (skipped === undefined || todo === undefined) throw new Error("counts are incomplete");
  return { passed, failed: failed + cancelled + todo, skipped };
}
