import type { Check, CheckInput, Finding, SoakBody } from "@holdpoint/core";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { soaksOf } from "../../../evidence/soaks.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const soaks = soaksOf(input);
  const effects = soaks.flatMap(effectsOf);
  const named = (of: (effect: Effect) => boolean): string[] => effects.filter(of).map(({ name }) => name);
  const noun = "parameter";
  return conclude(
    [
      ...offence(
        soaks.flatMap(({ id, deltas }) => deltas.stuck.map((path) => `${path} of ${id}`)),
        { code: "stuck", noun, text: "stuck", flip: "would pass if it moved when it is written" },
      ),
      ...offence(
        named(({ opposite, asExpected }) => opposite > asExpected),
        {
          code: "opposite",
          noun,
          text: "moving its KPI the wrong way",
          flip: "would pass if it moved its KPI as expected",
        },
      ),
      ...offence(
        named(({ none, opposite, asExpected }) => none > 0 && opposite + asExpected === 0),
        {
          code: "no-effect",
          noun,
          text: "without an effect",
          flip: "would pass if a change moved its KPI",
          outcome: "warn",
        },
      ),
    ],
    { reason: `${count(effects.length, "changed parameter")} with an effect`, observed: 0, threshold: 0 },
  );
}

interface Effect {
  readonly name: string;
  readonly asExpected: number;
  readonly opposite: number;
  readonly none: number;
}

/** What the changes of each parameter did to their KPIs; what could not be seen counts for nothing. */
function effectsOf({ id, iterations }: SoakBody): readonly Effect[] {
  const seen = iterations.flatMap(({ tuning: { witness } }) => (witness === null ? [] : [witness]));
  return [...Map.groupBy(seen, ({ parameter }) => parameter)].map(([parameter, witnesses]) => {
    const counted = (what: string): number => witnesses.filter((one) => one.seen === what).length;
    const name = `${parameter} of ${id}`;
    return { name, asExpected: counted("as-expected"), opposite: counted("opposite"), none: counted("none") };
  });
}
