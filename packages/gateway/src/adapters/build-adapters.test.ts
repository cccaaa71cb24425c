import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { scratch } from "@holdpoint/testkit";
import type { Adapter } from "../contract/adapter.ts";
import type { AdapterConfig, FunctionAdapterConfig, HttpAdapterConfig } from "../contract/gateway-config.ts";
import { adapterCall, operationOf } from "../executor/testing-executor.ts";
import { buildAdapters } from "./build-adapters.ts";
import { echoAdapter } from "./trial/echo.ts";

const HTTP: HttpAdapterConfig = {
  kind: "http",
  name: "orders",
  baseUrl: "http://127.0.0.1:9/v1/",
  allowNetworks: ["127.0.0.0/8"],
  headers: { "x-shop": "1" },
  connections: 2,
  operations: [{ ...operationOf("get"), method: "GET", path: "/x", statusPath: null }],
};
const COMMAND: AdapterConfig = {
  kind: "command",
  name: "tools",
  operations: [{ ...operationOf("list"), command: ["ls"], folder: null, environment: {}, outputSizeBytesMax: 1000 }],
};

function build(configs: readonly AdapterConfig[], others: readonly Adapter[] = []): ReturnType<typeof buildAdapters> {
  return buildAdapters(configs, { nowMs: () => 0, resultSizeBytesMax: () => 1000, others });
}

function moduleConfig(module: string): FunctionAdapterConfig {
  return { kind: "function", name: "shop", module, operations: [operationOf("pay")] };
}

test("each kind is built and known by its name", async (context) => {
  const folder = scratch(context, { "shop.mjs": "export default { pay: (given) => ({ paid: given.amount }) };" });
  const adapters = await build([HTTP, COMMAND, moduleConfig(join(folder, "shop.mjs"))], [echoAdapter()]);
  assert.deepEqual(
    [...adapters].map(([name, { kind, operations }]) => [name, kind, [...operations.keys()]]),
    [
      ["echo", "function", ["echo"]],
      ["orders", "http", ["get"]],
      ["tools", "command", ["list"]],
      ["shop", "function", ["pay"]],
    ],
  );
  const paid = await adapters.get("shop")?.execute(adapterCall({ operation: "pay", arguments: { amount: 5 } }));
  assert.deepEqual(paid, { ok: true, result: { paid: 5 } });
  await Promise.all([...adapters.values()].map((adapter) => adapter.close()));
});

test("two adapters or two operations of one name are refused, and what was built is closed", async () => {
  let closed = 0;
  const other: Adapter = { ...echoAdapter(), close: async () => void (closed += 1) };
  const config = (message: RegExp): object => ({ code: "HP-GATEWAY-CONFIG", message });
  await assert.rejects(build([HTTP, { ...COMMAND, name: "orders" }], [other]), config(/two adapters orders/));
  await assert.rejects(build([{ ...COMMAND, name: "echo" }], [other]), config(/two adapters echo/));
  const twice = [...HTTP.operations, ...HTTP.operations];
  await assert.rejects(build([{ ...HTTP, operations: twice }], [other]), config(/orders has two operations get/));
  assert.equal(closed, 3);
});

test("what an HTTP adapter cannot be built of is refused", async () => {
  const cases: readonly (readonly [RegExp, Partial<HttpAdapterConfig>])[] = [
    [/not an absolute URL/, { baseUrl: "/v1" }],
    [/neither http nor https/, { baseUrl: "file:///etc/passwd" }],
    [/neither http nor https/, { baseUrl: "ftp://example.org/" }],
    [/user or password/, { baseUrl: "http://user:secret@example.org/" }],
    [/query or a fragment/, { baseUrl: "http://example.org/?a=1" }],
    [/10\.0\.0\.0\/33 is not a network/, { allowNetworks: ["10.0.0.0/33"] }],
    [/localhost is not a network/, { allowNetworks: ["localhost"] }],
    [/"x y" has a name/, { headers: { "x y": "1" } }],
    [/"Host" is set by the gateway/, { headers: { Host: "example.org" } }],
    [/"Idempotency-Key" is set/, { headers: { "Idempotency-Key": "1" } }],
    [/"Proxy-Authorization" is set/, { headers: { "Proxy-Authorization": "1" } }],
    [/"X-A" is there twice/, { headers: { "x-a": "1", "X-A": "2" } }],
    [/"x-a" has a value that no header can have$/, { headers: { "x-a": "secret\r\nx-b: 1" } }],
    [/"x-a" has a value/, { headers: { "x-a": "" } }],
  ];
  for (const [message, changes] of cases) {
    await assert.rejects(build([{ ...HTTP, ...changes }]), { code: "HP-GATEWAY-CONFIG", message }, String(message));
  }
});

test("a module without the functions is refused, with its file", async (context) => {
  const modules: readonly (readonly [RegExp, string])[] = [
    [/no function 'pay'/, "export default {};"],
    [/no function 'pay'/, "export default { pay: 5 };"],
    [/no function 'pay'/, "export default Object.create({ pay() {} });"],
    [/maps no operations/, "export const pay = () => 1;"],
    [/cannot be loaded: at load/, 'throw new Error("at load");'],
    [/cannot be loaded/, "export default {"],
  ];
  for (const [index, [message, text]] of modules.entries()) {
    const file = join(scratch(context, { [`m${index}.mjs`]: text }), `m${index}.mjs`);
    await assert.rejects(build([moduleConfig(file)]), { code: "HP-GATEWAY-CONFIG", message, place: { file } });
  }
  await assert.rejects(build([moduleConfig("/nowhere/at/all.mjs")]), { message: /cannot be loaded/ });
});
