import { EXIT } from "../exit-codes.ts";
import type { Host, Output } from "../host.ts";
import { interruption } from "../interruption.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The process that this runs in, as a host. Call it once: it listens to signals. */
export function processHost(): Host {
  const { signal, interrupt } = interruption(() => process.exit(EXIT.noVerdict));
  let hangUp: (() => void) | null = null;
  for (const name of SIGNALS) {
    process.on(name, () => {
      if (name === "SIGHUP" && hangUp !== null) hangUp();
      else interrupt(Date.now());
    });
  }
  return {
    stdout: output(process.stdout),
    stderr: output(process.stderr),
    env: process.env,
    cwd: process.cwd(),
    nowMs: () => Date.now(),
    // The global, because importing node:crypto would cost every `--help` some milliseconds.
    randomBytes: (size) => globalThis.crypto.getRandomValues(new Uint8Array(size)),
    every: (intervalMs, tick) => {
      const timer = setInterval(tick, intervalMs);
      timer.unref();
      return () => clearInterval(timer);
    },
    signal,
    onHangUp: (listener) => {
      hangUp = listener;
    },
    pid: process.pid,
  };
}

const COLUMNS_DEFAULT = 80;

function output(stream: NodeJS.WriteStream): Output {
  // A reader that went away (`| head`) is not an error of ours.
  stream.on("error", () => undefined);
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY,
    // Some terminals say 0; what is no terminal says nothing.
    columns: stream.columns > 0 ? stream.columns : COLUMNS_DEFAULT,
  };
}
