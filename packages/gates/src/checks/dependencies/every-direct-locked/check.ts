import type { Check, CheckInput, DependenciesBody, DirectDependency, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

const VERSION = /^\d+\.\d+\.\d+\S*$/;

function judge(input: CheckInput): Finding {
  const direct = bodiesOf<DependenciesBody>(input, KIND.dependencies).flatMap((body) => body.direct);
  const asked = direct.filter(({ type }) => type !== "peerDependencies");
  const unlocked = asked.filter(({ locked }) => locked === null);
  const otherwise = asked.filter(({ range, locked }) => locked !== null && VERSION.test(range) && locked !== range);
  const problems = [
    ...problem("direct-not-locked", unlocked, asked.length, "not in the lockfile"),
    ...problem("locked-otherwise", otherwise, asked.length, "locked to another version"),
  ];
  return conclude(problems, {
    reason: `${count(asked.length, "range")} locked`,
    observed: asked.length,
    threshold: asked.length,
  });
}

function problem(code: string, found: readonly DirectDependency[], asked: number, what: string): Problem[] {
  if (found.length === 0) return [];
  const names = listed(found.map(({ name, range }) => `${name}@${range}`));
  return [
    {
      outcome: "fail",
      code,
      text: `${found.length} of ${asked} ${what}: ${names}`,
      observed: asked - found.length,
      threshold: asked,
      flip: `would pass with all ${asked} locked`,
      locations: found.map(({ manifest, name, range, locked }) => ({
        file: manifest,
        text: `${name}: ${range}, locked ${locked ?? "nowhere"}`,
      })),
    },
  ];
}
