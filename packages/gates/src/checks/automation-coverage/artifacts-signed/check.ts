import type { ArtifactsBody, Check, CheckInput, Finding } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { count, listed } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const all = bodiesOf<ArtifactsBody>(input, KIND.artifacts).flatMap((body) => body.artifacts);
  const unsigned = all.filter((artifact) => !artifact.signed);
  const problems: Problem[] =
    unsigned.length === 0
      ? []
      : [
          {
            outcome: "fail",
            code: "unsigned",
            text:
              `${unsigned.length} of ${count(all.length, "artifact")} without a signature that verifies: ` +
              listed(unsigned.map(({ gate }) => gate)),
            observed: all.length - unsigned.length,
            threshold: all.length,
            flip: `would pass with ${count(all.length, "signature")}`,
            locations: unsigned.map(({ file, gate }) => ({ file, text: `artifact of ${gate} is not signed` })),
          },
        ];
  return conclude(problems, {
    reason: `${count(all.length, "artifact")} signed`,
    observed: all.length,
    threshold: all.length,
  });
}
