import type { Json } from "@holdpoint/core";
import { readJson } from "@holdpoint/core";
import type { FailureClass } from "@holdpoint/kit";
import type { AdapterOutcome } from "../../contract/adapter.ts";
import { failure } from "../../executor/failure.ts";
import { drift, tooLarge } from "../../executor/check-result.ts";
import type { CommandEnd } from "../../io/command-run.ts";

interface Verdict {
  readonly failureClass: FailureClass;
  readonly sent: boolean;
  readonly what: string;
}

/** Exit codes of `sysexits.h` with which a program says that it did nothing. */
const EXIT_CODES: ReadonlyMap<number, Verdict> = new Map([
  [64, { failureClass: "validation_failed", sent: false, what: "refused its arguments (64, EX_USAGE)" }],
  [65, { failureClass: "validation_failed", sent: false, what: "refused its input (65, EX_DATAERR)" }],
  [75, { failureClass: "backpressure", sent: false, what: "asked to try again later (75, EX_TEMPFAIL)" }],
]);

/** What the end of a program means. */
export function commandOutcome(program: string, end: CommandEnd, outputSizeBytesMax: number): AdapterOutcome {
  if (end.kind === "not-started") return startFailure(program, end.code, end.message);
  const { exitCode, killedBy, aborted, overflowed, stdout, stderrTail } = end;
  const said = stderrTail.trim() === "" ? "" : `: ${stderrTail.trim()}`;
  if (aborted) {
    return failure({
      failureClass: "timeout",
      sent: true,
      message: `${program} was stopped when its time was over${said}`,
    });
  }
  if (overflowed) return tooLarge(`${program} wrote more than ${outputSizeBytesMax} bytes and was stopped`);
  if (exitCode === 0) return readOutput(program, stdout);
  const known = exitCode === null ? undefined : EXIT_CODES.get(exitCode);
  if (known !== undefined) {
    return failure({ failureClass: known.failureClass, sent: known.sent, message: `${program} ${known.what}${said}` });
  }
  const how = exitCode === null ? `was ended by ${killedBy}` : `ended with exit code ${exitCode}`;
  return failure({ failureClass: "execution_error", sent: true, message: `${program} ${how}${said}` });
}

function startFailure(program: string, code: string, message: string): AdapterOutcome {
  if (code === "ABORT_ERR") return failure({ failureClass: "timeout", sent: false, message });
  const failureClass = code === "E2BIG" ? "validation_failed" : "connection_bootstrap";
  return failure({ failureClass, sent: false, message: `${program} could not be started (${code}): ${message}` });
}

/** JSON where it is JSON, else the text without its last line feed. */
function readOutput(program: string, stdout: Buffer): AdapterOutcome {
  if (stdout.length === 0) return { ok: true, result: null };
  const text = decode(stdout);
  if (text === null) return drift(`${program} wrote something that is not valid UTF-8`);
  const value = parsed(text);
  return { ok: true, result: value === undefined ? text.replace(/\r?\n$/, "") : value };
}

/** Undefined for what is not JSON; a `null` of the program's is one. */
function parsed(text: string): Json | undefined {
  try {
    return readJson(text.trim(), { file: "stdout" });
  } catch {
    return undefined;
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
