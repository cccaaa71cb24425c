import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { deadEntries } from "../../../evidence/allow-list.ts";
import { stringsParam } from "../../../params.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const types = new Set(stringsParam(input.params, "types"));
  const allow = stringsParam(input.params, "allow");
  const asked = bodiesOf<DependenciesBody>(input, KIND.dependencies)
    .flatMap((body) => body.direct)
    .filter(({ type }) => types.has(type));
  const loose = asked.filter(({ exact }) => !exact);
  const refused = loose.filter(({ name }) => !allow.includes(name));
  const problems: Problem[] = deadEntries(allow, new Set(loose.map(({ name }) => name)), "allow");
  if (refused.length > 0) {
    const names = listed(refused.map(({ name, range }) => `${name}@${range}`));
    problems.push({
      outcome: "fail",
      code: "range-not-exact",
      observed: asked.length - refused.length,
      threshold: asked.length,
      text: `${refused.length} of ${count(asked.length, "range")} not exact: ${names}`,
      flip: `would pass with all ${asked.length} exact`,
      locations: refused.map(({ manifest, name, range, type }) => ({
        file: manifest,
        text: `${type} ${name}: ${range}`,
      })),
    });
  }
  const reason = `${count(asked.length - loose.length, "range")} exact, ${loose.length} allowed`;
  return conclude(problems, { reason, observed: asked.length, threshold: asked.length });
}
