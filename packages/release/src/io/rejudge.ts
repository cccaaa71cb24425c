import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { GateResult, Json, RejudgementBody } from "@holdpoint/core";
import { digestOf, HoldpointError } from "@holdpoint/core";
import { differences } from "../self/differences.ts";

const REJUDGE_TIMEOUT_MS = 60_000;
const OUTPUT_BYTES_MAX = 256 * 1024 * 1024;

/** Judges the stored evidence again in another process without any environment variable, and compares the bytes. */
export async function rejudge(
  runDirectory: string,
  first: readonly GateResult[],
  signal: AbortSignal,
): Promise<RejudgementBody> {
  const { results, environment } = JSON.parse(await judgeElsewhere(runDirectory, signal)) as {
    results: Json;
    environment: string[];
  };
  const before = JSON.parse(JSON.stringify(first)) as Json;
  return { first: digestOf(before), second: digestOf(results), differences: differences(before, results), environment };
}

function judgeElsewhere(runDirectory: string, signal: AbortSignal): Promise<string> {
  // The same code as this process runs: source in development, the bundle's own entry otherwise.
  const extension = import.meta.url.endsWith(".ts") ? ".ts" : ".js";
  const entry = fileURLToPath(new URL(`./rejudge-main${extension}`, import.meta.url));
  const conditions = process.execArgv.filter((argument) => argument.startsWith("--conditions"));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...conditions, entry, runDirectory], {
      env: {},
      stdio: ["ignore", "pipe", "pipe"],
      timeout: REJUDGE_TIMEOUT_MS,
      killSignal: "SIGKILL",
      signal,
    });
    const output: Buffer[] = [];
    let sizeBytes = 0;
    let complaint = "";
    child.stdout.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes <= OUTPUT_BYTES_MAX) output.push(chunk);
      else child.kill("SIGKILL");
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      complaint = (complaint + chunk).slice(-2000);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(Buffer.concat(output).toString("utf8"));
      else
        reject(new HoldpointError("HP-RUN-COLLECTOR-CRASHED", `judging again ended with ${code}: ${complaint.trim()}`));
    });
  });
}
