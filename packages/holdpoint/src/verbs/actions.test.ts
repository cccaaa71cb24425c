import assert from "node:assert/strict";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import { fakeHost, ran } from "../testing.ts";

/** Command lines that are refused before a gateway is asked. */
const WRONG: readonly (readonly [readonly string[], RegExp])[] = [
  [["actions", "submit", "echo"], /operation/],
  [["actions", "submit", "echo", "echo", "--arguments", "{"], /--arguments is not JSON/],
  [["actions", "submit", "echo", "echo", "--arguments", "[]"], /--arguments must be a JSON object/],
  [["actions", "submit", "echo", "echo", "--arguments", "{}", "--arguments-file", "a"], /say the same thing/],
  [["actions", "submit", "echo", "echo", "--arguments-file", "gone.json"], /gone\.json: the file cannot be read/],
  [["actions", "submit", "echo", "echo", "--arguments-file", "binary"], /binary: the file is not UTF-8/],
  [["actions", "submit", "echo", "echo", "--deadline", "soon"], /--deadline must be a time/],
  [["actions", "submit", "echo", "echo", "--wait", "1", "--no-wait"], /contradict/],
  [["actions", "submit", "echo", "echo", "--wait", "0"], /whole number from 1/],
  [["actions", "submit", "echo", "echo", "--url", "gateway"], /not the URL of a gateway/],
  [["actions", "submit", "echo", "echo", "--token-file", "gone"], /gone: the file cannot be read/],
  [["actions", "submit", "echo", "echo", "--token-file", "blank"], /a token is needed/],
  [["actions", "list", "--limit", "x"], /whole number/],
  [["actions", "reconcile", "a", "--how", "failed"], /needs a --reason/],
  [["actions", "reconcile", "a", "--how", "maybe"], /maybe/],
  [["actions", "reconcile", "a", "--result", "1"], /--result is said with --how succeeded only/],
  [["actions", "reconcile", "a", "--how", "succeeded", "--reason", "r", "--result", "{"], /--result is not JSON/],
  [["dead-letters", "replay"], /plan/],
  [["gateway", "start", "--port", "70000"], /whole number from 0 to 65535/],
  [["gateway", "start", "--gateway", "gone.yaml"], /HP-GATEWAY-CONFIG/],
  [["gateway", "start", "--gateway", "wrong.yaml"], /wrong\.yaml:1:10: version must be 1, not 2.*HP-GATEWAY-CONFIG/],
  [["gateway", "token", "add", "a b"], /1 to 64 characters/],
  [["gateway", "token", "add", "ada", "--roles", "requester,root"], /roles are some of/],
  [["gateway", "token", "remove", "tok_000000000000"], /there is no token/],
];

for (const [args, says] of WRONG) {
  test(`refused with 2: ${args.join(" ")}`, async (t) => {
    const folder = scratch(t, {
      binary: Uint8Array.from([0xff, 0xfe]),
      blank: "\n",
      "wrong.yaml": "version: 2\npolicy: p\nadapters: []\n",
    });
    const { exit, stdout, stderr } = await ran(fakeHost(folder, { env: { HOLDPOINT_TOKEN: "hp_x" } }), ...args);
    assert.deepEqual([exit, stdout], [2, ""], stderr);
    assert.match(stderr, says);
  });
}

test("tokens: added, listed without their secrets, removed; two of one actor are a rotation", async (t) => {
  const folder = scratch(t);
  const run = async (...args: string[]): Promise<Record<string, unknown>> => {
    const { exit, stdout, stderr } = await ran(fakeHost(folder), "gateway", "token", ...args, "--json", "--data", "d");
    assert.deepEqual([exit, stderr], [0, ""]);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const first = await run("add", "ada", "--roles", "requester,observer");
  assert.match(String(first["token"]), /^hp_[A-Za-z0-9_-]{43}$/);
  assert.deepEqual(first["roles"], ["requester", "observer"]);
  const host = fakeHost(folder, { randomBytes: (size) => new Uint8Array(size).fill(9) });
  const second = await ran(host, "gateway", "token", "add", "ada", "--data", "d");
  assert.match(second.stdout, /^hp_\S+\nIt is tok_[0-9a-f]{12} of ada \(requester\), shown this once/);
  const { tokens } = await run("list");
  assert.equal((tokens as readonly object[]).length, 2);
  assert.ok(!JSON.stringify(tokens).includes("hp_") && !JSON.stringify(tokens).includes("sha256"));
  await run("remove", String(first["id"]));
  const left = (await run("list"))["tokens"] as readonly { readonly id: string }[];
  assert.deepEqual(
    left.map(({ id }) => id !== first["id"]),
    [true],
  );
  const text = await ran(fakeHost(folder), "gateway", "token", "list", "--data", "none");
  assert.equal(text.stdout, "There is no token.\n");
});
