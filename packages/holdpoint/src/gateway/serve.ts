import { problemOf } from "@holdpoint/core";
import type { GatewayConfig, GatewayStart, StartedGateway } from "@holdpoint/gateway";
import { EXIT } from "../exit-codes.ts";
import type { Host } from "../host.ts";
import type { Answer } from "../verb.ts";
import { VERSION } from "../version.ts";
import { banner } from "./banner.ts";

export interface ServeTerms {
  /** Called at the start, and again for each reload. */
  readonly readConfig: () => GatewayConfig;
  /** Absolute. */
  readonly dataDir: string;
  readonly host: string | undefined;
  readonly port: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** What is used of a gateway that was started. */
export type Served = Pick<StartedGateway, "url" | "tokens" | "unknown" | "reload" | "close">;

/**
 * Runs a gateway until the process is interrupted, then lets it drain. What it prints, it prints when it listens;
 * the log goes to stderr, a JSON object a line, each with its instant in `at`.
 */
export async function serve(
  host: Host,
  terms: ServeTerms,
  start: (terms: GatewayStart) => Promise<Served>,
): Promise<Answer> {
  const log = (line: object): void => {
    if (terms.quiet) return;
    const at = new Date(host.nowMs()).toISOString();
    host.stderr.write(`${JSON.stringify({ at, ...line })}\n`);
  };
  const config = terms.readConfig();
  const gateway = await start({
    config,
    readConfig: terms.readConfig,
    version: VERSION,
    dataDir: terms.dataDir,
    ...(terms.host === undefined ? {} : { host: terms.host }),
    ...(terms.port === undefined ? {} : { port: terms.port }),
    nowMs: host.nowMs,
    randomBytes: host.randomBytes,
    log,
  });
  host.onHangUp(() => void reload(gateway, log));
  host.stdout.write(`${terms.json ? document(host, terms, gateway) : banner(terms, config.trial, gateway)}\n`);
  await interrupted(host.signal);
  await gateway.close();
  return { exit: EXIT.pass, json: () => undefined, text: () => "" };
}

function document(host: Host, { dataDir }: ServeTerms, { url, tokens, unknown }: Served): string {
  const schema = "holdpoint/gateway-started/v1";
  return JSON.stringify({ schema, url, tokens, data: dataDir, pid: host.pid, unknown }, null, 2);
}

async function reload(gateway: Served, log: (line: object) => void): Promise<void> {
  try {
    await gateway.reload();
    log({ event: "reloaded" });
  } catch (error) {
    log({ event: "reload-refused", problem: problemOf(error) });
  }
}

async function interrupted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
