import type { Check, CheckInput, Finding, ResourcesBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { countParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const requestsMin = countParam(input.params, "requestsMin");
  const bodies = bodiesOf<ResourcesBody>(input, KIND.resources);
  const fewest = Math.min(...bodies.map(({ requests }) => requests));
  return conclude(
    bodies.flatMap(({ subject, requests }): Problem[] => {
      if (requests >= requestsMin && requests > 0) return [];
      return [
        {
          outcome: "missing",
          code: requests > 0 ? "too-few-requests" : "idle",
          text: `${subject} answered ${count(requests, "request")}, ${requestsMin} are needed`,
          observed: requests,
          threshold: requestsMin,
          flip: `would be judged with ${Math.max(1, requestsMin)} requests`,
        },
      ];
    }),
    {
      reason: bodies.map(({ subject, requests }) => `${subject} answered ${count(requests, "request")}`).join("; "),
      observed: fewest,
      threshold: requestsMin,
    },
  );
}
