import assert from "node:assert/strict";
import { test } from "node:test";
import { cloudEvent } from "./cloudevents.ts";
import { digestOfRuns } from "./digest.ts";
import { emlOf } from "./eml.ts";
import { digestMessage, messageOf } from "./message.ts";
import { slackBody } from "./slack.ts";
import { fullRuns, TERMS } from "./testing-digest.ts";
import { webhookRequest } from "./webhook-request.ts";

const message = digestMessage(digestOfRuns(fullRuns(), TERMS));
const withTitle = (title: string) => ({ ...message, document: { ...message.document, title } });

interface Slack {
  readonly text: string;
  readonly blocks: readonly { readonly type: string; readonly text?: { readonly text: string } }[];
}

test("an event has what CloudEvents 1.0 asks for, and the same content has the same id", () => {
  const { data, ...event } = cloudEvent({ ...message, service: "a b/c" });
  assert.deepEqual(event, {
    specversion: "1.0",
    id: message.id,
    source: "urn:holdpoint:service:a%20b%2Fc",
    type: "holdpoint.digest.v1",
    time: "2026-01-12T00:00:00.000Z",
    datacontenttype: "application/json",
  });
  assert.deepEqual(data, message.data);
  assert.match(message.id, /^[0-9a-f]{64}$/);
  assert.equal(messageOf(message).id, message.id);
  assert.notEqual(messageOf({ ...message, data: {} }).id, message.id);
});

test("a message for Slack keeps its limits and can call nobody", () => {
  const hostile = digestMessage(digestOfRuns(fullRuns("<!channel> & ```"), TERMS));
  const { blocks } = slackBody(hostile) as unknown as Slack;
  const all = JSON.stringify(blocks);
  assert.doesNotMatch(all, /<!channel>/);
  assert.match(all, /&lt;!channel&gt; &amp; '''/);
  assert.deepEqual([blocks[0]?.type, blocks.at(-1)?.type], ["header", "context"]);
  for (const { text } of blocks) {
    assert.ok((text?.text.length ?? 0) <= 3_000);
    assert.equal(((text?.text ?? "").match(/```/g)?.length ?? 0) % 2, 0, "every code block is closed");
  }
});

test("however long, it stays within 50 blocks of 3000 characters, and leaves out whole rows", () => {
  const row = ["&".repeat(400), "x"];
  const table = { head: ["a", "b"], rows: Array.from({ length: 40 }, () => row), more: 5 };
  const sections = Array.from({ length: 90 }, () => ({ title: "t".repeat(900), says: ["s".repeat(900)], table }));
  const long = { ...message, document: { ...message.document, title: "<".repeat(400), sections } };
  const { blocks, text } = slackBody(long) as unknown as Slack;
  assert.equal(blocks.length, 50);
  assert.ok(text.length < 3_000);
  assert.equal(blocks[0]?.text?.text.length, 150);
  for (const block of blocks.slice(2, -1)) {
    assert.ok((block.text?.text.length ?? 0) <= 3_000);
    assert.match(block.text?.text ?? "", /\n```\nand 30 more$/);
  }
});

test("a mail is ASCII, has the headers of RFC 5322, and both its parts read as they were written", () => {
  const mail = emlOf(message, { from: "a@b.example", to: ["c@d.example", "e@f.example"] });
  assert.match(mail, /^[\t\r\n\x20-\x7e]*$/);
  const [head = "", ...bodies] = mail.split("\r\n\r\n");
  assert.ok(head.includes("Date: Mon, 12 Jan 2026 00:00:00 +0000\r\nFrom: Holdpoint <a@b.example>\r\nTo: c@d.example"));
  assert.match(head, /^Message-ID: <[0-9a-f]{64}@holdpoint\.invalid>$/m);
  assert.ok(mail.split("\r\n").every((line) => line.length <= 120));
  const [, text = "", html = ""] = bodies.map((body) =>
    Buffer.from(body.split("\r\n--")[0] ?? "", "base64").toString(),
  );
  assert.match(text, /^Digest of trial[^]*▁█[^]*records 1 to 3/);
  assert.match(html, /^<!doctype html>/);
});

test("no name can become a header of the mail", () => {
  const mail = emlOf(withTitle(`ü\r\nBcc: x@y.example\r\n\r\n${"ß".repeat(300)}`), { from: "a@b.example", to: [] });
  const [head = ""] = mail.split("\r\n\r\n");
  assert.doesNotMatch(head, /^Bcc/m);
  assert.doesNotMatch(head, /^To:/m);
  const subject = /^Subject: ((?:.*\r\n )*.*)$/m.exec(head)?.[1] ?? "";
  const words = subject.split("\r\n ");
  assert.ok(words.every((word) => word.length <= 75));
  const read = words.map((word) => Buffer.from(word.replace(/^=\?UTF-8\?B\?(.*)\?=$/, "$1"), "base64").toString());
  assert.match(read.join(""), /^ü Bcc: x@y\.example ß{170,}$/);
});

test("the address comes from the environment, and is in no text about it", () => {
  const webhook = { id: "a", url: "${env:HOOK}", format: "slack", on: ["digest"] } as const;
  const at = (HOOK: string | undefined) => webhookRequest(message, webhook, { HOOK });
  const good = at("https://hooks.example/T0/secret");
  assert.ok(typeof good === "object");
  assert.deepEqual(
    [good.url.href, good.contentType.split(";")[0]],
    ["https://hooks.example/T0/secret", "application/json"],
  );
  const event = webhookRequest(message, { ...webhook, url: "http://127.0.0.1:1/x", format: "cloudevents" }, {});
  assert.ok(typeof event === "object");
  assert.deepEqual(JSON.parse(event.body), cloudEvent(message));
  for (const [given, text] of [
    [undefined, /HOOK is not set/],
    ["", /HOOK is not set/],
    ["secret", /is no address/],
    ["http://a.example/secret", /neither https nor http to this machine/],
    ["file:///secret", /neither https/],
    ["http://localhost.a.example/secret", /neither https/],
    ["https://secret@a.example", /user name or password/],
  ] as const) {
    const refused = at(given);
    assert.ok(typeof refused === "string");
    assert.match(refused, text);
    assert.doesNotMatch(refused, /secret/);
  }
});
