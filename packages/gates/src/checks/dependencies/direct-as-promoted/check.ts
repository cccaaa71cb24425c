import type { Check, CheckInput, DependenciesBody, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { directNames, readDependencyFacts } from "../../../evidence/dependency-facts.ts";
import { withoutFacts } from "../../../inherit.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<DependenciesBody>(input, KIND.dependencies);
  const then = readDependencyFacts(input);
  if (then === null) return withoutFacts(input, "dependencies", definition.id, "the direct dependencies");
  const names = directNames(bodies);
  const added = names.filter((name) => !then.direct.includes(name));
  const gone = then.direct.filter((name) => !names.includes(name));
  const reason = `no direct dependency is new, ${gone.length === 0 ? "none is gone" : `gone: ${listed(gone)}`}`;
  const problems: Problem[] =
    added.length === 0
      ? []
      : [
          {
            outcome: "warn",
            code: "direct-added",
            text: `${count(added.length, "direct dependency", "direct dependencies")} new: ${listed(added)}`,
            observed: added.length,
            threshold: 0,
            flip: "would pass at 0 new direct dependencies",
            locations: bodies
              .flatMap((body) => body.direct)
              .filter(({ name }) => added.includes(name))
              .map(({ manifest, name, range }) => ({ file: manifest, text: `new: ${name} ${range}` })),
          },
        ];
  return conclude(problems, { reason, observed: added.length, threshold: 0 });
}
