import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import type { Config } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { scratch } from "@holdpoint/testkit";
import { normalAlerts } from "../config/normal-alerts.ts";
import { fixtureEvidence } from "../reporters/fixture/evidence.ts";
import { givenGate } from "../reporters/fixture/check.ts";
import { fixtureRun, PROMOTED } from "../reporters/fixture/runs.ts";
import { fakeHost } from "../testing.ts";
import { regressionAlert } from "./regression-alert.ts";

const fell = {
  outcome: "fail",
  code: "fallen",
  observed: 1,
  threshold: 2,
  flip: null,
  reason: "it fell",
  locations: [],
};
const HELD = fixtureRun({
  gates: [
    givenGate("coverage-regression", "R", ["L"], [{ id: "total", needs: KIND.coverage, finding: fell as never }]),
  ],
  evidence: [fixtureEvidence({ kind: KIND.coverage, samples: 3 })],
});

test("a HOLD reaches who wants it, writes the mail, and says who was not reached; a PROMOTE is quiet", async (t) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    const again = asked.filter((path) => path === request.url).length > 1;
    response.writeHead(request.url === "/flaky" && !again ? 500 : request.url === "/moved" ? 302 : 200).end();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const root = scratch(t);
  const webhooks = [
    { id: "flaky", url: `${at}/flaky` },
    { id: "moved", url: `${at}/moved` },
    { id: "weekly", url: `${at}/weekly`, on: ["digest"] as const },
  ];
  const config = { alerts: normalAlerts({ webhooks, mailFile: "out/alert.eml" }) } as unknown as Config;
  const host = fakeHost(root);
  await regressionAlert(host, { root, config }, PROMOTED);
  assert.deepEqual([asked, host.printed.stderr], [[], ""]);
  await regressionAlert(host, { root, config }, HELD, { waitsMs: [1, 1] });
  assert.deepEqual(asked, ["/flaky", "/flaky", "/moved"]);
  const told = "holdpoint: warning: nobody was told at webhook moved: redirected (302), which is refused\n";
  assert.deepEqual([host.printed.stderr, host.printed.stdout], [told, ""]);
  assert.match(readFileSync(join(root, "out", "alert.eml"), "utf8"), /^Subject: =\?UTF-8\?B\?/m);
});

test("without alerts, and with a mail file that cannot be, nothing throws", async (t) => {
  const root = scratch(t, { out: "a file" });
  const host = fakeHost(root);
  await regressionAlert(host, { root, config: {} as Config }, HELD);
  const config = { alerts: normalAlerts({ mailFile: "out/alert.eml" }) } as unknown as Config;
  await regressionAlert(host, { root, config }, HELD);
  assert.match(
    host.printed.stderr,
    /^holdpoint: warning: nobody was told at mail file out\/alert\.eml: the report cannot/,
  );
});
