import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programOf, runPeer } from "./run-peer.ts";

/** Percentiles in milliseconds as a tool told them; null for what it does not tell. */
export interface Told {
  readonly p95: number | null;
  readonly p99: number | null;
  readonly p999: number | null;
  readonly requests: number;
}

export interface FreezePeer {
  readonly name: string;
  /** How it was asked, for the reader of the table. */
  readonly setting: string;
  readonly program: string;
  run(program: string, url: string, terms: PeerTerms): Promise<Told>;
}

export interface PeerTerms {
  readonly ratePerS: number;
  readonly connections: number;
  readonly seconds: number;
}

const GRACE_MS = 30_000;

export const FREEZE_PEERS: readonly FreezePeer[] = [
  { name: "autocannon", setting: "-R 500 -c 10, corrected as by default", program: "autocannon", run: autocannon },
  { name: "hey", setting: "-q 50 -c 10", program: "hey", run: hey },
  { name: "h2load", setting: "--h1 --rps 50 -c 10, from its log", program: "h2load", run: h2load },
  { name: "wrk", setting: "-t1 -c10, as fast as it goes", program: "wrk", run: wrk },
];

/** Peers that this machine has. */
export function peersHere(): { readonly here: readonly (FreezePeer & { path: string })[]; readonly absent: string[] } {
  const found = FREEZE_PEERS.map((peer) => ({ ...peer, path: programOf(peer.program) }));
  return {
    here: found.flatMap((peer) => (peer.path === null ? [] : [{ ...peer, path: peer.path }])),
    absent: found.flatMap((peer) => (peer.path === null ? [peer.name] : [])),
  };
}

async function autocannon(program: string, url: string, { ratePerS, connections, seconds }: PeerTerms): Promise<Told> {
  const args = [
    "-R",
    String(ratePerS),
    "-c",
    String(connections),
    "-d",
    String(seconds),
    "--json",
    "--no-progress",
    url,
  ];
  const text = await runPeer(program, args, seconds * 1000 + GRACE_MS);
  const { latency, requests } = JSON.parse(text) as {
    latency: Record<string, number>;
    requests: { total: number };
  };
  // It tells no 95th percentile; the nearest is the 97.5th, which is not one.
  return { p95: null, p99: latency["p99"] ?? null, p999: latency["p99_9"] ?? null, requests: requests.total };
}

async function hey(program: string, url: string, { ratePerS, connections, seconds }: PeerTerms): Promise<Told> {
  const each = String(ratePerS / connections);
  const args = ["-z", `${seconds}s`, "-c", String(connections), "-q", each, url];
  const text = await runPeer(program, args, seconds * 1000 + GRACE_MS);
  const percentile = (of: number): number | null => {
    const found = new RegExp(`^\\s*${of}%+ in ([0-9.]+) secs`, "m").exec(text)?.[1];
    return found === undefined ? null : Number(found) * 1000;
  };
  const requests = Number(/^\s*\[200\]\s+(\d+) responses/m.exec(text)?.[1] ?? 0);
  return { p95: percentile(95), p99: percentile(99), p999: null, requests };
}

async function h2load(program: string, url: string, { ratePerS, connections, seconds }: PeerTerms): Promise<Told> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-h2load-"));
  try {
    const log = join(folder, "log.tsv");
    const each = String(ratePerS / connections);
    const count = String(ratePerS * seconds);
    const args = ["--h1", "-n", count, "-c", String(connections), "-t", "1", "--rps", each, `--log-file=${log}`, url];
    await runPeer(program, args, seconds * 1000 + GRACE_MS);
    const lines = readFileSync(log, "utf8").trim().split("\n");
    const ms = lines.map((line) => Number(line.split("\t")[2]) / 1000).toSorted((a, b) => a - b);
    const at = (q: number): number => ms[Math.min(ms.length - 1, Math.ceil(q * ms.length) - 1)] ?? Number.NaN;
    return { p95: at(0.95), p99: at(0.99), p999: at(0.999), requests: ms.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function wrk(program: string, url: string, { connections, seconds }: PeerTerms): Promise<Told> {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", url];
  const text = await runPeer(program, args, seconds * 1000 + GRACE_MS);
  const [, amount = "", unit = ""] = /^\s*99%\s+([0-9.]+)(us|ms|s)$/m.exec(text) ?? [];
  const factor = unit === "us" ? 0.001 : unit === "ms" ? 1 : 1000;
  const requests = Number(/^\s*(\d+) requests in/m.exec(text)?.[1] ?? 0);
  return { p95: null, p99: amount === "" ? null : Number(amount) * factor, p999: null, requests };
}
