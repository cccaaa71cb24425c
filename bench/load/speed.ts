import type { Arrival, LoadBody } from "@holdpoint/core";
import { middle, rowOf } from "../harness/rounds.ts";
import type { Row } from "../harness/row.ts";
import { sendLoad } from "../harness/send-load.ts";
import { coresSaid } from "./parts/cores.ts";
import { startNginx } from "./parts/nginx.ts";
import { getPlan } from "./parts/plan.ts";
import { programOf } from "./parts/run-peer.ts";
import type { Speed, SpeedPeer } from "./parts/speed-peers.ts";
import { SPEED_PEERS } from "./parts/speed-peers.ts";
import { runTimed } from "./parts/timed.ts";

export const rounds = 3;
export const debianPackages: readonly string[] = ["nginx-light", "wrk", "apache2-utils", "nghttp2-client", "hey"];

const CONNECTIONS = 20;
const RATE_CONNECTIONS = 100;
const SECONDS = 5;
const RATES_PER_S = [500, 2000, 10_000, 20_000] as const;
const TIMEOUT_MS = 60_000;
const REQUESTS = 100_000;
const PERCENT = 100;
const MILLISECONDS_PER_S = 1000;

interface Round extends Speed {
  /** Processor seconds for 100,000 requests, start and end of the process included. */
  readonly cpuSeconds: number;
}

/** Small answers of nginx: how many a second, at what cost, and how close to the rate that was asked for. */
export async function rows(): Promise<Row[]> {
  const program = programOf("nginx") ?? "/usr/sbin/nginx";
  const nginx = await startNginx(program);
  try {
    const peers = SPEED_PEERS.flatMap((peer) => {
      const path = programOf(peer.program);
      return path === null ? [] : [{ peer, path }];
    });
    const ours: Round[] = [];
    const theirs = new Map<string, Round[]>(peers.map(({ peer }) => [peer.name, []]));
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await ourRound(nginx.url));
      for (const { peer, path } of peers) theirs.get(peer.name)?.push(await peerRound(peer, path, nginx.url));
    }
    const absent = SPEED_PEERS.map(({ name }) => name).filter((name) => !theirs.has(name));
    return [...speedRows(ours, theirs, absent), await rateRow(nginx.url)];
  } finally {
    await nginx.stop();
  }
}

function speedRows(
  ours: readonly Round[],
  theirs: ReadonlyMap<string, readonly Round[]>,
  absent: readonly string[],
): Row[] {
  const info = { cores: coresSaid, connections: CONNECTIONS, ...(absent.length === 0 ? {} : { notHere: absent }) };
  const perSecond = ours.map((each) => each.perSecond);
  const cpu = ours.map((each) => each.cpuSeconds);
  const against = (turn: (own: Round, peer: Round) => number): Record<string, number[]> =>
    Object.fromEntries(
      [...theirs].map(([name, each]) => [name, ours.flatMap((own, at) => (each[at] ? [turn(own, each[at])] : []))]),
    );
  const figures = (of: (round: Round) => number): Record<string, number> =>
    Object.fromEntries([...theirs].map(([name, each]) => [name, middle(each.map(of))]));
  return [
    rowOf(
      "ceiling",
      "requests/s",
      perSecond,
      against((own, peer) => own.perSecond / peer.perSecond),
      {
        ...info,
        peersPerSecond: figures((round) => round.perSecond),
        targets: [{ what: "requests/s on one core", asked: 60_000, goal: 80_000, reached: middle(perSecond) }],
      },
    ),
    rowOf(
      "cpu-100k",
      "processor seconds",
      cpu,
      against((own, peer) => peer.cpuSeconds / own.cpuSeconds),
      {
        ...info,
        peersCpuSeconds: figures((round) => round.cpuSeconds),
        targets: [{ what: "processor seconds per 100,000, at most", asked: 1.5, goal: 1.2, reached: middle(cpu) }],
      },
    ),
  ];
}

async function ourRound(url: string): Promise<Round> {
  const { body, cpuSeconds } = await ourRun(url, CONNECTIONS, { kind: "closed", users: CONNECTIONS });
  const perSecond = body.completed / (body.durationMs / MILLISECONDS_PER_S);
  return { requests: body.completed, perSecond, cpuSeconds: (cpuSeconds / body.completed) * REQUESTS };
}

async function peerRound(peer: SpeedPeer, path: string, url: string): Promise<Round> {
  // A script of npm names the system's Node, which may be an old one.
  const isScript = path.includes("node_modules");
  const args = peer.args(url, CONNECTIONS, SECONDS);
  const command = isScript ? process.execPath : path;
  const { stdout, cpuSeconds } = await runTimed(command, isScript ? [path, ...args] : args, TIMEOUT_MS);
  const speed = peer.read(stdout);
  return { ...speed, cpuSeconds: (cpuSeconds / speed.requests) * REQUESTS };
}

async function ourRun(
  url: string,
  connections: number,
  arrival: Arrival,
): Promise<{ readonly body: LoadBody; readonly cpuSeconds: number }> {
  let cpuSeconds = Number.NaN;
  const body = await sendLoad(getPlan({ url, connections, arrival, seconds: SECONDS }), async ({ args }, timeoutMs) => {
    const timed = await runTimed(process.execPath, args, timeoutMs);
    cpuSeconds = timed.cpuSeconds;
    return JSON.parse(timed.stdout) as LoadBody;
  });
  return { body, cpuSeconds };
}

/** How far the worst of the rates was from what was asked, in percent. */
async function rateRow(url: string): Promise<Row> {
  const worst: number[] = [];
  const seen: object[] = [];
  for (let round = 0; round < rounds; round += 1) {
    let worstOfRound = 0;
    for (const target of RATES_PER_S) {
      const { body } = await ourRun(url, RATE_CONNECTIONS, { kind: "constant", ratePerS: target });
      const { lag, response } = body;
      // What went out after the last second had ended came too late for the rate.
      const inTime = body.windows.filter(({ startMs }) => startMs < SECONDS * MILLISECONDS_PER_S);
      const achieved = inTime.reduce((sum, { sent }) => sum + sent, 0) / SECONDS;
      worstOfRound = Math.max(worstOfRound, Math.abs(achieved / target - 1) * PERCENT);
      seen.push({ target, achieved, lagP50: lag?.p50, lagP99: lag?.p99, responseP99: response?.p99 });
    }
    worst.push(worstOfRound);
  }
  const targets = [{ what: "% from the rate, at most", asked: 0.1, goal: 0.06, reached: middle(worst) }];
  return rowOf("rate", "% from the target", worst, {}, { cores: coresSaid, rates: seen, targets });
}
