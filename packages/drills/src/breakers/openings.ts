import type {
  BreakerAccount,
  BreakerNeighbour,
  BreakerOpening,
  BreakerRefusals,
  BreakersBody,
  Json,
} from "@holdpoint/core";
import { readExposition, sampleValue } from "@holdpoint/core";
import { listOf, objectOf } from "../http-probe.ts";
import { allItems, errorCodeOf, numberOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import { breakerAt, breakerState, submitAll } from "./breaker-view.ts";
import type { Experiment } from "./terms.ts";
import { LIMITS } from "./terms.ts";

const REFUSED = 3;
const NEIGHBOURS = 3;

/** Error answers until it opens, then what an open breaker does, to others too, and what is told of it. */
export async function tryErrors({
  house,
}: Experiment): Promise<Pick<BreakersBody, "openings" | "refusals" | "accounts" | "neighbours">> {
  const opening = await tryOpening(house, "erring", "error-answer", "failing");
  const refusals = await tryRefusals(house, "erring");
  const [accounts, neighbour] = await Promise.all([
    readAccounts(house, "erring", refusals.submitted),
    tryNeighbour(house),
  ]);
  return { openings: [opening], refusals: [refusals], accounts, neighbours: [neighbour] };
}

export async function trySlowness({ house }: Experiment): Promise<Pick<BreakersBody, "openings">> {
  return { openings: [await tryOpening(house, "sluggish", "slow", "slow")] };
}

async function tryOpening(
  house: House,
  adapter: string,
  fault: string,
  mode: "failing" | "slow",
): Promise<BreakerOpening> {
  house.upstream.modes.set(pathOf(adapter), mode);
  await submitAll(house, adapter, LIMITS.minimum_calls - 1);
  const stateBefore = await breakerState(house, adapter);
  await submitAll(house, adapter, 1);
  const stateAfter = await breakerState(house, adapter);
  const faultyCalls = house.upstream.callsTo(pathOf(adapter)).length;
  return { fault, minimumCalls: LIMITS.minimum_calls, faultyCalls, stateBefore, stateAfter };
}

async function tryRefusals(house: House, adapter: string): Promise<BreakerRefusals> {
  const before = house.upstream.callsTo(pathOf(adapter)).length;
  const answers = await Promise.all(Array.from({ length: REFUSED }, (_, n) => house.submit({ adapter, n })));
  const upstreamCalls = house.upstream.callsTo(pathOf(adapter)).length - before;
  const ids = new Set(answers.map(({ json }) => objectOf(json)["id"]));
  const letters = await allItems(house, `/v1/dead-letters?adapter=${adapter}`);
  const deadLetters = letters.filter((letter) => ids.has(letter["id"] as Json)).length;
  const codes = answers.map(({ json }) => errorCodeOf(objectOf(json)));
  return { submitted: REFUSED, upstreamCalls, deadLetters, codes };
}

/** The upstream's own count beside what the gateway tells. */
async function readAccounts(house: House, adapter: string, refused: number): Promise<BreakerAccount[]> {
  const [view, metrics, text] = await Promise.all([
    breakerAt(house, "/v1/breakers", adapter),
    breakerAt(house, "/v1/breakers/metrics?last_n=100", adapter),
    house.get("/metrics"),
  ]);
  const calls = listOf(metrics["calls"]).map(objectOf);
  const transitions = listOf(metrics["transitions"]).map(objectOf);
  const seen = house.upstream.callsTo(pathOf(adapter)).length;
  const failures = calls.filter((call) => call["ok"] === false).length;
  const openings = transitions.filter((change) => change["to"] === "open").length;
  const page = readExposition(text.text, { atMs: 0 });
  const isOpen = sampleValue(page, "holdpoint_breaker_state", { name: adapter, state: "open" });
  return [
    { figure: "calls", seen, told: metrics["calls"] === undefined ? null : calls.length },
    { figure: "failures", seen, told: metrics["calls"] === undefined ? null : failures },
    { figure: "openings", seen: 1, told: metrics["transitions"] === undefined ? null : openings },
    { figure: "refusals", seen: refused, told: numberOf(view["refused_total"]) },
    { figure: "holdpoint_breaker_state open", seen: 1, told: isOpen },
  ];
}

async function tryNeighbour(house: House): Promise<BreakerNeighbour> {
  const states = await submitAll(house, "steady", NEIGHBOURS);
  const succeeded = states.filter((state) => state === "SUCCEEDED").length;
  return { adapter: "steady", state: await breakerState(house, "steady"), submitted: NEIGHBOURS, succeeded };
}
