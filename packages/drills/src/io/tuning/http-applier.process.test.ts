import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { TestContext } from "node:test";
import { test } from "node:test";
import { applyProposals } from "../../tuning/apply.ts";
import { parameterOf } from "@holdpoint/testkit";
import { closeServer, deafUrl, listenHere } from "../listen.ts";
import { CONFIGURATION_BYTES_MAX, httpApplier } from "./http-applier.ts";

const { signal } = new AbortController();
const JSON_TYPE = { "content-type": "application/json" };

type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void;

async function served(t: TestContext, answering: Answering): Promise<string> {
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part: string) => (body += part));
    request.on("end", () => answering(request, response, body));
  });
  t.after(() => closeServer(server));
  return `${await listenHere(server)}/config`;
}

interface Stored {
  readonly asked: { readonly method: string; readonly headers: IncomingMessage["headers"]; readonly body: string }[];
  pool: Record<string, number>;
  version: number;
  /** Runs before a PATCH is looked at. */
  disturb: () => void;
}

/** A service that keeps versions as RFC 9110 wants it. */
async function versioned(t: TestContext): Promise<{ readonly url: string; readonly stored: Stored }> {
  const stored: Stored = { asked: [], pool: { size: 4 }, version: 1, disturb: () => undefined };
  const url = await served(t, ({ method = "", headers }, response, body) => {
    stored.asked.push({ method, headers, body });
    if (method === "PATCH") {
      stored.disturb();
      if (headers["if-match"] !== `"v${stored.version}"`) {
        response.writeHead(412).end();
        return;
      }
      Object.assign(stored.pool, (JSON.parse(body) as { pool: Record<string, number> }).pool);
      stored.version += 1;
    }
    const answer = JSON.stringify({ pool: stored.pool, generation: stored.version });
    response.writeHead(200, { ...JSON_TYPE, etag: `"v${stored.version}"` }).end(answer);
  });
  return { url, stored };
}

const PROPOSAL = { parameter: "pool.size", subsystem: "rebid", rule: "slow", from: 4, to: 6, skipped: null } as const;
const TERMS = { parameters: [parameterOf()], proposals: [PROPOSAL], signal };

test("it reads with the tag and writes a merge patch of that very version", async (t) => {
  const { url, stored } = await versioned(t);
  const applier = httpApplier({ url, headers: [["authorization", "Bearer secret"]] });
  const read = await applier.read(signal);
  assert.deepEqual(read, { document: { pool: { size: 4 }, generation: 1 }, tag: '"v1"' });
  assert.equal(await applier.write({ pool: { size: 6 } }, read.tag, signal), "written");
  const { headers, body } = stored.asked.at(-1) ?? assert.fail();
  assert.deepEqual([headers["content-type"], headers["if-match"]], ["application/merge-patch+json", '"v1"']);
  assert.deepEqual([headers.authorization, body], ["Bearer secret", '{"pool":{"size":6}}']);
});

test("a 412 is read again and written once more", async (t) => {
  const { url, stored } = await versioned(t);
  stored.disturb = () => {
    if (stored.version === 1) stored.version = 2;
  };
  const applier = httpApplier({ url, headers: [] });
  const done = await applyProposals(applier, await applier.read(signal), TERMS);
  assert.deepEqual([done.isFull, done.problem, done.others], [true, null, ["generation"]]);
  assert.deepEqual(
    stored.asked.map(({ method }) => method),
    ["GET", "PATCH", "GET", "PATCH", "GET"],
  );
});

test("a version that changes each time ends as a conflict", async (t) => {
  const { url, stored } = await versioned(t);
  stored.disturb = () => (stored.version += 1);
  const applier = httpApplier({ url, headers: [] });
  const done = await applyProposals(applier, await applier.read(signal), TERMS);
  assert.deepEqual([done.isFull, done.problem?.code], [false, "HP-TUNING-CONFLICT"]);
  assert.deepEqual(stored.pool, { size: 4 });
});

test("a weak tag and no tag are sent as none", async (t) => {
  for (const etag of ['W/"v1"', undefined]) {
    const url = await served(t, ({ headers }, response) => {
      response.writeHead(headers["if-match"] === undefined ? 200 : 412, etag === undefined ? {} : { etag });
      response.end('{"pool":{"size":4}}');
    });
    const applier = httpApplier({ url, headers: [] });
    const { tag } = await applier.read(signal);
    assert.equal(tag, null);
    assert.equal(await applier.write({ pool: { size: 6 } }, tag, signal), "written");
  }
});

test("what a target refuses is told with its detail, never with what was sent", async (t) => {
  const url = await served(t, (_, response) => {
    response.writeHead(422, { "content-type": "application/problem+json" });
    response.end(JSON.stringify({ title: "no", detail: `'pool.size' must be at most 5 ${"x".repeat(5000)}` }));
  });
  const applier = httpApplier({ url: `${url}?key=secret`, headers: [["authorization", "Bearer secret"]] });
  await assert.rejects(applier.write({ pool: { size: 6 } }, null, signal), (thrown: Error & { code?: string }) => {
    assert.equal(thrown.code, "HP-TUNING-REFUSED");
    assert.match(
      thrown.message,
      /^PATCH http:\/\/127\.0\.0\.1:\d+\/config was answered with 422: 'pool\.size' must be/,
    );
    assert.ok(!thrown.message.includes("secret") && thrown.message.length < 500);
    return true;
  });
});

test("answers that are none: each has its code", async (t) => {
  const cases: readonly (readonly [Answering, string, RegExp])[] = [
    [(_, response) => response.writeHead(503).end(), "HP-TUNING-TARGET", /503/],
    [(_, response) => response.writeHead(302, { location: "/" }).end(), "HP-TUNING-TARGET", /302/],
    [(_, response) => response.writeHead(200).end("<html>"), "HP-READ-NOT-THE-FORMAT", /./],
    [(_, response) => response.writeHead(200).end('{"a":1'), "HP-READ-TRUNCATED", /./],
    [(_, response) => response.writeHead(200).end(), "HP-READ-EMPTY", /./],
    [
      (_, response) => response.writeHead(200).end("x".repeat(CONFIGURATION_BYTES_MAX + 1)),
      "HP-TUNING-TARGET",
      /beyond/,
    ],
    [({ socket }) => void socket.destroy(), "HP-TUNING-TARGET", /closed|socket|RESET/i],
    [() => undefined, "HP-TUNING-TARGET", /no whole answer in 200 ms/],
    [(_, response) => void response.writeHead(200).write("{"), "HP-TUNING-TARGET", /no whole answer in 200 ms/],
  ];
  for (const [answering, code, message] of cases) {
    const timeoutMs = message.source.startsWith("no whole answer") ? 200 : 20_000;
    const applier = httpApplier({ url: await served(t, answering), headers: [], timeoutMs });
    await assert.rejects(applier.read(signal), { code, message }, String(answering));
  }
  const deaf = httpApplier({ url: await deafUrl(), headers: [] });
  await assert.rejects(deaf.read(signal), { code: "HP-TUNING-TARGET", message: /ECONNREFUSED/ });
});

test("an answer of 500 to a write says that nobody knows, and a soak that is stopped waits no longer", async (t) => {
  const url = await served(t, (_, response) => void response.writeHead(500).end("{}"));
  const applier = httpApplier({ url, headers: [] });
  await assert.rejects(applier.write({}, null, signal), { code: "HP-TUNING-TARGET" });
  await assert.rejects(applier.read(AbortSignal.abort()), { name: "AbortError" });
});
