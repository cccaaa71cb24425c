import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processUse } from "../../harness/process-use.ts";
import { rowOf } from "../../harness/rounds.ts";
import type { Row } from "../../harness/row.ts";
import { sendLoad } from "../../harness/send-load.ts";
import { fileSystemOf } from "./file-system.ts";
import type { Gateway, GatewayStart } from "./gateway-server.ts";
import { startGateway } from "./gateway-server.ts";
import { measureActions } from "./measure.ts";
import type { ActionPage, GetPage } from "./page-walk.ts";
import { walkPages } from "./page-walk.ts";
import { listingPlan, lookupPlan, p99ByEndpoint } from "./stored-queries.ts";

const CONNECTIONS = 100;
const PAGE = 200;
const START_MS_ASKED = 2000;
const P99_MS_ASKED = 20;

export interface StoredTerms {
  /** File of the command that starts the gateway. */
  readonly command: string;
  /** At least so many are stored; they are submitted over HTTP for `fillMs` at a time. */
  readonly actions: number;
  readonly fillMs: number;
  /** Lookups are measured for so long, and then listings. */
  readonly queryMs: number;
  readonly rounds: number;
}

/** How soon a gateway with so many actions is back, and how fast it finds one of them. */
export async function measureStored({ command, actions, fillMs, queryMs, rounds }: StoredTerms): Promise<Row[]> {
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
        const one = await oneRound(gateway, stored, queryMs);
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

/** All pages of everything once, then lookups of actions from all pages, and listings of every kind. */
async function oneRound(gateway: Gateway, stored: number, measureMs: number): Promise<StoredRound> {
  const { url } = gateway.ready;
  const token = gateway.requester;
  const walk = await walkPages(pagesOf(url, token), PAGE, Math.ceil(stored / PAGE) + 1);
  if (walk.actions !== stored) throw new Error(`${stored} actions were answered, ${walk.actions} are listed`);
  const terms = { url, token, limit: PAGE, measureMs };
  const lookups = p99ByEndpoint(await sendLoad(lookupPlan(terms, walk)));
  const listings = p99ByEndpoint(await sendLoad(listingPlan(terms, walk)));
  const worst = (each: typeof lookups): number => Math.max(...Object.values(each).map(({ p99Ms }) => p99Ms));
  return {
    lookupP99Ms: worst(lookups),
    listingP99Ms: worst(listings),
    info: {
      pages: walk.pages.length,
      lookups,
      listings,
      residentBytes: processUse(gateway.pid)?.residentBytes ?? null,
    },
  };
}

function pagesOf(url: string, token: string): GetPage {
  return async (path) => {
    const answer = await fetch(new URL(path, url), { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as ActionPage;
  };
}
