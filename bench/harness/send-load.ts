import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { LoadBody, LoadPlan } from "@holdpoint/core";
import type { Program } from "./child.ts";
import { FROM_SOURCE, runForJson } from "./child.ts";

const SENDER: string = fileURLToPath(new URL("send-load-main.ts", import.meta.url));
const GRACE_MS = 30_000;

/** Runs the sender to its end and gives what it printed. */
export type RunSender = (program: Program, timeoutMs: number) => Promise<LoadBody>;

/**
 * Sends a plan by the generator of `holdpoint load run`, in a process of its own, so that it shares no thread with what
 * is measured. Rejects when the run is invalid or a request failed: then there is no figure.
 */
export async function sendLoad(plan: LoadPlan, run: RunSender = runForJson): Promise<LoadBody> {
  // A plan with its data is longer than an argument may be.
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-load-"));
  try {
    writeFileSync(join(folder, "plan.json"), JSON.stringify(plan));
    const runMs = plan.phases.reduce((sum, { durationMs }) => sum + durationMs, 0);
    const body = await run({ args: [FROM_SOURCE, SENDER, folder] }, runMs + plan.timeoutMs + GRACE_MS);
    requireSound(body);
    return body;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function requireSound({ validity, reasons, sent, completed, failures, dropped }: LoadBody): void {
  const kinds = failures.map(({ kind, count }) => `${count} × ${kind}`).join(", ");
  const texts = reasons.map(({ code, text }) => `${code}: ${text}`);
  if (validity !== "valid") throw new Error(`the load proves nothing: ${[...texts, kinds].join("; ")}`);
  if (completed < sent || dropped > 0) throw new Error(`${completed} of ${sent} requests succeeded: ${kinds}`);
}
