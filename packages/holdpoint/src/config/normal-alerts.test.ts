import assert from "node:assert/strict";
import { test } from "node:test";
import { isHoldpointError } from "@holdpoint/core";
import { GATES } from "../registry.ts";
import { normalAlerts } from "./normal-alerts.ts";
import { readConfig } from "./read-config.ts";

const withAlerts = (alerts: string) =>
  readConfig(
    new TextEncoder().encode(`version: 1\nservice: trial\nprofiles: { release: { gates: { tests: {} } } }\n${alerts}`),
    "c",
    GATES,
  );

test("a webhook is told of everything, as a CloudEvent, where it says nothing else", () => {
  assert.deepEqual(normalAlerts({ webhooks: [{ id: "a", url: "https://a.example" }] }), {
    webhooks: [{ id: "a", url: "https://a.example", format: "cloudevents", on: ["digest", "coverage-regression"] }],
    mailFile: null,
    mailFrom: "holdpoint@localhost",
    mailTo: [],
  });
});

test("without the part nobody is told, and it leaves no trace in what is judged by", () => {
  assert.ok(!("alerts" in withAlerts("")));
});

for (const url of ["${env:SLACK_WEBHOOK_URL}", "https://a.example/x?y=z", "http://localhost:8080/x", "http://[::1]"]) {
  test(`${url} may be posted to`, () => {
    const { alerts } = withAlerts(`alerts: { webhooks: [{ id: a, url: ${JSON.stringify(url)} }] }`);
    assert.equal(alerts?.webhooks[0]?.url, url);
  });
}

for (const [what, part] of [
  ["http over the network", 'webhooks: [{ id: a, url: "http://a.example" }]'],
  ["a host that only begins like this machine", 'webhooks: [{ id: a, url: "http://localhost.a.example" }]'],
  ["a password in the address", 'webhooks: [{ id: a, url: "https://u:p@a.example" }]'],
  ["another scheme", 'webhooks: [{ id: a, url: "file:///etc/passwd" }]'],
  ["a variable inside an address", 'webhooks: [{ id: a, url: "https://a.example/${env:X}\\n" }]'],
  ["the same id twice", 'webhooks: [{ id: a, url: "https://a.example" }, { id: a, url: "https://b.example" }]'],
  ["an event that there is not", 'webhooks: [{ id: a, url: "https://a.example", on: [always] }]'],
  ["a mail address with a line break", 'mailTo: ["a@b.example\\nBcc: c@d.example"]'],
  ["a mail file above the root", "mailFile: ../mail.eml"],
] as const) {
  test(`${what} is refused with its place`, () => {
    assert.throws(
      () => withAlerts(`alerts: { ${part} }`),
      (error: unknown) => isHoldpointError(error) && error.code.startsWith("HP-CONFIG-") && error.place.line === 4,
    );
  });
}
