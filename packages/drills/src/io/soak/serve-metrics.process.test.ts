import assert from "node:assert/strict";
import { test } from "node:test";
import { METRICS_CONTENT_TYPE, OPENMETRICS_CONTENT_TYPE } from "@holdpoint/kit";
import { serveMetrics } from "./serve-metrics.ts";

test("the page is served as long as the run lasts", async () => {
  let value = 1;
  const server = await serveMetrics("127.0.0.1:0", () => `up ${value}\n`);
  try {
    assert.match(server.url, /^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const first = await fetch(server.url);
    assert.deepEqual([first.status, await first.text()], [200, "up 1\n"]);
    assert.match(first.headers.get("content-type") ?? "", /^text\/plain; version=0\.0\.4/);
    value = 2;
    assert.equal(await (await fetch(`${server.url}?x=1`)).text(), "up 2\n");
    assert.equal((await fetch(server.url, { method: "POST" })).status, 405);
    assert.equal((await fetch(server.url.replace("/metrics", "/"))).status, 404);
    const head = await fetch(server.url, { method: "HEAD" });
    assert.deepEqual([head.status, head.headers.get("content-length")], [200, "5"]);
  } finally {
    await server.close();
  }
  await assert.rejects(fetch(server.url));
});

test("who names OpenMetrics gets it, and caches are told that others do not", async () => {
  const server = await serveMetrics("127.0.0.1:0", (format) => (format === "openmetrics" ? "# EOF\n" : "up 1\n"));
  try {
    for (const [accept, text, type] of [
      ["application/openmetrics-text;version=1.0.0;q=0.5,text/plain;q=0.3", "# EOF\n", OPENMETRICS_CONTENT_TYPE],
      ["application/openmetrics-text;version=0.0.1", "up 1\n", METRICS_CONTENT_TYPE],
      ["*/*", "up 1\n", METRICS_CONTENT_TYPE],
    ] as const) {
      const { headers, ...told } = await fetch(server.url, { headers: { accept } }).then(async (answer) => {
        return { headers: answer.headers, text: await answer.text() };
      });
      assert.deepEqual([told.text, headers.get("content-type"), headers.get("vary")], [text, type, "Accept"]);
    }
  } finally {
    await server.close();
  }
});

for (const address of ["0.0.0.0:9464", "10.0.0.1:80", "127.0.0.1", "127.0.0.1:99999", "[::]:1", "example.org:80", ""]) {
  test(`${JSON.stringify(address)} is no place for metrics`, async () => {
    await assert.rejects(
      serveMetrics(address, () => ""),
      { code: "HP-USAGE" },
    );
  });
}

test("an address that is taken is told", async () => {
  const first = await serveMetrics("localhost:0", () => "");
  try {
    const { port } = new URL(first.url);
    await assert.rejects(
      serveMetrics(`127.0.0.1:${port}`, () => ""),
      { code: "HP-USAGE", message: /EADDRINUSE/ },
    );
  } finally {
    await first.close();
  }
});
