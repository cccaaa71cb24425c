import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../harness/free-port.ts";
import { onCore, SERVER_CORE } from "./cores.ts";

export interface Nginx {
  readonly url: string;
  stop(): Promise<void>;
}

const READY_TIMEOUT_MS = 10_000;
const RETRY_MS = 20;

/** Debian's nginx with one worker on a core of its own, answering every request with two bytes and no log. */
export async function startNginx(program: string): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-nginx-"));
  const port = await freePort();
  const file = join(folder, "nginx.conf");
  writeFileSync(file, configuration(folder, port));
  const { command, args } = onCore(SERVER_CORE, program, ["-c", file, "-p", folder, "-e", join(folder, "error.log")]);
  const child = spawn(command, args, { stdio: "ignore" });
  const ended = once(child, "close");
  const url = `http://127.0.0.1:${port}/`;
  const stop = async (): Promise<void> => {
    child.kill("SIGQUIT");
    const insist = setTimeout(() => child.kill("SIGKILL"), READY_TIMEOUT_MS);
    await ended;
    clearTimeout(insist);
    rmSync(folder, { recursive: true, force: true });
  };
  const deadlineMs = performance.now() + READY_TIMEOUT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadlineMs) {
      await stop();
      throw new Error("nginx does not answer");
    }
    await pause(RETRY_MS);
  }
  return { url, stop };
}

function configuration(folder: string, port: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  return [
    "worker_processes 1;",
    "daemon off;",
    `pid ${folder}/nginx.pid;`,
    "events { worker_connections 4096; }",
    "http {",
    "  access_log off;",
    "  keepalive_requests 1000000000;",
    "  keepalive_timeout 300s;",
    ...temporary.map((each) => `  ${each}_temp_path ${folder}/${each};`),
    `  server { listen 127.0.0.1:${port}; location / { return 200 "ok"; } }`,
    "}",
    "",
  ].join("\n");
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const asked = request(url, (answer) => {
      answer.resume();
      resolve(answer.statusCode === 200);
    });
    asked.once("error", () => resolve(false));
    asked.end();
  });
}
