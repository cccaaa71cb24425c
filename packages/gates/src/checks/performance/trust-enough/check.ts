import type { Check, CheckInput, Finding, LoadBody } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { judgeRuns } from "../../../evidence/load-runs.ts";
import { stringsParam } from "../../../params.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const MEANING: Readonly<Record<string, string>> = {
  "open-service-only": "measures from the actual send, so waiting before it is not seen",
  "closed-service-only": "waits for an answer before it sends again, so it stands still with the target",
};

function judge(input: CheckInput): Finding {
  const accept = stringsParam(input.params, "accept");
  return judgeRuns(
    input,
    (run) => untrusted(run, accept),
    (runs) => ({
      reason: runs.map(({ id, tool, trust }) => `load ${id} by ${tool.name} is ${trust}`).join(", "),
      observed: [...new Set(runs.map(({ trust }) => trust))].join(", "),
      threshold: accept.join(", "),
    }),
  );
}

function untrusted(run: LoadBody, accept: readonly string[]): Problem[] {
  const { id, tool, trust, terms } = run;
  if (trust.startsWith("open") && terms.model !== "open") return [contradicting(run)];
  if (accept.includes(trust)) return [];
  const meaning = (Object.hasOwn(MEANING, trust) ? MEANING[trust] : null) ?? "does not say how it measures";
  return [
    {
      outcome: "missing",
      code: "not-trusted",
      text: `load ${id} is ${trust}: ${tool.name} ${meaning}`,
      observed: trust,
      threshold: accept.join(", ") || "nothing is accepted",
      flip: `would be judged when the profile accepts ${trust}`,
    },
  ];
}

function contradicting({ id, trust, terms }: LoadBody): Problem {
  return {
    outcome: "missing",
    code: "model-contradicts",
    text: `load ${id} is called ${trust}, and its model is ${terms.model}`,
    observed: terms.model,
    threshold: "open",
    flip: "would be judged with a trust that fits its model",
  };
}
