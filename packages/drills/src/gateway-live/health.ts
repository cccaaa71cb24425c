import type { GatewayCounter, GatewayLiveBody, GatewayProbe } from "@holdpoint/core";
import { objectOf, textOf } from "../http-probe.ts";
import { allItems } from "../gateway/answers.ts";
import { readMetricsText, valueOf } from "../metrics-text.ts";
import type { Experiment } from "./terms.ts";

const TERMINAL: readonly string[] = ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED"];

/** What an orchestrator and a scraper ask, and whether the numbers are those of the actions that there are. */
export async function tryHealth({ house }: Experiment): Promise<Pick<GatewayLiveBody, "probes" | "counters">> {
  const actions = await allItems(house, "/v1/actions");
  // A replay that died is counted with its original, which is open still.
  const letters = (await allItems(house, "/v1/dead-letters?status=open")).filter((one) => one["replay_of"] === null);
  const [livez, readyz, metrics] = await Promise.all([
    house.ask("GET", "/livez"),
    house.ask("GET", "/readyz"),
    house.get("/metrics"),
  ]);
  const { samples, problems } = readMetricsText(metrics.text);
  const isType = (metrics.headers["content-type"] ?? "").startsWith("text/plain; version=0.0.4");
  const probes: GatewayProbe[] = [
    { path: "/livez", status: livez.status, problems: saysTrue(livez.json, "live") },
    { path: "/readyz", status: readyz.status, problems: saysTrue(readyz.json, "ready") },
    {
      path: "/metrics",
      status: metrics.status,
      problems: [...(isType ? [] : ["it is not of the type text/plain; version=0.0.4"]), ...problems],
    },
  ];
  const counters: GatewayCounter[] = TERMINAL.map((state) => ({
    name: `holdpoint_actions_ended_total ${state}`,
    counted: actions.filter((action) => textOf(action["state"]) === state).length,
    told: valueOf(samples, "holdpoint_actions_ended_total", { state }),
  }));
  counters.push({
    name: "holdpoint_dead_letters_open",
    counted: letters.length,
    told: valueOf(samples, "holdpoint_dead_letters_open", {}),
  });
  return { probes, counters };
}

function saysTrue(json: Parameters<typeof objectOf>[0], member: string): string[] {
  return objectOf(json)[member] === true ? [] : [`it does not say that ${member} is true`];
}
