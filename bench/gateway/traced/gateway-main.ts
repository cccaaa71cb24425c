import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startGateway, trialConfig } from "@holdpoint/gateway";
import { AlwaysOnSampler, BasicTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-base";
import { CountingExporter } from "./counting-exporter.ts";
import { openTelemetryTracing } from "./open-telemetry.ts";

/** `gateway start --json --quiet` with every span recorded; at its end it says in a file how many there were. */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean" },
    quiet: { type: "boolean" },
    data: { type: "string" },
    port: { type: "string" },
  },
});
const spansFolder = process.env["HOLDPOINT_BENCH_SPANS"];
if (values.data === undefined || spansFolder === undefined) throw new Error("wants --data and HOLDPOINT_BENCH_SPANS");
const exporter = new CountingExporter();
const provider = new BasicTracerProvider({
  sampler: new AlwaysOnSampler(),
  spanProcessors: [new SimpleSpanProcessor(exporter)],
});
const gateway = await startGateway({
  config: trialConfig(),
  dataDir: values.data,
  port: Number(values.port ?? 0),
  version: "0.1.0",
  nowMs: Date.now,
  randomBytes,
  log: () => undefined,
  tracing: openTelemetryTracing(provider.getTracer("holdpoint")),
});
console.log(JSON.stringify({ url: gateway.url, tokens: gateway.tokens }));
await new Promise((resolve) => process.once("SIGTERM", resolve));
await gateway.close();
writeFileSync(join(spansFolder, String(process.pid)), String(exporter.count));
