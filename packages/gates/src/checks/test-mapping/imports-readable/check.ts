import type { Check, CheckInput, Finding } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import type { Problem } from "../../../conclude.ts";
import { mappingOf } from "../../../evidence/mapped-modules.ts";
import { countParam } from "../../../params.ts";
import { place } from "../../../place.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const maxUnreadable = countParam(input.params, "maxUnreadable");
  const maxUnresolved = countParam(input.params, "maxUnresolved");
  const { bodies } = mappingOf(input);
  const unreadable = bodies.flatMap((body) => body.unreadable);
  const unresolved = bodies.flatMap((body) => body.unresolved);
  const problems: Problem[] = [];
  const files = listed(unreadable.map(({ path }) => path));
  const imports = listed(unresolved.map(({ path, specifier }) => `${specifier} in ${path}`));
  const without = `${count(unresolved.length, "relative import")} without a tracked file`;
  if (unreadable.length > maxUnreadable) {
    problems.push({
      outcome: "fail",
      code: "unreadable",
      text: `the imports of ${count(unreadable.length, "file")} could not be read: ${files}`,
      observed: unreadable.length,
      threshold: maxUnreadable,
      flip: `would pass at <= ${count(maxUnreadable, "file")}`,
      locations: unreadable.map(({ path, text }) => ({ file: path, text })),
    });
  }
  if (unresolved.length > maxUnresolved) {
    problems.push({
      outcome: "warn",
      code: "unresolved",
      text: `${without}, ${maxUnresolved} may be: ${imports}`,
      observed: unresolved.length,
      threshold: maxUnresolved,
      flip: `would pass at <= ${count(maxUnresolved, "import")}`,
      locations: unresolved.map(({ path, line, specifier }) =>
        place(path, line, `${specifier} leads to no tracked file`),
      ),
    });
  }
  const reason = `${unreadable.length} files unreadable, ${unresolved.length} relative imports without a tracked file`;
  return conclude(problems, { reason, observed: unreadable.length, threshold: maxUnreadable });
}
