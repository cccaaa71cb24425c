import { createHttp } from "./http/create-http.ts";
import { createTestingEngine } from "./testing-engine.ts";
import { TokenStore } from "./auth/token-store.ts";
import { randomBytes } from "node:crypto";
import Fastify from "fastify";
import { mkdtempSync } from "node:fs";
const which = process.argv[2];
let app: any; let token = "x";
if (which === "ours") {
  const base = createTestingEngine();
  const caller: any = { actor: "r", roles: new Set(["requester"]), correlationId: "c", traceparent: "t", tracestate: null };
  const done = (await base.submit({ adapter: "echo", operation: "echo", arguments: { text: "hello" }, sessionId: null, turnId: null, risk: null, dryRun: false, deadlineMs: null, idempotencyKey: null }, caller)).action;
  const engine = { ...base, settings: base.settings, health: base.health, submit: async () => ({ action: done, repeated: false }), settled: async () => done };
  const dir = mkdtempSync("/tmp/httpts/b/x");
  const tokens = TokenStore.open(dir, { nowMs: Date.now, randomBytes });
  token = tokens.add("r", ["requester"]).token;
  let lines = 0;
  app = createHttp({ engine: engine as any, tokens, version: "0", nowMs: Date.now, randomBytes, log: () => { lines++; } });
} else {
  app = Fastify({ logger: false });
  const schema = { body: { type: "object", properties: { adapter: { type: "string" }, operation: { type: "string" }, arguments: { type: "object" } }, required: ["adapter", "operation", "arguments"] } };
  const text = JSON.stringify({ id: "act_1", state: "SUCCEEDED" });
  app.post("/v1/actions", { schema }, async (_: any, reply: any) => reply.header("content-type", "application/json").send(text));
}
const url = await app.listen({ host: "127.0.0.1", port: 0 });
console.log(url, token);
let last = process.cpuUsage();
process.on("SIGUSR2", () => { const c = process.cpuUsage(last); last = process.cpuUsage(); console.log("cpu", c.user + c.system); });
process.on("SIGTERM", () => process.exit(0));
