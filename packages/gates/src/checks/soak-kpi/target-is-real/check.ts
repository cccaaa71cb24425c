import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const simulated = soaks.filter(({ synthetic }) => synthetic).map(({ id, target }) => `${id} (${target})`);
  const problems = offence(simulated, {
    code: "synthetic",
    noun: "soak",
    text: "ran against a simulation, which is no release evidence",
    flip: "would be judged with a soak of the service itself",
    outcome: "missing",
  });
  const reason = `${count(soaks.length, "soak")} of a real target: ${soaks.map(({ target }) => target).join(", ")}`;
  return conclude(problems, { reason, observed: soaks.length, threshold: soaks.length });
}
