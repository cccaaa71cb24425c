import type { DeadLettersBody, FilterSeen, Json, PolicyReplaySeen } from "@holdpoint/core";
import { objectOf } from "../http-probe.ts";
import { allItems, digestOfJson, numberOf } from "../gateway/answers.ts";
import { pathOf } from "../gateway/gateway-file.ts";
import type { House } from "../gateway/house.ts";
import { actionAt, actionIdsOf, ended, heal, letterStatus, makeLetters, plan, run } from "./replaying.ts";
import type { Experiment } from "./terms.ts";
import { ALLOWED } from "./terms.ts";

const EMPTY_FILTERS: readonly Json[] = [{}, { ids: [] }, null];

export async function tryEmptyFilters({ house }: Experiment): Promise<Pick<DeadLettersBody, "refusedFilters">> {
  const ask = async (filter: Json): Promise<FilterSeen> => {
    const { status, code } = await plan(house, filter);
    return { filter: JSON.stringify(filter), status, code };
  };
  return { refusedFilters: await Promise.all(EMPTY_FILTERS.map(ask)) };
}

export async function tryPlan({ house }: Experiment): Promise<Pick<DeadLettersBody, "plans">> {
  const adapter = "planned";
  const ids = await makeLetters(house, adapter, 3);
  const calls = house.upstream.callsTo(pathOf(adapter)).length;
  const [lettersBefore, actionsBefore] = await look(house, adapter);
  const planned = await plan(house, { adapter });
  const [lettersAfter, actionsAfter] = await look(house, adapter);
  const seen = {
    expected: ids.length,
    planned: numberOf(objectOf(planned.json)["count"]) ?? 0,
    lettersBefore,
    lettersAfter,
    actionsBefore,
    actionsAfter,
    upstreamCalls: house.upstream.callsTo(pathOf(adapter)).length - calls,
  };
  return { plans: [seen] };
}

async function look(house: House, adapter: string): Promise<[letters: string, actions: number]> {
  const letters = await allItems(house, `/v1/dead-letters?adapter=${adapter}`);
  const actions = await allItems(house, `/v1/actions?adapter=${adapter}`);
  return [digestOfJson(letters), actions.length];
}

/** Letters whose operation is denied by now. Runs alone: a policy that changes stops whatever has not started. */
export async function tryTodaysPolicy(experiment: Experiment): Promise<Pick<DeadLettersBody, "policies">> {
  const { house } = experiment;
  const adapter = "denied-by-now";
  const ids = await makeLetters(house, adapter, 2);
  await heal(house, adapter);
  const effects = house.upstream.effects(pathOf(adapter));
  await house.setPolicy([ALLOWED, { id: "no-more", adapters: [adapter], decision: "deny" }]);
  const planned = objectOf((await plan(house, { adapter })).json);
  const id = await run(house, { adapter });
  const done = id === null ? {} : await ended(experiment, id);
  const actions = await Promise.all(actionIdsOf(done).map((one) => actionAt(house, one)));
  const statuses = await Promise.all(ids.map((one) => letterStatus(house, one)));
  await house.setPolicy([ALLOWED]);
  const seen: PolicyReplaySeen = {
    letters: ids.length,
    plannedDenials: numberOf(objectOf(planned["decisions"])["DENY"]) ?? 0,
    denied: actions.filter((action) => action["state"] === "DENIED").length,
    effects: house.upstream.effects(pathOf(adapter)) - effects,
    stillOpen: statuses.filter((status) => status === "open").length,
  };
  return { policies: [seen] };
}
