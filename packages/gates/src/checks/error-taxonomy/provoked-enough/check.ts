import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { provocations } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { countParam, stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const wanted = countParam(input.params, "provocationsMin");
  const surfaces = stringsParam(input.params, "surfaces");
  const provoked = provocations(input);
  const found = new Set<string>(provoked.map(({ surface }) => surface));
  const silent = offence(
    surfaces.filter((surface) => !found.has(surface)),
    {
      code: "surface-silent",
      noun: "surface",
      text: "gave no error at all",
      flip: "would pass with 1 error provoked on each",
    },
  );
  const few =
    provoked.length >= wanted
      ? []
      : [
          {
            outcome: "fail" as const,
            code: "too-few",
            text: `${count(provoked.length, "error")} provoked, ${wanted} are wanted`,
            observed: provoked.length,
            threshold: wanted,
            flip: `would pass at ${wanted}`,
          },
        ];
  const reason = `${count(provoked.length, "error")} provoked on ${count(found.size, "surface")}`;
  return conclude([...silent, ...few], { reason, observed: provoked.length, threshold: wanted });
}
