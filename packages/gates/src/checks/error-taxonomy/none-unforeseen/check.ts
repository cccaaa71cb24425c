import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const INTERNAL = "HP-INTERNAL";

function judge(input: CheckInput): Finding {
  const provoked = provocations(input);
  const internal = provoked.filter(
    ({ code, problem, status }) => [code, problem?.code].includes(INTERNAL) || status === 500,
  );
  const problems = offence(
    internal.map(({ id, done }) => `${id} (${done})`),
    { code: "internal-error", noun: "error", text: "was not foreseen", flip: "would pass at 0 internal errors" },
  );
  const reason = `${count(provoked.length, "error")}, each foreseen`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}
