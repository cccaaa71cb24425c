import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { sendRaw } from "./raw-http.ts";

const terms = { timeoutMs: 2000, signal: new AbortController().signal };
const ANSWERS: Readonly<Record<string, string>> = {
  WHOLE: "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain\r\nContent-Length: 4\r\n\r\noops",
  UNTIL: "HTTP/1.0 408 Late\r\n\r\nno length",
  NOISE: "this is no answer",
};
const server = createServer((socket) => {
  socket.once("data", (bytes) => {
    const answer = ANSWERS[bytes.toString("utf8")];
    if (answer === undefined) return;
    if (answer.includes("Content-Length")) socket.write(answer);
    else socket.end(answer);
  });
  socket.on("error", () => undefined);
});
let url = "";
before(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => server.close());

test("a whole answer is read without waiting for the end of the connection", async () => {
  const headers = { "content-type": "text/plain", "content-length": "4" };
  assert.deepEqual(await sendRaw(url, "WHOLE", terms), { status: 400, headers, body: "oops" });
});

test("without a length it is read to the end", async () => {
  assert.deepEqual(await sendRaw(url, Buffer.from("UNTIL"), terms), { status: 408, headers: {}, body: "no length" });
});

test("silence and noise are no answer", async () => {
  assert.equal(await sendRaw(url, "SILENCE", { ...terms, timeoutMs: 100 }), null);
  assert.equal(await sendRaw(url, "NOISE", terms), null);
});

test("a request may be cut in two", async () => {
  const rest = new Promise<string>((resolve) => setTimeout(() => resolve("ignored"), 20));
  assert.equal((await sendRaw(url, "WHOLE", { ...terms, rest }))?.status, 400);
  assert.equal(await sendRaw(url, "SILENCE", { ...terms, rest: Promise.reject(new Error("no rest")) }), null);
});

test("nobody there is no answer", async () => {
  assert.equal(await sendRaw("http://127.0.0.1:1", "WHOLE", terms), null);
});
