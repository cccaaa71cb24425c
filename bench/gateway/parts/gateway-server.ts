import type { Server } from "../../harness/child.ts";
import { startServer } from "../../harness/child.ts";

/** What `gateway start --json` prints. A token is told once, so that a later start has none. */
export interface GatewayReady {
  readonly url: string;
  readonly tokens?: Readonly<Record<string, string>> | null;
}

export interface Gateway extends Server<GatewayReady> {
  readonly requester: string;
  readonly operator: string;
}

/** The command to be measured, the way a user starts it. */
export interface GatewayStart {
  readonly folder: string;
  /** The file of the command. */
  readonly command: string;
  readonly nodeArguments?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Of an earlier start on the same folder. */
  readonly tokens?: Readonly<Record<string, string>>;
}

const HIGHEST_PER_SECOND = 100_000;

/** Starts the trial gateway and lifts its limit of requests per actor, which the bench is one of. */
export async function startGateway({
  folder,
  command,
  nodeArguments = [],
  env = {},
  tokens,
}: GatewayStart): Promise<Gateway> {
  const args = [...nodeArguments, command, "gateway", "start", "--json", "--data", folder, "--port", "0", "--quiet"];
  const server = await startServer<GatewayReady>({ args, env });
  try {
    if (typeof server.ready.url !== "string") throw new Error(`no gateway, but ${JSON.stringify(server.ready)}`);
    const known = { ...tokens, ...server.ready.tokens };
    const { requester, operator } = known;
    if (requester === undefined || operator === undefined) throw new Error("the gateway told no tokens");
    await liftLimit(server.ready.url, operator);
    return { ...server, requester, operator };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function liftLimit(url: string, operator: string): Promise<void> {
  const target = new URL("/v1/config", url);
  const authorization = `Bearer ${operator}`;
  const found = await fetch(target, { headers: { authorization } });
  const etag = found.headers.get("etag");
  if (!found.ok || etag === null) throw new Error(`GET /v1/config: ${found.status}, ETag ${etag}`);
  const limits = { requests_per_second_per_actor: HIGHEST_PER_SECOND, burst_per_actor: HIGHEST_PER_SECOND };
  const changed = await fetch(target, {
    method: "PATCH",
    headers: { authorization, "if-match": etag, "content-type": "application/merge-patch+json" },
    body: JSON.stringify({ limits }),
  });
  if (!changed.ok) throw new Error(`PATCH /v1/config: ${changed.status} ${await changed.text()}`);
}
