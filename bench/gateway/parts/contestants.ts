import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { LoadPlan } from "@holdpoint/core";
import { FROM_SOURCE, runForJson, startServer } from "../../harness/child.ts";
import type { Figure, Figures } from "./figures.ts";
import { startGateway } from "./gateway-server.ts";
import { measureActions, submitAction } from "./measure.ts";
import type { PeerLoad, PeerResult } from "./peer.ts";
import { EMPTY_ROUTE, peerProgram } from "./places.ts";

export interface Times {
  readonly warmUpMs: number;
  readonly measureMs: number;
  /** Measured time at half the peak: long enough that one pause of the machine is not a hundredth of all. */
  readonly halfRateMs: number;
  /** How late the sender may be; for tests on a busy machine. */
  readonly validity?: LoadPlan["validity"];
}

export const MANY = 100;
const ONE = 1;
/** Sent where no token is asked for, so that the requests are equally long. */
const UNASKED = `hp_${"x".repeat(43)}`;
const PEER_TIMEOUT_MS = 120_000;

/** The gateway as a user starts it: its peak, one caller, and a steady half of its peak. */
export class GatewayContestant {
  readonly #folder: string;
  readonly #command: string;
  #tokens: Readonly<Record<string, string>> = {};
  /** To one action: for the route that answers the same without doing it. */
  answer = "";

  constructor(folder: string, command: string) {
    this.#command = command;
    this.#folder = folder;
  }

  async run({ halfRateMs, ...times }: Times): Promise<Figures> {
    const gateway = await startGateway({ folder: this.#folder, command: this.#command, tokens: this.#tokens });
    this.#tokens = { ...this.#tokens, ...gateway.ready.tokens };
    try {
      const many = await measureActions(gateway, gateway.requester, { connections: MANY, ...times });
      const one = await measureActions(gateway, gateway.requester, { connections: ONE, ...times });
      const steady = { connections: MANY, ...times, measureMs: halfRateMs, perSecond: many.perSecond / 2 };
      const half = await measureActions(gateway, gateway.requester, steady);
      this.answer = await submitAction(gateway, gateway.requester);
      return { many, one, half };
    } finally {
      await gateway.stop();
    }
  }
}

/** The same gateway with every span recorded. Throws unless there was a span an action. */
export async function runTraced(folder: string, { warmUpMs, measureMs }: Times, command: string): Promise<Figures> {
  mkdirSync(folder, { recursive: true });
  const spans = mkdtempSync(join(folder, "spans-"));
  const gateway = await startGateway({
    folder: mkdtempSync(join(folder, "data-")),
    command,
    nodeArguments: [FROM_SOURCE],
    env: { HOLDPOINT_BENCH_SPANS: spans },
  });
  let many;
  try {
    many = await measureActions(gateway, gateway.requester, { connections: MANY, warmUpMs, measureMs });
  } finally {
    await gateway.stop();
  }
  const made = readdirSync(spans).reduce((sum, name) => sum + Number(readFileSync(join(spans, name), "utf8")), 0);
  if (!(made >= many.all)) throw new Error(`${many.all} traced actions made only ${made} spans`);
  return { many: { ...many, spansPerAction: made / many.all } };
}

/** The route that answers without doing anything. `answer` is what the gateway answered. */
export async function runEmptyRoute(answer: string, { warmUpMs, measureMs }: Times): Promise<Figures> {
  const server = await startServer<{ url: string }>({ args: [EMPTY_ROUTE, answer] });
  try {
    return { many: await measureActions(server, UNASKED, { connections: MANY, warmUpMs, measureMs }) };
  } finally {
    await server.stop();
  }
}

export interface PeerPlace {
  readonly name: string;
  readonly server: "redis" | "postgres";
  readonly folder: string;
}

/** A peer with its server, both started for this turn only, so that they do not disturb the others'. */
export async function runPeer(peer: PeerPlace, times: Times): Promise<Figures> {
  const server = await startServer<{ url: string }>({ args: [peerProgram(peer.server), peer.folder] });
  try {
    const path = peer.server === "postgres" ? `/${peer.name}` : "";
    const { warmUpMs, measureMs } = times;
    const url = `${server.ready.url}${path}`;
    const load: PeerLoad = { url, how: "in-process", callers: [MANY, ONE], warmUpMs, measureMs };
    const args = [FROM_SOURCE, peerProgram(peer.name), JSON.stringify(load)];
    const { configuration, results } = await runForJson<PeerResult>({ args }, PEER_TIMEOUT_MS);
    const overHttp = await peerOverHttp(peer.name, { ...load, how: "over-http" });
    const [many, one] = results;
    if (many === undefined || one === undefined) throw new Error(`${peer.name} gave ${results.length} results`);
    return { many, one, overHttp, configuration };
  } finally {
    await server.stop();
  }
}

async function peerOverHttp(name: string, load: PeerLoad): Promise<Figure> {
  const { warmUpMs, measureMs } = load;
  const server = await startServer<{ url: string }>({ args: [FROM_SOURCE, peerProgram(name), JSON.stringify(load)] });
  try {
    return await measureActions(server, UNASKED, { connections: MANY, warmUpMs, measureMs });
  } finally {
    await server.stop();
  }
}
