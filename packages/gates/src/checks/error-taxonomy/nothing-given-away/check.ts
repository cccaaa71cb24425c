import type { Check, CheckInput, ErrorLeak, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { provocations } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const TEXTS: Readonly<Record<ErrorLeak["kind"], string>> = {
  token: "contained a token",
  path: "contained a path of the machine",
  stack: "contained a stack trace",
};

function judge(input: CheckInput): Finding {
  const provoked = provocations(input);
  const problems: Problem[] = Object.entries(TEXTS).flatMap(([kind, text]) =>
    offence(
      provoked.flatMap(({ id, leaks }) =>
        leaks.filter((leak) => leak.kind === kind).map(({ where }) => `${id} (${where})`),
      ),
      { code: `${kind}-leaked`, noun: "error", text, flip: "would pass at 0" },
    ),
  );
  const reason = `nothing given away by ${count(provoked.length, "error")}`;
  return conclude(problems, { reason, observed: 0, threshold: 0 });
}
