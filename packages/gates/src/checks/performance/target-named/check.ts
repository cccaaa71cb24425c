import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns } from "../../../evidence/load-runs.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const ADDRESS = /^(?:https?|wss?):\/\/([^/?#\s]+)/;

function judge(input: CheckInput): Finding {
  return judgeRuns(input, problemsOf, (runs) => {
    const targets = [...new Set(runs.map(({ url }) => url ?? ""))].join(", ");
    return { reason: `made on ${targets}`, observed: targets, threshold: "an address" };
  });
}

function problemsOf(run: LoadBody): Problem[] {
  const host = ADDRESS.exec(run.url ?? "")?.[1];
  if (host === undefined) return [unnamed(run)];
  return [...(host.includes("@") ? [shown(run, host)] : []), ...unsaid(run)];
}

function unnamed({ id, url }: LoadBody): Problem {
  const on = url === null || url === "" ? "a target that it does not name" : "what is no address";
  return {
    outcome: "missing",
    code: "target-unnamed",
    text: `load ${id} was made on ${on}`,
    observed: url ?? "nothing",
    threshold: "an address of http, https, ws or wss",
    flip: "would be judged with the target's address",
  };
}

/** Never the credentials themselves. */
function shown({ id }: LoadBody, host: string): Problem {
  return {
    outcome: "fail",
    code: "credentials-shown",
    text: `load ${id} shows credentials in the address of ${host.slice(host.lastIndexOf("@") + 1)}`,
    observed: "credentials",
    threshold: "an address without credentials",
    flip: "would pass without them",
  };
}

function unsaid({ id, trust, terms }: LoadBody): Problem[] {
  if (trust !== "open-both-clocks") return [];
  const absent = [terms.planSha256 === null ? "plan" : "", terms.testbedSha256 === null ? "machine" : ""].filter(
    Boolean,
  );
  if (absent.length === 0) return [];
  return [
    {
      outcome: "missing",
      code: "plan-unsaid",
      text: `load ${id} does not say which ${absent.join(" and ")} it was made with, so nothing compares with it`,
      observed: `no ${absent.join(", no ")}`,
      threshold: "digests of plan and machine",
      flip: "would be judged with both digests",
    },
  ];
}
