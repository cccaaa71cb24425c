import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readPolicy } from "../guardian/read-policy.ts";
import type { AdapterConfig } from "../contract/gateway-config.ts";
import { CONNECTIONS_DEFAULT, HOST_DEFAULT, normalize, OUTPUT_SIZE_BYTES_DEFAULT, PORT_DEFAULT } from "./normalize.ts";
import type { RawAdapter, RawConfig } from "./raw-config.ts";
import { trialConfig } from "./trial-config.ts";

const POLICY = { file: "policy.yaml", text: "version: 1\nrules: []\n" };
const OPERATION = { name: "do", risk: "low", arguments_schema: { type: "object" } } as const;
const SPEC = {
  name: "do",
  title: "do",
  idempotent: false,
  risk: "low",
  argumentsSchema: { type: "object" },
  resultSchema: null,
  timeoutMs: null,
} as const;

function normalized(adapter: RawAdapter, more: Partial<RawConfig> = {}): AdapterConfig {
  const raw: RawConfig = { version: 1, policy: "policy.yaml", adapters: [adapter], ...more };
  const [made = assert.fail("it has no adapter")] = normalize(raw, POLICY, "/srv/gateway", { TOKEN: "t0" }).adapters;
  return made;
}

describe("what is left out", () => {
  test("listens on this machine only, has no adapters' settings and is no trial", () => {
    const config = normalize({ version: 1, policy: "p", adapters: [] }, POLICY, "/srv", {});
    assert.deepEqual(config, {
      listen: { host: HOST_DEFAULT, port: PORT_DEFAULT },
      policy: POLICY,
      adapters: [],
      settings: {},
      trial: false,
    });
    assert.deepEqual([HOST_DEFAULT, PORT_DEFAULT], ["127.0.0.1", 8377]);
  });

  test("half of an address is the other half's default; port 0 is a port", () => {
    const listen = (given: NonNullable<RawConfig["listen"]>): unknown =>
      normalize({ version: 1, listen: given, policy: "p", adapters: [] }, POLICY, "/srv", {}).listen;
    assert.deepEqual(listen({ port: 0 }), { host: HOST_DEFAULT, port: 0 });
    assert.deepEqual(listen({ host: "::1" }), { host: "::1", port: PORT_DEFAULT });
  });

  test("of an HTTP adapter: no network besides public ones, no headers, not idempotent", () => {
    const made = normalized({
      kind: "http",
      name: "a",
      base_url: "https://a.example",
      operations: [{ ...OPERATION, method: "GET", path: "/x" }],
    });
    assert.deepEqual(made, {
      kind: "http",
      name: "a",
      baseUrl: "https://a.example",
      allowNetworks: [],
      headers: {},
      connections: CONNECTIONS_DEFAULT,
      operations: [{ ...SPEC, method: "GET", path: "/x", statusPath: null }],
    });
  });

  test("of a command: the configuration's folder, an empty environment, a bound", () => {
    const made = normalized({ kind: "command", name: "c", operations: [{ ...OPERATION, command: ["./x"] }] });
    assert.deepEqual(made.operations, [
      {
        ...SPEC,
        command: ["./x"],
        folder: "/srv/gateway",
        environment: {},
        outputSizeBytesMax: OUTPUT_SIZE_BYTES_DEFAULT,
      },
    ]);
  });
});

describe("what is given", () => {
  test("is taken: title, idempotency, schema of the result, time, networks, connections, status path", () => {
    const made = normalized({
      kind: "http",
      name: "a",
      base_url: "https://a.example",
      allow_networks: ["10.0.0.0/8"],
      headers: { authorization: "Bearer ${env:TOKEN}", plain: "x" },
      connections: 3,
      operations: [
        {
          ...OPERATION,
          title: "Does it",
          idempotent: true,
          result_schema: { type: "string" },
          timeout: "90s",
          method: "POST",
          path: "/x",
          status_path: "/x/{id}",
        },
      ],
    });
    assert.ok(made.kind === "http");
    assert.deepEqual([made.allowNetworks, made.connections], [["10.0.0.0/8"], 3]);
    assert.deepEqual(made.headers, { authorization: "Bearer t0", plain: "x" });
    assert.deepEqual(made.operations, [
      {
        ...SPEC,
        title: "Does it",
        idempotent: true,
        resultSchema: { type: "string" },
        timeoutMs: 90_000,
        method: "POST",
        path: "/x",
        statusPath: "/x/{id}",
      },
    ]);
  });

  test("paths start from the configuration's folder, absolute ones stay", () => {
    const module = (path: string): string => {
      const made = normalized({ kind: "function", name: "f", module: path, operations: [OPERATION] });
      return made.kind === "function" ? made.module : "";
    };
    assert.equal(module("./own.js"), "/srv/gateway/own.js");
    assert.equal(module("../own.js"), "/srv/own.js");
    assert.equal(module("/opt/own.js"), "/opt/own.js");
    const operations = [
      { ...OPERATION, command: ["x"], folder: "scripts", environment: { A: "1" }, output_size_bytes: 7 },
    ];
    const made = normalized({ kind: "command", name: "c", operations });
    assert.ok(made.kind === "command");
    const [{ folder, environment, outputSizeBytesMax } = assert.fail("it has no operation")] = made.operations;
    assert.deepEqual([folder, environment, outputSizeBytesMax], ["/srv/gateway/scripts", { A: "1" }, 7]);
  });
});

describe("the trial", () => {
  test("listens on this machine only, and its policy is one", () => {
    const { listen, policy, trial, adapters, settings } = trialConfig();
    assert.deepEqual([listen.host, listen.port, trial, adapters, settings], ["127.0.0.1", 8377, true, [], {}]);
    assert.doesNotThrow(() => readPolicy(policy.text, policy.file));
  });
});
