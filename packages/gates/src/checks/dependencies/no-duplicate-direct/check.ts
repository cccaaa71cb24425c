import type { Check, CheckInput, DependenciesBody, DirectDependency, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const direct = bodiesOf<DependenciesBody>(input, KIND.dependencies).flatMap((body) => body.direct);
  const asked = direct.filter(({ type }) => type !== "peerDependencies");
  const byName = Map.groupBy(asked, ({ name }) => name);
  const problems = [...byName].flatMap(([name, ranges]) => [...twice(name, ranges), ...differing(name, ranges)]);
  const reason = `${count(byName.size, "package")} asked for ${count(asked.length, "time")}, alike everywhere`;
  return conclude(problems, { reason, observed: 1, threshold: 1 });
}

function twice(name: string, ranges: readonly DirectDependency[]): Problem[] {
  return [...Map.groupBy(ranges, ({ manifest }) => manifest)]
    .filter(([, same]) => same.length > 1)
    .map(([file, same]): Problem => ({
      outcome: "fail",
      code: "listed-twice",
      text: `${file} names ${name} in ${listed(same.map(({ type }) => type))}`,
      observed: same.length,
      threshold: 1,
      flip: `would pass with ${name} under one type`,
      locations: same.map(({ type, range }) => ({ file, text: `${type} ${name}: ${range}` })),
    }));
}

function differing(name: string, ranges: readonly DirectDependency[]): Problem[] {
  const wanted = [...new Set(ranges.map(({ range }) => range))];
  if (wanted.length === 1) return [];
  return [
    {
      outcome: "warn",
      code: "ranges-differ",
      text: `${name} is asked for as ${listed(wanted)}`,
      observed: wanted.length,
      threshold: 1,
      flip: `would pass with one range of ${name}`,
      locations: ranges.map(({ manifest, range }) => ({ file: manifest, text: `${name}: ${range}` })),
    },
  ];
}
