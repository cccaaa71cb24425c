import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { FIGURES_RECORD } from "@holdpoint/core";
import { openLedger } from "@holdpoint/ledger";
import type { Ending } from "@holdpoint/testkit";
import { gitRepository } from "@holdpoint/testkit";
import { fullRuns, runOf, SINCE_MS, UNTIL_MS } from "../digest/testing-digest.ts";
import type { Ran } from "../testing.ts";
import { fakeHost, ran } from "../testing.ts";

const CONFIG = "version: 1\nservice: trial\nprofiles: { release: { gates: { tests: {} } } }\n";
const PERIOD = ["--since", "2026-01-05", "--until", "2026-01-12"];

/** A repository whose ledger holds these bodies as figures, a record a day. */
function repository(t: Ending, bodies: readonly object[], config: string = CONFIG): string {
  const root = gitRepository(t, { "holdpoint.yaml": config });
  let nowMs = SINCE_MS;
  const { ledger } = openLedger({ folder: join(root, ".holdpoint"), origin: "holdpoint/trial", nowMs: () => nowMs });
  for (const [index, body] of bodies.entries()) {
    nowMs = SINCE_MS + index * 86_400_000;
    ledger.append([{ kind: FIGURES_RECORD, run: `r${index}`, body: body as JsonObject }]);
  }
  ledger.close();
  return root;
}

const BODIES = fullRuns().map(({ figures }) => figures);

function digest(root: string, ...args: string[]): Promise<Ran> {
  return ran(fakeHost(root, { nowMs: () => UNTIL_MS }), "digest", ...args);
}

test("the digest is of this service, of the time, and of what can be understood", async (t) => {
  const other = { ...runOf(0, 1).figures, service: "another" };
  const root = repository(t, [...BODIES, other, { old: "form" }, runOf(0, -9).figures]);
  const { exit, stdout, stderr } = await digest(root, ...PERIOD, "--json");
  assert.deepEqual([exit, stderr], [0, ""]);
  const { runs, entries, anchored } = JSON.parse(stdout) as Record<string, Record<string, number>>;
  assert.deepEqual([runs?.["whole"], runs?.["partial"], runs?.["unreadable"]], [2, 1, 1]);
  assert.deepEqual([entries, anchored], [{ first: 1, last: 3 }, true]);
});

test("the same records and the same time make the same bytes, however often, here and as a part of coverage", async (t) => {
  const root = repository(t, BODIES);
  const first = await digest(root, ...PERIOD);
  assert.match(first.stdout, /^# Digest of trial, 2026-01-05 to 2026-01-12\n/);
  assert.equal((await digest(root, ...PERIOD)).stdout, first.stdout);
  assert.equal((await ran(fakeHost(root), "coverage", "digest", ...PERIOD)).stdout, first.stdout);
  assert.equal((await digest(root)).stdout, first.stdout, "a week until now");
  const file = join(root, "docs", "weekly.md");
  assert.equal((await digest(root, ...PERIOD, "--output", file)).stdout, `Written: ${file}\n`);
  assert.equal(readFileSync(file, "utf8"), first.stdout);
});

test("a time without a run ends with 0 and says that nothing is known", async (t) => {
  const { exit, stdout } = await digest(repository(t, BODIES), "--since", "2025-01-01", "--until", "2025-02-01");
  assert.equal(exit, 0);
  assert.match(stdout, /No run is on record for this time, so nothing is known about it\./);
});

test("a ledger that does not verify has no digest, and none at all has none", async (t) => {
  const root = repository(t, BODIES);
  const file = join(root, ".holdpoint", "ledger.db");
  const bytes = readFileSync(file);
  const at = bytes.indexOf('"PROMOTE"');
  assert.ok(at > 0);
  bytes.write('"PROMOTF"', at);
  writeFileSync(file, bytes);
  const { exit, stdout, stderr } = await digest(root);
  assert.deepEqual([exit, stdout], [3, ""]);
  assert.match(stderr, /does not verify, so there is no digest of it: record 1: .*\[HP-LEDGER-CORRUPT\]/);
  const none = await digest(gitRepository(t, { "holdpoint.yaml": CONFIG }));
  assert.match(none.stderr, /there is no ledger here yet \[HP-RUN-UNKNOWN\]/);
});

test("a time that is none, and a format that is none, are refused", async (t) => {
  const root = repository(t, BODIES);
  const refused = await digest(root, "--since", "soon");
  assert.equal(refused.exit, 2);
  assert.match(refused.stderr, /--since "soon" is not 1w, 30d, a date .*\[HP-USAGE\]/);
  assert.equal((await digest(root, "--format", "pdf")).exit, 2);
});

test("sending posts to who wants digests and writes the mail; who was not reached is told and ends with 1", async (t) => {
  const got: { type: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      got.push({ type: request.headers["content-type"], body });
      response.writeHead(request.url === "/gone" ? 404 : 204).end();
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  t.after(() => server.close());
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hooks = [
    `{ id: chat, url: "${at}/chat", format: slack }`,
    `{ id: events, url: "\${env:EVENTS}", on: [digest] }`,
    `{ id: alarms, url: "${at}/alarms", on: [coverage-regression] }`,
  ];
  const config = `${CONFIG}alerts: { mailFile: out/mail.eml, mailTo: [team@a.example], webhooks: [${hooks.join(", ")}] }\n`;
  const root = repository(t, BODIES, config);
  const send = (env: Record<string, string>) =>
    ran(fakeHost(root, { env, nowMs: () => UNTIL_MS }), "digest", ...PERIOD, "--send", "--output", "d.md");
  const good = await send({ EVENTS: `${at}/events` });
  assert.equal(good.exit, 0, good.stdout + good.stderr);
  assert.match(
    good.stdout,
    /^Written: d\.md\nmail file out\/mail\.eml: written\nwebhook chat: delivered\nwebhook events/,
  );
  assert.deepEqual(
    got.map(({ type }) => type?.split(";")[0]),
    ["application/json", "application/cloudevents+json"],
  );
  const event = JSON.parse(got[1]?.body ?? "") as { type: string; data: { schema: string } };
  assert.deepEqual([event.type, event.data.schema], ["holdpoint.digest.v1", "holdpoint/digest/v1"]);
  assert.match(readFileSync(join(root, "out", "mail.eml"), "utf8"), /^To: team@a\.example\r$/m);
  const bad = await send({ EVENTS: `${at}/gone` });
  assert.equal(bad.exit, 1);
  assert.match(bad.stdout, /^webhook events: answered 404$/m);
  assert.match((await send({})).stdout, /^webhook events: the variable EVENTS is not set$/m);
  const nobody = await digest(repository(t, BODIES), ...PERIOD, "--send");
  assert.equal(nobody.exit, 1);
  assert.match(nobody.stdout, /Nothing is configured under `alerts` that wants a digest\.\n$/);
});

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
