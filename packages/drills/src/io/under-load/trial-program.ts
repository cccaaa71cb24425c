import { spawn } from "node:child_process";
import { once } from "node:events";
import { childEnvironment, isRunning } from "../child-program.ts";

/** Keeps or lets go of so many bytes a second, written to so that they are really there. */
const PROGRAM = `
const everyMs = 50;
const bytesPerS = Number(process.argv[1]);
const work = Math.ceil((8 * 1024 * 1024 * everyMs) / 1000);
const held = [];
setInterval(() => {
  const chunk = Buffer.alloc(work, 1);
  if (bytesPerS > 0) held.push(chunk);
}, everyMs);
// Else what was let go of would be there until the runtime feels like it, and look the same for seconds.
setInterval(gc, 4 * everyMs);
process.on("disconnect", () => process.exit());
process.send("begun");
`;

export interface TrialProgram {
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts a small program that leaks, or with 0 does the same work without leaking; it ends with this one. */
export async function startTrial(leakBytesPerS: number): Promise<TrialProgram> {
  const child = spawn(process.execPath, ["--expose-gc", "-e", PROGRAM, String(leakBytesPerS)], {
    env: childEnvironment(),
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = once(child, "close").then(([code]) => {
    throw new Error(`the trial program ended with ${code} before it had begun`);
  });
  ended.catch(() => undefined);
  await Promise.race([once(child, "message"), ended]);
  return {
    pid: child.pid ?? 0,
    stop: async () => {
      if (!isRunning(child)) return;
      const closed = once(child, "close");
      child.kill("SIGKILL");
      await closed;
    },
  };
}
