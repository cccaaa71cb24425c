import assert from "node:assert/strict";
import type { ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import type { Ending } from "@holdpoint/testkit";
import type { PostTerms } from "./post-webhook.ts";
import { postWebhook } from "./post-webhook.ts";

type Answer = (response: ServerResponse) => void;

const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end("body that nobody reads");
const silent: Answer = () => undefined;

/** A server that answers the first request with the first answer, and so on; the last one for all others. */
async function serving(t: Ending, ...answers: readonly Answer[]) {
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    (answers[paths.length - 1] ?? answers.at(-1))?.(response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/secret`);
  const post = (terms: Partial<PostTerms> = {}) =>
    postWebhook(
      { url, contentType: "application/json", body: "{}" },
      { signal: new AbortController().signal, waitsMs: [1, 1], ...terms },
    );
  return { post, paths, url, server };
}

test("a server's error is tried again, and what then got through was delivered", async (t) => {
  const { post, paths } = await serving(t, status(500), status(429), status(200));
  assert.equal(await post(), null);
  assert.equal(paths.length, 3);
});

test("after three attempts it is told what the last one said", async (t) => {
  const { post, paths } = await serving(t, status(503));
  assert.equal(await post(), "answered 503 (after 3 attempts)");
  assert.equal(paths.length, 3);
});

test("what asking again cannot mend is asked once", async (t) => {
  const { post, paths } = await serving(t, status(403));
  assert.equal(await post(), "answered 403");
  assert.equal(paths.length, 1);
});

test("a redirect is refused and not followed", async (t) => {
  const { post, paths } = await serving(t, status(307, { location: "/elsewhere" }), status(200));
  assert.equal(await post(), "redirected (307), which is refused");
  assert.deepEqual(paths, ["/secret"]);
});

test("who does not answer in time is given up", async (t) => {
  const { post, paths } = await serving(t, silent);
  assert.equal(await post({ timeoutMs: 1000 }), "no answer within 1000 ms (after 3 attempts)");
  assert.equal(paths.length, 3);
});

test("nobody there is a trouble like any other, and no text holds the address", async (t) => {
  const { post, server, url } = await serving(t, status(200));
  await new Promise((resolve) => server.close(resolve));
  const trouble = await post();
  assert.match(trouble ?? "", /^ECONNREFUSED \(after 3 attempts\)$/);
  assert.ok(!trouble?.includes("secret") && !trouble?.includes(url.port));
});

test("an interruption ends it at once", async (t) => {
  const { post, paths } = await serving(t, silent);
  const ending = new AbortController();
  const posted = post({ signal: ending.signal });
  while (paths.length === 0) await new Promise((resolve) => void setImmediate(resolve));
  ending.abort();
  assert.equal(await posted, "interrupted");
});
