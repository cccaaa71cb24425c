import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { closeServer } from "./parts/close-server.ts";
import type { Row } from "../harness/row.ts";

export const rounds = 1;

const MEGABYTE = 1_000_000;
const SECONDS = 600;
const RATE_PER_S = 1000;
const SAMPLE_MS = 5000;
/** Compiler and buffers settle before. */
const SETTLED_SHARE = 0.2;
const COMMAND: string = fileURLToPath(new URL("../../packages/holdpoint/bin/holdpoint.js", import.meta.url));

/** Ten real minutes of `load run` at 1,000 requests a second: how much its memory grows. */
export async function rows(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-load-"));
  const server = createServer((_, response) => void response.end("ok"));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const args = ["load", "run", "--url", url, "--rate", String(RATE_PER_S), "--duration", `${SECONDS}s`, "--json"];
  const child = spawn(process.execPath, [COMMAND, ...args, "--out", folder], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
    const ended = once(child, "close");
    const readings: number[] = [];
    const over = ended.then(() => null);
    while ((await Promise.race([over, sleep(SAMPLE_MS, "look")])) === "look")
      readings.push(residentBytes(child.pid ?? 0));
    const body = JSON.parse(printed) as { validity: string; completed: number };
    if (body.validity !== "valid") throw new Error("the run is invalid, so its memory says nothing");
    const steady = readings.slice(Math.floor(readings.length * SETTLED_SHARE)).filter((bytes) => bytes > 0);
    const quarter = Math.max(1, Math.floor(steady.length / 4));
    // Floors, because what a collection has not yet taken is no growth.
    const growth = (Math.min(...steady.slice(-quarter)) - Math.min(...steady.slice(0, quarter))) / MEGABYTE;
    const peak = Math.max(...readings) / MEGABYTE;
    const info = {
      targets: [{ what: "MB grown, at most", asked: 64, goal: 16, reached: growth }],
      peakMb: peak,
      requests: body.completed,
      readings: readings.length,
      clock: "real",
    };
    return [{ name: "memory-10-minutes", value: growth, unit: "MB", low: growth, high: growth, ratios: {}, info }];
  } finally {
    child.kill("SIGKILL");
    await closeServer(server);
    rmSync(folder, { recursive: true, force: true });
  }
}

function residentBytes(pid: number): number {
  try {
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return (
      own +
      children
        .split(" ")
        .filter(Boolean)
        .map(Number)
        .reduce((sum, one) => sum + residentBytes(one), 0)
    );
  } catch {
    return 0;
  }
}
