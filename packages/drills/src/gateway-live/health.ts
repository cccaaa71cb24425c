import type { Exposition, GatewayCounter, GatewayLiveBody, GatewayProbe } from "@holdpoint/core";
import { readExposition, sampleValue, validateExposition } from "@holdpoint/core";
import { objectOf, textOf } from "../http-probe.ts";
import { allItems } from "../gateway/answers.ts";
import type { Experiment } from "./terms.ts";

const TERMINAL: readonly string[] = ["SUCCEEDED", "DENIED", "EXPIRED", "CANCELLED", "DEAD", "SIMULATED"];

/** What an orchestrator and a scraper ask, and whether the numbers are those of the actions that there are. */
export async function tryHealth({ house, context }: Experiment): Promise<Pick<GatewayLiveBody, "probes" | "counters">> {
  const actions = await allItems(house, "/v1/actions");
  // A replay that died is counted with its original, which is open still.
  const letters = (await allItems(house, "/v1/dead-letters?status=open")).filter((one) => one["replay_of"] === null);
  const [livez, readyz, metrics] = await Promise.all([
    house.ask("GET", "/livez"),
    house.ask("GET", "/readyz"),
    house.get("/metrics"),
  ]);
  const page = readExposition(metrics.text, { atMs: context.nowMs() });
  const isType = (metrics.headers["content-type"] ?? "").startsWith("text/plain; version=0.0.4");
  const probes: GatewayProbe[] = [
    { path: "/livez", status: livez.status, problems: saysTrue(livez.json, "live") },
    { path: "/readyz", status: readyz.status, problems: saysTrue(readyz.json, "ready") },
    {
      path: "/metrics",
      status: metrics.status,
      problems: [...(isType ? [] : ["it is not of the type text/plain; version=0.0.4"]), ...textProblems(page)],
    },
  ];
  const counters: GatewayCounter[] = TERMINAL.map((state) => ({
    name: `holdpoint_actions_ended_total ${state}`,
    counted: actions.filter((action) => textOf(action["state"]) === state).length,
    told: sampleValue(page, "holdpoint_actions_ended_total", { state }),
  }));
  counters.push({
    name: "holdpoint_dead_letters_open",
    counted: letters.length,
    told: sampleValue(page, "holdpoint_dead_letters_open"),
  });
  return { probes, counters };
}

/** What a strict reader would refuse. */
function textProblems(page: Exposition): string[] {
  const errors = validateExposition([page]).filter(({ severity }) => severity === "error");
  return errors.map(({ line, text }) => (line === null ? text : `line ${line}: ${text}`));
}

function saysTrue(json: Parameters<typeof objectOf>[0], member: string): string[] {
  return objectOf(json)[member] === true ? [] : [`it does not say that ${member} is true`];
}
