import { exactQuantile, fifoResponses } from "@holdpoint/drills";
import type { ServerLog } from "@holdpoint/testkit";
import { startFreezingServer } from "@holdpoint/testkit";
import type { Row } from "../harness/row.ts";
import { sendLoad } from "../harness/send-load.ts";
import type { Told } from "./parts/freeze-peers.ts";
import { peersHere } from "./parts/freeze-peers.ts";
import { getPlan } from "./parts/plan.ts";

export const debianPackages: readonly string[] = ["wrk", "hey", "nghttp2-client"];

export const rounds = 1;

const FREEZE_MS = 1000;
const EVERY_MS = 10_000;
const RATE_PER_S = 500;
const SECONDS = 30;
const OURS = [
  { name: "holdpoint, 10 connections", connections: 10 },
  { name: "holdpoint, 600 connections", connections: 600 },
] as const;
const QUANTILES = [
  { row: "freeze-p95", key: "p95", q: 0.95 },
  { row: "freeze-p99", key: "p99", q: 0.99 },
  { row: "freeze-p999", key: "p999", q: 0.999 },
] as const;

type Percentiles = Pick<Told, "p95" | "p99" | "p999">;

interface Seen {
  readonly name: string;
  readonly told: Told;
  readonly truth: Percentiles;
}

/**
 * What tools tell of a server that stands still one second in every ten, beside what was so: each has a server of its
 * own, one after the other, and the truth is simulated from what that server logged.
 */
export async function rows(): Promise<Row[]> {
  const seen: Seen[] = [];
  for (const { name, connections } of OURS) seen.push(await ours(name, connections));
  const { here, absent } = peersHere();
  for (const peer of here) {
    const terms = { ratePerS: RATE_PER_S, connections: 10, seconds: SECONDS };
    seen.push(await watched(`${peer.name} ${peer.setting}`, (url) => peer.run(peer.path, url, terms)));
  }
  return QUANTILES.map(({ row, key }) => rowOfQuantile(row, key, seen, absent));
}

function rowOfQuantile(name: string, key: keyof Percentiles, seen: readonly Seen[], absent: readonly string[]): Row {
  const [first] = seen;
  const errorOf = ({ told, truth }: Seen): number => Math.abs((told[key] ?? Number.NaN) - (truth[key] ?? Number.NaN));
  const allowed = ({ truth }: Seen): number => (truth[key] ?? 0) * 0.03 + 15;
  const own = seen.slice(0, OURS.length);
  const worst = Math.max(...own.map(errorOf));
  // An error below a millisecond is none: nobody should be a thousand times better than somebody by luck.
  const ratios = seen.slice(OURS.length).flatMap((peer): [string, number][] => {
    const error = errorOf(peer);
    return Number.isNaN(error) ? [] : [[peer.name.split(" ")[0] ?? "", error / Math.max(1, worst)]];
  });
  return {
    name,
    value: first?.told[key] ?? null,
    unit: "ms",
    low: Math.min(...own.map(({ told }) => told[key] ?? Number.NaN)),
    high: Math.max(...own.map(({ told }) => told[key] ?? Number.NaN)),
    ratios: Object.fromEntries(ratios),
    info: {
      withinBound: own.every((each) => errorOf(each) <= allowed(each)),
      tools: seen.map(({ name: tool, told, truth }) => ({
        tool,
        requests: told.requests,
        told: rounded(told[key]),
        truth: rounded(truth[key]),
      })),
      ...(absent.length === 0 ? {} : { notHere: absent }),
    },
  };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}

function ours(name: string, connections: number): Promise<Seen> {
  const arrival = { kind: "constant", ratePerS: RATE_PER_S } as const;
  return watched(name, async (url) => {
    const body = await sendLoad(getPlan({ url, connections, arrival, seconds: SECONDS }));
    const { p95 = null, p99 = null, p999 = null } = body.response ?? {};
    return { p95, p99, p999, requests: body.completed };
  });
}

async function watched(name: string, run: (url: string) => Promise<Told>): Promise<Seen> {
  const server = await startFreezingServer(FREEZE_MS, EVERY_MS);
  try {
    server.begin();
    const told = await run(server.url);
    return { name, told, truth: truthOf(await server.log()) };
  } finally {
    await server.stop();
  }
}

/** Requests fall due evenly, at the rate that was asked for, around the freezes as they were. */
function truthOf({ serviceUs, freezes }: ServerLog): Percentiles {
  const count = RATE_PER_S * SECONDS;
  const gapUs = 1e6 / RATE_PER_S;
  const firstUs = (freezes[0]?.fromUs ?? 0) - (EVERY_MS / 2) * 1000;
  const middle = serviceUs.toSorted((a, b) => a - b)[Math.floor(serviceUs.length / 2)] ?? 0;
  const responses = fifoResponses({
    arrivalsUs: Array.from({ length: count }, (_, index) => firstUs + index * gapUs),
    // A tool that sent fewer than it was asked to has no service times for those that it left out.
    serviceUs: Array.from({ length: count }, (_, index) => serviceUs[index] ?? middle),
    freezes,
  });
  const at = (q: number): number => exactQuantile(responses, q) / 1000;
  return { p95: at(0.95), p99: at(0.99), p999: at(0.999) };
}
