import type { Check, CheckInput, Finding } from "@holdpoint/core";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { registeredErrors, taxonomies } from "../../../evidence/error-taxonomies.ts";
import { offence } from "../../../evidence/offence.ts";
import { byText, count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = taxonomies(input);
  const codes = [...registeredErrors(input).keys()].sort(byText);
  const families = new Set(codes.map(familyOf));
  const documented = new Set(bodies.flatMap(({ documentation }) => documentation.codes));
  const strange = [...documented].filter((code) => families.has(familyOf(code)) && !codes.includes(code));
  const problems: Problem[] = [
    ...offence(
      bodies.filter(({ documentation }) => documentation.file === null).map(() => "the errors' page"),
      { code: "page-absent", noun: "page", text: "is not there", flip: "would pass with the generated page" },
    ),
    ...offence(
      codes.filter((code) => !documented.has(code)),
      { code: "undocumented", noun: "code", text: "not on the page", flip: "would pass with each on the page" },
    ),
    ...offence(strange, {
      code: "documented-unregistered",
      noun: "code",
      text: "only on the page",
      flip: "would pass with a page of registered codes only",
    }),
  ];
  const reason = `all of ${count(codes.length, "registered code")} on the page, and no other of their families`;
  return conclude(problems, { reason, observed: codes.length, threshold: codes.length });
}

/** `HP-GATEWAY` of `HP-GATEWAY-BODY`: the page names codes of other parts of the product too. */
function familyOf(code: string): string {
  return code.split("-", 2).join("-");
}
