import assert from "node:assert/strict";
import { test } from "node:test";
import { ERRORS } from "@holdpoint/core";
import { objectOf } from "../http-probe.ts";
import { ACTION_PROVOCATIONS } from "./action-provocations.ts";
import { EXCUSED } from "./excused.ts";
import { HTTP_PROVOCATIONS } from "./http-provocations.ts";
import { RAW_PROVOCATIONS, SLOW_PROVOCATION } from "./raw-provocations.ts";
import { gatewayFile } from "./scene.ts";

const ALL = [...HTTP_PROVOCATIONS, ...ACTION_PROVOCATIONS, ...RAW_PROVOCATIONS, SLOW_PROVOCATION];
const TOKEN = "hp_of-somebody";

interface Adapter {
  readonly name: string;
  readonly base_url?: string;
  readonly operations: readonly { readonly name: string; readonly path?: string; readonly risk: string }[];
}

const file = gatewayFile({ upstreamUrl: "http://up", deafUrl: "http://deaf", moduleFile: "m.mjs" });
const { adapters } = JSON.parse(file) as { readonly adapters: readonly Adapter[] };

test("every provocation has an id of its own, and a code that is registered and not excused", () => {
  assert.ok(ALL.length > 60);
  assert.equal(new Set(ALL.map(({ id }) => id)).size, ALL.length);
  for (const { id, done, expected } of ALL) {
    assert.match(id, /^[a-z0-9]+(-[a-z0-9]+)*$/);
    assert.ok(done.length > 8, id);
    assert.ok(Object.hasOwn(ERRORS, expected), `${id}: ${expected}`);
    assert.ok(!Object.hasOwn(EXCUSED, expected), `${id} provokes what is excused`);
  }
});

test("what is excused is registered, and says where else it is tried", () => {
  const codes = Object.entries(EXCUSED);
  assert.ok(codes.length > 0);
  for (const [code, reason] of codes) {
    assert.ok(Object.hasOwn(ERRORS, code), code);
    assert.match(reason, /(does that|do that)/, code);
  }
});

test("a request's path is that of its route, with every place filled", () => {
  for (const { id, path, route } of HTTP_PROVOCATIONS) {
    assert.doesNotMatch(path, /[{}]/, id);
    if (route === null) continue;
    const pattern = route.replaceAll(/\{[a-z_]+\}/g, "[^/?]+");
    assert.match(path, new RegExp(`^${pattern}(\\?.*)?$`), id);
  }
});

test("a refusal for lack of a token or a role is asked without that token, or in another role", () => {
  const strangers = HTTP_PROVOCATIONS.filter(({ expected }) => expected === "HP-GATEWAY-UNAUTHENTICATED");
  assert.ok(strangers.length >= 3);
  for (const { id, role } of strangers) assert.equal(role, null, id);
  const given = strangers.map(({ request }) => request?.headers?.["authorization"]).filter((one) => one !== undefined);
  assert.equal(new Set(given).size, strangers.length - 1, "one is sent without any");
  for (const { id, role } of HTTP_PROVOCATIONS.filter(({ expected }) => expected === "HP-GATEWAY-FORBIDDEN")) {
    assert.ok(role === "observer" || role === "requester", id);
  }
});

test("bodies that are no sound JSON are sent as text, so that no client puts them right", () => {
  const bodies = HTTP_PROVOCATIONS.filter(({ id }) => id.startsWith("json-"));
  assert.ok(bodies.length >= 7);
  for (const { id, request } of bodies) assert.equal(typeof request?.text, "string", id);
  const isJson = ({ request }: (typeof bodies)[number]): boolean => {
    try {
      return JSON.parse(request?.text ?? "") !== undefined;
    } catch {
      return false;
    }
  };
  assert.deepEqual(
    bodies.filter((one) => !isJson(one)).map(({ id }) => id),
    ["json-malformed", "json-empty", "json-comment"],
    "the others are refused for what they say",
  );
});

test("a prototype is sent as a member, which an object literal would lose", () => {
  const text = HTTP_PROVOCATIONS.find(({ id }) => id === "json-prototype")?.request?.text ?? "";
  const args = objectOf(JSON.parse(text))["arguments"];
  assert.ok(Object.hasOwn(objectOf(args), "__proto__"));
});

test("the body that is too large is larger than a mebibyte, and nothing else of it is wrong", () => {
  const body = objectOf(HTTP_PROVOCATIONS.find(({ id }) => id === "body-too-large")?.request?.body);
  assert.ok(JSON.stringify(body).length > 1024 * 1024);
  assert.deepEqual(Object.keys(body), ["adapter", "operation", "arguments"]);
});

test("every action goes to an adapter and an operation of the scene", () => {
  for (const { id, adapter, operation } of ACTION_PROVOCATIONS) {
    const operations = adapters.find(({ name }) => name === adapter)?.operations ?? [];
    assert.ok(
      operations.some(({ name }) => name === operation),
      `${id}: ${adapter}.${operation}`,
    );
  }
});

test("an action waits for a person exactly where one decides", () => {
  for (const { id, adapter, person } of ACTION_PROVOCATIONS) {
    const risk = adapters.find(({ name }) => name === adapter)?.operations[0]?.risk;
    assert.equal(risk === "high", person !== undefined, id);
  }
  const persons = ACTION_PROVOCATIONS.flatMap(({ person }) => person ?? []);
  assert.deepEqual(persons, ["denies", "cancels", "is away"]);
});

test("nobody listens at the deaf adapter, and everything else leads to the other side", () => {
  for (const { name, base_url: url } of adapters) {
    const wanted = name === "functions" ? undefined : name === "deaf" ? "http://deaf" : "http://up";
    assert.equal(url, wanted, name);
  }
});

test("a file may be changed at its top, and keeps the rest", () => {
  const changed = JSON.parse(
    gatewayFile({ upstreamUrl: "http://up", deafUrl: "http://deaf", moduleFile: "m.mjs" }, { policy: "other.yaml" }),
  ) as Record<string, unknown>;
  assert.equal(changed["policy"], "other.yaml");
  assert.deepEqual(changed["adapters"], JSON.parse(file).adapters);
});

test("raw requests carry the token and say how long their body is", () => {
  for (const { id, bytes, route } of RAW_PROVOCATIONS) {
    const text = Buffer.from(bytes(TOKEN)).toString("latin1");
    if (route === null && !text.startsWith("POST")) continue;
    assert.match(text, new RegExp(`\r\nAuthorization: Bearer ${TOKEN}\r\n`), id);
    const length = Number(/Content-Length: (\d+)/.exec(text)?.[1]);
    assert.equal(text.slice(text.indexOf("\r\n\r\n") + 4).length, length, id);
  }
});

test("raw requests are wrong in what they say that they are wrong in", () => {
  const bytesOf = (id: string): string => {
    const one = RAW_PROVOCATIONS.find((raw) => raw.id === id);
    assert.ok(one !== undefined, id);
    return Buffer.from(one.bytes(TOKEN)).toString("latin1");
  };
  assert.doesNotMatch(bytesOf("http-broken"), /HTTP\/1\.1/);
  assert.ok(bytesOf("headers-too-large").length > 65_536);
  assert.equal(bytesOf("key-twice").match(/^Idempotency-Key: /gm)?.length, 2);
  assert.match(bytesOf("body-not-utf-8"), /\u00ff\u00fe/);
});

test("the slow request never ends its headers, and waits longer than the others", () => {
  assert.doesNotMatch(String(SLOW_PROVOCATION.bytes(TOKEN)), /\r\n\r\n/);
  for (const { timeoutMs } of RAW_PROVOCATIONS) assert.ok(timeoutMs < SLOW_PROVOCATION.timeoutMs);
});
