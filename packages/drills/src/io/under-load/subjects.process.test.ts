import assert from "node:assert/strict";
import { createServer } from "node:http";
import { describe, test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { closeServer, deafUrl, listenHere } from "../listen.ts";
import { pause } from "../pause.ts";
import { fetchPage } from "./fetch-page.ts";
import { lookWhile } from "./look-while.ts";
import { readTree } from "./process-tree.ts";
import { startSubject } from "./start-subject.ts";
import { startTrial } from "./trial-program.ts";

const never = new AbortController().signal;

/** Listens on the port it is told, after a moment, and starts a child that does nothing. */
const SERVER = `
import { createServer } from "node:http";
import { spawn } from "node:child_process";
const [port, mode] = process.argv.slice(2);
if (mode === "dies") { console.error("no database"); process.exit(3); }
spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
const server = createServer((request, response) => response.writeHead(mode === "sick" ? 503 : 200).end("ok"));
setTimeout(() => server.listen(Number(port), "127.0.0.1"), 100);
`;

async function subject(test: Parameters<typeof scratch>[0], mode: string, readyTimeoutMs = 10_000) {
  const folder = scratch(test, { "server.mjs": SERVER });
  const readyUrl = await deafUrl();
  const command = ["node", "server.mjs", new URL(readyUrl).port, mode];
  return { readyUrl, started: startSubject({ command, cwd: folder, readyUrl, readyTimeoutMs, signal: never }) };
}

describe("what is put under load", () => {
  test("is started, waited for, and ended with everything that it started", async (t) => {
    const { readyUrl, started } = await subject(t, "sound");
    const running = await started;
    assert.equal((await fetch(readyUrl)).status, 200);
    const tree = readTree(running.pid);
    assert.equal(tree.processes, 2);
    assert.ok((tree.residentBytes ?? 0) > 10_000_000 && (tree.descriptors ?? 0) > 5);
    await running.stop();
    assert.equal(running.running, false);
    await assert.rejects(fetch(readyUrl));
    assert.equal(readTree(running.pid).residentBytes, null);
  });

  test("is told from one that ends, with what it said", async (t) => {
    const { started } = await subject(t, "dies");
    await assert.rejects(started, /is not ready: it ended with 3; it wrote: no database/);
  });

  test("is told from one that never gets ready, which is ended", async (t) => {
    const { started, readyUrl } = await subject(t, "sick", 1500);
    await assert.rejects(started, /did not answer in 1500 ms/);
    await assert.rejects(fetch(readyUrl));
  });

  test("is told from one that cannot be started", async () => {
    const terms = { cwd: ".", readyUrl: await deafUrl(), readyTimeoutMs: 2000, signal: never };
    await assert.rejects(startSubject({ ...terms, command: ["no-such-program-anywhere"] }), /ENOENT/);
  });
});

describe("looking at it", () => {
  test("goes on until the work is done and no longer", async () => {
    let looks = 0;
    const look = async (): Promise<void> => void (looks += 1);
    const enough = (): boolean => looks >= 3;
    const work = async (): Promise<string> => {
      while (!enough()) await pause(5, never);
      return "done";
    };
    assert.equal(await lookWhile(10, look, work), "done");
    const seen = looks;
    await pause(60, never);
    assert.equal(looks, seen);
    await assert.rejects(
      lookWhile(10, look, () => Promise.reject(new Error("broken"))),
      /broken/,
    );
  });

  test("a page is read whole or not at all", async (t) => {
    const server = createServer((request, response) => {
      const { authorization = "", accept = "" } = request.headers;
      if (request.url === "/sick") return void response.writeHead(500).end("no");
      if (request.url === "/away") return void response.writeHead(302, { location: "/metrics" }).end();
      if (request.url === "/endless") {
        response.on("error", () => undefined);
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(1 << 20))) continue;
          if (!response.destroyed) response.once("drain", more);
        };
        return more();
      }
      response.writeHead(200, { "content-type": "text/plain; version=0.0.4" });
      return void response.end(`up{auth="${authorization}",open="${accept.includes("openmetrics")}"} 1\n`);
    });
    const url = await listenHere(server);
    t.after(() => closeServer(server));
    const terms = { nowMs: () => 5, signal: never };
    const page = await fetchPage(`${url}/metrics`, { ...terms, token: "t" });
    assert.deepEqual([page.atMs, page.contentType], [5, "text/plain; version=0.0.4"]);
    assert.equal(Buffer.from(page.bytes).toString(), 'up{auth="Bearer t",open="true"} 1\n');
    await assert.rejects(fetchPage(`${url}/sick`, terms), /answered 500/);
    await assert.rejects(fetchPage(`${url}/away`, terms));
    await assert.rejects(fetchPage(`${url}/endless`, terms), /more than 16777216 bytes/);
  });

  test("a trial program runs until it is stopped", async () => {
    const program = await startTrial(0);
    assert.ok((readTree(program.pid).residentBytes ?? 0) > 10_000_000);
    await program.stop();
    await program.stop();
    assert.equal(readTree(program.pid).residentBytes, null);
  });
});
