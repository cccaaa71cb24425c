import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { percentile } from "../../harness/load/latency.ts";
import { processUse } from "../../harness/process-use.ts";
import { rowOf } from "../../harness/rounds.ts";
import type { Row } from "../../harness/row.ts";
import { fileSystemOf } from "./file-system.ts";
import type { Gateway, GatewayStart } from "./gateway-server.ts";
import { startGateway } from "./gateway-server.ts";
import type { Asker } from "./get-timed.ts";
import { openAsker } from "./get-timed.ts";
import { measureActions } from "./measure.ts";
import { walkPages } from "./page-walk.ts";

const CONNECTIONS = 100;
const PAGE = 200;
const QUERIES = 200;
const START_MS_ASKED = 2000;
const P99_MS_ASKED = 20;

export interface StoredTerms {
  /** File of the command that starts the gateway. */
  readonly command: string;
  /** At least so many are stored; they are submitted over HTTP for `fillMs` at a time. */
  readonly actions: number;
  readonly fillMs: number;
  readonly rounds: number;
}

/** How soon a gateway with so many actions is back, and how fast it finds one of them. */
export async function measureStored({ command, actions, fillMs, rounds }: StoredTerms): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "holdpoint-bench-"));
  try {
    const start = { folder: join(folder, "data"), command };
    const { stored, tokens } = await fill(start, actions, fillMs);
    const starts: number[] = [];
    const lookups: number[] = [];
    const listings: number[] = [];
    let found: Record<string, unknown> = {};
    for (let round = 0; round < rounds; round += 1) {
      const startedMs = performance.now();
      const gateway = await startGateway({ ...start, tokens });
      starts.push(performance.now() - startedMs);
      try {
        const one = await oneRound(gateway, stored);
        lookups.push(one.lookupP99Ms);
        listings.push(one.listingP99Ms);
        found = one.info;
      } finally {
        await gateway.stop();
      }
    }
    const info = { actions: stored, fileSystem: fileSystemOf(folder), ...found };
    const atMost = (asked: number): Record<string, string> => ({ asked: `at most ${asked} ms` });
    return [
      rowOf("stored-1m-start", "ms", starts, {}, { ...info, ...atMost(START_MS_ASKED) }),
      rowOf("stored-1m-lookup-p99", "ms", lookups, {}, atMost(P99_MS_ASKED)),
      rowOf("stored-1m-listing-p99", "ms", listings, {}, atMost(P99_MS_ASKED)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(
  start: GatewayStart,
  actions: number,
  fillMs: number,
): Promise<{ stored: number; tokens: Record<string, string> }> {
  const gateway = await startGateway(start);
  try {
    let stored = 0;
    while (stored < actions) {
      const load = { connections: CONNECTIONS, warmUpMs: 0, measureMs: fillMs };
      stored += (await measureActions(gateway, gateway.requester, load)).all;
    }
    return { stored, tokens: { requester: gateway.requester, operator: gateway.operator } };
  } finally {
    await gateway.stop();
  }
}

interface StoredRound {
  readonly lookupP99Ms: number;
  readonly listingP99Ms: number;
  readonly info: Record<string, unknown>;
}

/** All pages of everything, lookups of actions from all pages, and each filter of the listing. */
async function oneRound(gateway: Gateway, stored: number): Promise<StoredRound> {
  const asker = await openAsker(gateway.ready.url, gateway.requester);
  try {
    const walk = await walkPages(asker, PAGE, Math.ceil(stored / PAGE) + 1);
    if (walk.actions !== stored) throw new Error(`${stored} actions were answered, ${walk.actions} are listed`);
    const lookups: number[] = [];
    for (const id of shuffled(walk.ids)) lookups.push((await asker.get(`/v1/actions/${id}`)).ms);
    const filtered = await listFiltered(asker);
    const byFilter = Object.fromEntries(Object.entries(filtered).map(([name, times]) => [name, p99(times)]));
    return {
      lookupP99Ms: p99(lookups),
      listingP99Ms: Math.max(p99(walk.timesMs), ...Object.values(byFilter)),
      info: {
        pages: walk.timesMs.length,
        lookups: lookups.length,
        listingP99Ms: { all: p99(walk.timesMs), ...byFilter },
        residentBytes: processUse(gateway.pid)?.residentBytes ?? null,
      },
    };
  } finally {
    asker.close();
  }
}

async function listFiltered(asker: Asker): Promise<Record<string, number[]>> {
  const filters = {
    "state that all have": "state=SUCCEEDED",
    "state that none has": "state=DEAD",
    "adapter that all have": "adapter=echo",
    "adapter that none has": "adapter=notify",
    "session that none has": "session=absent",
    since: "since=2026-01-01T00%3A00%3A00Z",
  };
  const times: Record<string, number[]> = {};
  for (const [name, filter] of Object.entries(filters)) {
    const each: number[] = [];
    for (let query = 0; query < QUERIES; query += 1) {
      each.push((await asker.get(`/v1/actions?limit=${PAGE}&${filter}`)).ms);
    }
    times[name] = each;
  }
  return times;
}

function p99(timesMs: readonly number[]): number {
  return percentile(
    timesMs.toSorted((a, b) => a - b),
    0.99,
  );
}

/** The same order in every run: far apart from one another, as lookups are. */
function shuffled(ids: readonly string[]): string[] {
  const step = 7919;
  return ids.map((_, index) => ids[(index * step) % ids.length] ?? "");
}
