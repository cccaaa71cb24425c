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
  const allow = stringsParam(input.params, "allow");
  const packages = bodiesOf<DependenciesBody>(input, KIND.dependencies).flatMap((body) => body.packages);
  const scripted = packages.filter(({ installScript }) => installScript);
  const refused = scripted.filter(({ name }) => !allow.includes(name));
  const problems: Problem[] = deadEntries(allow, new Set(scripted.map(({ name }) => name)), "allow");
  if (refused.length > 0) {
    const names = listed(refused.map(({ name, version }) => `${name}@${version}`));
    problems.push({
      outcome: "fail",
      code: "script-not-allowed",
      text: `${count(refused.length, "package")} with an install script: ${names}`,
      observed: refused.length,
      threshold: 0,
      flip: "would pass at 0 install scripts beyond `allow`",
      locations: refused.map(({ path, version }) => ({ file: path, text: `${version} has an install script` })),
    });
  }
  const reason = `${count(packages.length, "package")}, ${count(scripted.length, "allowed install script")}`;
  return conclude(problems, { reason, observed: scripted.length, threshold: allow.length });
}
