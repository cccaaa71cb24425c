import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { JsonObject } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { parseDocument } from "yaml";
import type { GatewayConfig } from "../contract/gateway-config.ts";
import { readGatewayConfig } from "./read-gateway-config.ts";
import { GATEWAY_SCHEMA } from "./schema.ts";

const FILES: Readonly<Record<string, string>> = { "/srv/gateway/policy.yaml": "version: 1\nrules: []\n" };

function read(text: string, env: Readonly<Record<string, string>> = {}): GatewayConfig {
  return readGatewayConfig(text, "gateway.yaml", {
    folder: "/srv/gateway",
    env,
    readText: (path) => {
      const found = FILES[path];
      if (found === undefined) throw new Error(`no such file: ${path}`);
      return found;
    },
  });
}

function refusal(text: string, env: Readonly<Record<string, string>> = {}): HoldpointError {
  let thrown: unknown = null;
  try {
    read(text, env);
  } catch (error) {
    thrown = error;
  }
  assert.ok(thrown instanceof HoldpointError, `${String(thrown)}\n${text}`);
  assert.equal(thrown.code, "HP-GATEWAY-CONFIG");
  assert.equal(thrown.place.file, "gateway.yaml");
  return thrown;
}

const ARGUMENTS = "arguments_schema: { type: object, required: [id], properties: { id: { type: string } } }";
const WHOLE = `version: 1
listen: { host: "::1", port: 0 }
policy: policy.yaml
adapters:
  - name: payments
    kind: http
    base_url: https://payments.example.com/api
    allow_networks: [10.0.0.0/8, "fd00::/8"]
    headers:
      authorization: "Bearer \${env:TOKEN}"
    connections: 8
    operations:
      - name: refund
        title: Give it back
        idempotent: true
        risk: high
        timeout: 30s
        method: POST
        path: /refunds/{id}
        status_path: /refunds/{id}
        ${ARGUMENTS}
        result_schema: { type: object }
  - name: deploy
    kind: command
    operations:
      - name: roll-out
        risk: critical
        command: [./deploy.sh, "{id}"]
        folder: scripts
        environment: { TARGET: prod }
        output_size_bytes: 1000
        ${ARGUMENTS}
  - name: own
    kind: function
    module: ./own.js
    operations:
      - { name: add, risk: safe, ${ARGUMENTS} }
settings:
  executor: { concurrency: 8 }
  freeze: { active: true }
`;

describe("a whole gateway.yaml", () => {
  test("defaults are filled in, paths are absolute, durations are milliseconds, variables are put in", () => {
    const schema = { type: "object", required: ["id"], properties: { id: { type: "string" } } };
    assert.deepEqual(read(WHOLE, { TOKEN: "s3cret" }), {
      listen: { host: "::1", port: 0 },
      policy: { file: "/srv/gateway/policy.yaml", text: "version: 1\nrules: []\n" },
      adapters: [
        {
          kind: "http",
          name: "payments",
          baseUrl: "https://payments.example.com/api",
          allowNetworks: ["10.0.0.0/8", "fd00::/8"],
          headers: { authorization: "Bearer s3cret" },
          connections: 8,
          operations: [
            {
              name: "refund",
              title: "Give it back",
              idempotent: true,
              risk: "high",
              argumentsSchema: schema,
              resultSchema: { type: "object" },
              timeoutMs: 30_000,
              method: "POST",
              path: "/refunds/{id}",
              statusPath: "/refunds/{id}",
            },
          ],
        },
        {
          kind: "command",
          name: "deploy",
          operations: [
            {
              name: "roll-out",
              title: "roll-out",
              idempotent: false,
              risk: "critical",
              argumentsSchema: schema,
              resultSchema: null,
              timeoutMs: null,
              command: ["./deploy.sh", "{id}"],
              folder: "/srv/gateway/scripts",
              environment: { TARGET: "prod" },
              outputSizeBytesMax: 1000,
            },
          ],
        },
        {
          kind: "function",
          name: "own",
          module: "/srv/gateway/own.js",
          operations: [
            {
              name: "add",
              title: "add",
              idempotent: false,
              risk: "safe",
              argumentsSchema: schema,
              resultSchema: null,
              timeoutMs: null,
            },
          ],
        },
      ],
      settings: { executor: { concurrency: 8 }, freeze: { active: true } },
      trial: false,
    });
  });

  test("the least that can be said listens on this machine only", () => {
    const { listen, adapters, trial } = read("version: 1\npolicy: policy.yaml\nadapters: []\n");
    assert.deepEqual([listen, adapters, trial], [{ host: "127.0.0.1", port: 8377 }, [], false]);
  });

  test("a policy that stands in the file keeps its lines and columns", () => {
    const text = `version: 1\npolicy:\n  version: 1\n  rules:\n    - id: "é"\n      when: "true"\nadapters: []\n`;
    const { policy } = read(text);
    assert.equal(policy.file, "gateway.yaml");
    assert.deepEqual(parseDocument(policy.text).toJS(), { version: 1, rules: [{ id: "é", when: "true" }] });
    const lines = text.split("\n");
    for (const [index, line] of policy.text.trimEnd().split("\n").entries()) {
      if (line.trim() !== "") assert.equal(line, lines[index], `line ${index + 1}`);
    }
    const flow = read("version: 1\npolicy: { version: 1, rules: [] }\nadapters: []\n").policy.text;
    assert.equal(flow, "\n        { version: 1, rules: [] }");
  });

  test("the published schema is the one that validates", () => {
    const file = new URL("../../schemas/gateway.v1.json", import.meta.url);
    assert.deepEqual(JSON.parse(readFileSync(file, "utf8")) as JsonObject, GATEWAY_SCHEMA);
  });
});

/** What is changed in the whole file, the position that is named, and what is said. */
const WRONG: readonly (readonly [string, string, string, RegExp])[] = [
  ["version: 1", "version: 2", "1:10", /^version must be 1, not 2$/],
  ["listen:", "lisen:", "2:1", /has no key "lisen"; did you mean "listen"\?/],
  ["port: 0", "port: 70000", "2:30", /must be <= 65535/],
  ["port: 0", "prot: 0", "2:24", /listen has no key "prot"; did you mean "port"\?/],
  ['"::1"', '"a b"', "2:17", /not of the right form/],
  ["policy: policy.yaml", "policy: gone.yaml", "3:9", /the policy cannot be read: no such file/],
  ["policy: policy.yaml", "policy: 3", "3:9", /must be string or object, not 3/],
  ["policy: policy.yaml\n", "", "1:1", /the document needs the key "policy"/],
  ["kind: http", "kind: htp", "6:11", /must be one of http, command, function, not "htp"/],
  ["    kind: http\n", "", "5:5", /adapters\[0\] needs the key "kind"/],
  ["base_url: https", "base_url: ftp", "7:15", /not of the right form/],
  ["https://payments", "https://me:pw@payments", "7:15", /must not hold a name or password/],
  [".com/api", ".com/api?x=1", "7:15", /must end with its path/],
  ["10.0.0.0/8", "10.0.0.0/33", "8:22", /"10\.0\.0\.0\/33" is not a network/],
  ["TOKEN}", "OTHER}", "10:22", /the environment variable OTHER is not set/],
  ["${env:TOKEN}", "${env:TO KEN}", "10:22", /is not of the form \$\{env:NAME\}/],
  ["${env:TOKEN}", "${env:TOKEN", "10:22", /is not of the form/],
  ["authorization:", "Traceparent:", "10:7", /is set by the gateway itself/],
  ["connections: 8", "connections: 0", "11:18", /must be >= 1/],
  ["idempotent: true", "idempotnt: true", "15:9", /has no key "idempotnt"; did you mean "idempotent"\?/],
  ["risk: high", "risk: hihg", "16:15", /must be one of safe, low, medium, high, critical/],
  ["        risk: high\n", "", "13:9", /adapters\[0\]\.operations\[0\] needs the key "risk"/],
  ["timeout: 30s", "timeout: 30", "17:18", /must be string, not 30/],
  ["timeout: 30s", "timeout: 30 s", "17:18", /not of the right form: "30 s"; for example 500ms, 30s, 5m/],
  ["timeout: 30s", "timeout: 2h", "17:18", /may not take longer than 1h/],
  ["method: POST", "method: TRACE", "18:17", /must be one of GET/],
  ["path: /refunds/{id}", "path: refunds", "19:15", /not of the right form/],
  ["path: /refunds/{id}", "path: /refunds/{name}", "19:15", /\{name\} is not among the required arguments/],
  ["result_schema: { type: object }", "result_schema: { type: objekt }", "22:24", /is not a JSON Schema/],
  ["name: deploy", "name: payments", "23:11", /two adapters are called "payments"/],
  ["name: deploy", "name: De ploy", "23:11", /not of the right form/],
  ['[./deploy.sh, "{id}"]', "[]", "28:18", /must NOT have fewer than 1 items/],
  ['"{id}"]', '"{nid}"]', "28:32", /\{nid\} is not among the required arguments/],
  ["folder: scripts", "folder: ${env:TOKEN}", "29:17", /into header values only/],
  ["TARGET: prod", "1X: prod", "30:24", /"1X" cannot be a name/],
  ["module: ./own.js", "modul: ./own.js", "33:5", /needs the key "module" \(and 1 more/],
  ["concurrency: 8", "concurency: 8", "39:15", /no setting "executor\.concurency"; did you mean "concurrency"\?/],
  ["concurrency: 8", "concurrency: 0", "39:28", /must be a whole number from 1 to 10000 \(calls\)/],
  ["active: true", "active: 1", "40:21", /freeze\.active must be true or false/],
  ["  freeze:", "  freez:", "40:3", /no settings called "freez"; did you mean "freeze"\?/],
  ["{ active: true }", "true", "40:11", /settings\.freeze must be an object/],
];

describe("each thing that is wrong is refused with its place", () => {
  for (const [from, to, at, says] of WRONG) {
    test(`${from.trim()} → ${to.trim()}`, () => {
      assert.ok(WHOLE.includes(from), from);
      const { message, place } = refusal(WHOLE.replace(from, to), { TOKEN: "s3cret" });
      assert.match(message, says);
      assert.equal(`${place.line}:${place.column}`, at, message);
      assert.ok(!message.includes("s3cret"), "no variable's value is told");
    });
  }

  test("a variable whose value no header may hold", () => {
    const { message } = refusal(WHOLE, { TOKEN: "a\r\nx-other: b" });
    assert.match(message, /"authorization" would hold a character that no header may hold/);
    assert.ok(!message.includes("x-other"));
  });

  test("an empty variable counts as missing", () => {
    assert.match(refusal(WHOLE, { TOKEN: "" }).message, /TOKEN is not set/);
  });

  test("of several problems the first is told and the others are counted", () => {
    const text = WHOLE.replace("port: 0", "port: -1").replace("risk: high", "risk: none");
    const { message, place } = refusal(text, { TOKEN: "x" });
    assert.match(message, /\(and 1 more problem below\)$/);
    assert.equal(place.line, 2);
  });
});

describe("what is no YAML is refused", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["", /holds nothing/],
    ["a: [", /./],
    ["a: 1\na: 2\n", /unique/],
    ["a: *gone\n", /alias/i],
    ["version: !!js/function 1\n", /tag/i],
    ["a: \0", /NUL/],
    [`a: ${"x".repeat(262_144)}`, /more than the limit/],
    [`a: &a 1\nb: [${"*a,".repeat(101)}]\n`, /more than 100 aliases/],
    ["[".repeat(20_000), /./],
    ["--- 1\n--- 2\n", /./],
    ["just text", /the document must be object/],
  ];
  for (const [text, says] of cases) {
    test(JSON.stringify(text.slice(0, 30)), () => {
      assert.match(refusal(text).message, says);
    });
  }
});
