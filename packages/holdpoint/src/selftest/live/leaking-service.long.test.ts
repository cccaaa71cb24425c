import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, test } from "node:test";
import { readCandidateFacts } from "@holdpoint/collectors";
import { DRILLS } from "@holdpoint/drills";
import { GATES } from "@holdpoint/gates";
import { commitAll, editFile, withFolder, writeFiles } from "../../io/plant-files.ts";
import { normalLoad } from "../../load/normal-load.ts";
import type { LivePlant } from "../live-plant.ts";
import { runLivePlants } from "../run-live-plants.ts";

/** A service that tells its heap as it is after a collection; what `held` and `opened` are given stays. */
const SERVER = `
const { createServer } = require("node:http");
const { openSync } = require("node:fs");
const held = [];
let requests = 0;
function page() {
  gc();
  const name = "nodejs_heap_size_used_bytes";
  return "# TYPE " + name + " gauge\\n" + name + " " + process.memoryUsage().heapUsed + "\\n";
}
createServer((request, response) => {
  requests += 1;
  if (request.url === "/metrics") return response.setHeader("content-type", "text/plain; version=0.0.4").end(page());
  /* leak */
  response.end("ok");
}).listen(Number(process.argv[2]), "127.0.0.1");
`;

const LEAKS = {
  "heap-not-growing": "held.push(Array.from({ length: 4000 }, (_, index) => requests + index / 3));",
  "descriptors-not-growing": "if (requests % 10 === 0) openSync(__filename);",
} as const;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

function leakPlant(check: keyof typeof LEAKS, port: number): LivePlant {
  const url = `http://127.0.0.1:${port}`;
  const ground = { text: (file: string): string => assert.fail(`nothing reads ${file}`) };
  const plan = normalLoad({ url, warmUp: "1s", phases: [{ name: "steady", duration: "6s", rate: 250 }] }, ground);
  assert.ok(!Array.isArray(plan));
  const from = {
    kind: "run",
    plan,
    start: ["node", "--expose-gc", "server.cjs", String(port)],
    readyUrl: `${url}/metrics`,
    readyTimeoutMs: 20_000,
    metricsPath: "/metrics",
    metricsWanted: [],
    resourcesEveryMs: 40,
  } as const;
  return {
    gate: "leak",
    id: check,
    harms: `the service leaks under load: ${LEAKS[check]}`,
    expect: { check, outcome: "fail", code: "leak" },
    config: { loads: [{ id: "service", from }] },
    // A release is under load for longer; what is tried here leaks 8 MB a second, which shows at once.
    params: {
      "long-enough": { steadyMsMin: 3000, readingsMin: 30 },
      "heap-not-growing": { limitPer24h: 200_000_000_000 },
    },
    sound: async (folder) => {
      writeFiles(folder, { "server.cjs": SERVER });
      commitAll(folder);
    },
    harm: async (folder) =>
      editFile(folder, "server.cjs", (bytes) => bytes.toString("utf8").replace("/* leak */", LEAKS[check])),
  };
}

describe("a service that leaks is put under load for real, and holds the release", () => {
  for (const check of ["heap-not-growing", "descriptors-not-growing"] as const) {
    test(check, { timeout: 180_000 }, async () => {
      const [result] = await runLivePlants([leakPlant(check, await freePort())], {
        gates: GATES,
        collectors: DRILLS,
        readCandidate: readCandidateFacts,
        environment: process.env,
        nowMs: Date.now,
        signal: new AbortController().signal,
        withFolder,
      });
      assert.equal(result?.got, result?.expected);
    });
  }
});
