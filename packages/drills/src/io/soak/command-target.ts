import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { JsonObject, SoakTarget } from "@holdpoint/core";
import { HoldpointError, readJson } from "@holdpoint/core";
import type { Measure, Measured } from "../../soak/measured.ts";
import { NOTHING } from "../../soak/measured.ts";
import { runProgram } from "../run-program.ts";
import { measuring } from "./measuring.ts";

export interface CommandTargetTerms {
  /** Where the command is started. */
  readonly root: string;
  /** Absolute path of the run's folder; each iteration has a folder of its own in it. */
  readonly folder: string;
}

const SUMMARY_BYTES_MAX = 1024 * 1024;
const OUTPUT_CHARS_MAX = 300;

/**
 * A target that is a command: it is started once an iteration and writes one JSON object to `SUMMARY_FILE`. Only a
 * command that ended with 0 has said anything.
 */
export function commandTarget(
  { run, timeoutMs }: Extract<SoakTarget, { kind: "command" }>,
  { root, folder }: CommandTargetTerms,
): Measure {
  return async (iteration, signal) =>
    measuring(async (): Promise<Measured> => {
      const own = join(folder, `iteration-${iteration}`);
      mkdirSync(own, { recursive: true });
      const file = join(own, "summary.json");
      rmSync(file, { force: true });
      const environment = { ITERATION: String(iteration), RUN_DIR: own, SUMMARY_FILE: file };
      const name = run[0] ?? "";
      const done = await runProgram({ command: run, cwd: root, environment, timeoutMs, signal }).catch(
        (thrown: unknown) => {
          throw new HoldpointError(
            "HP-SOAK-COMMAND",
            `'${name}' could not be started: ${(thrown as Error).message}`,
            {},
            thrown,
          );
        },
      );
      if (done.exitCode === null)
        throw new HoldpointError("HP-SOAK-TIMEOUT", `'${name}' did not end in ${timeoutMs} ms`);
      if (done.exitCode !== 0) {
        const said = done.stderr.trim().slice(-OUTPUT_CHARS_MAX);
        throw new HoldpointError(
          "HP-SOAK-COMMAND",
          `'${name}' ended with ${done.exitCode}${said === "" ? "" : `: ${said}`}`,
        );
      }
      return { ...NOTHING, summary: summaryIn(file, iteration), problem: null };
    });
}

function summaryIn(path: string, iteration: number): JsonObject {
  const file = `iteration-${iteration}/summary.json`;
  const refused = (why: string, cause?: unknown): HoldpointError =>
    new HoldpointError("HP-SOAK-SUMMARY", why, { file }, cause);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined) throw refused("the command ended with 0 and wrote no summary");
  if (!stats.isFile()) throw refused("the summary is no file");
  if (stats.size > SUMMARY_BYTES_MAX) throw refused(`${stats.size} bytes, at most ${SUMMARY_BYTES_MAX}`);
  const value = readJson(readFileSync(path), { file });
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw refused("the summary is no JSON object");
  return value as JsonObject;
}
