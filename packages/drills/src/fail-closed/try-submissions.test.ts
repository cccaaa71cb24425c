import assert from "node:assert/strict";
import { test } from "node:test";
import type { FailClosedRule, JsonObject } from "@holdpoint/core";
import type { ProbeRequest } from "../http-probe.ts";
import { objectOf } from "../http-probe.ts";
import type { Tried } from "./bench.ts";
import { gatewayFile } from "./scene.ts";
import { scriptedBench, triedAs } from "./testing-bench.ts";
import { trySubmissions } from "./try-submissions.ts";

interface Submitted {
  readonly adapter: string;
  readonly args: JsonObject;
}

interface Trials {
  readonly rules: readonly FailClosedRule[];
  readonly submitted: readonly Submitted[];
  readonly sent: readonly ProbeRequest[];
}

async function trials(answer: Tried = triedAs("no_rule")): Promise<Trials> {
  const submitted: Submitted[] = [];
  const sent: ProbeRequest[] = [];
  const bench = scriptedBench({
    submit: async (adapter, args = {}) => {
      submitted.push({ adapter, args });
      return answer;
    },
    send: async (request) => {
      sent.push(request);
      return answer;
    },
  });
  return { rules: await trySubmissions(bench), submitted, sent };
}

test("every rule is tried twice and has a control of its own", async () => {
  const { rules, submitted, sent } = await trials(triedAs("no_rule", { effects: 1 }));
  assert.ok(rules.length >= 14);
  assert.equal(submitted.length + sent.length, rules.length * 3);
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
  for (const { id, got, again, effects, control } of rules) {
    assert.deepEqual([got, again, effects, control], ["no_rule", "no_rule", 2, 1], id);
  }
});

test("a control goes where it can have an effect, with all that its operation needs", async () => {
  const { submitted, sent, rules } = await trials();
  const adapters = adaptersOf(gatewayFile({ upstreamUrl: "http://up", deafUrl: "", moduleFile: "" }, "http://re"));
  const controls = submitted.filter(({ adapter }) => ["count", "thrower", "budgeted"].includes(adapter));
  assert.ok(controls.length >= rules.length);
  for (const { adapter } of submitted) assert.ok(adapters.includes(adapter) || adapter === "nowhere", adapter);
  assert.ok(submitted.some(({ adapter, args }) => adapter === "thrower" && args["needed"] === 1));
  assert.ok(submitted.some(({ adapter, args }) => adapter === "budgeted" && args["amount"] === 1));
  assert.ok(sent.length >= 8, "some are sent as they are");
});

test("denials by the guardian are due signed, refusals before it are not", async () => {
  const { rules } = await trials();
  for (const { id, component, expected, denial } of rules) {
    assert.equal(denial !== null, component === "guardian", id);
    assert.equal(expected.startsWith("HP-"), component !== "guardian", id);
  }
  assert.ok(rules.filter(({ denial }) => denial !== null).length >= 8);
});

test("what has no canonical form is sent as it is written", async () => {
  const { sent, rules } = await trials();
  const texts = sent.flatMap(({ text }) => (text === undefined ? [] : [text]));
  assert.equal(new Set(texts).size, 3);
  assert.equal(rules.filter(({ rows }) => rows.includes(8)).length, 3);
  for (const text of texts) {
    assert.equal(objectOf(JSON.parse(text))["adapter"], "count", "JSON that a lenient reader takes");
  }
});

function adaptersOf(file: string): string[] {
  const { adapters } = JSON.parse(file) as { readonly adapters: readonly { readonly name: string }[] };
  return adapters.map(({ name }) => name);
}
