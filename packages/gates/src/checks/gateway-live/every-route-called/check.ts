import type { Check, CheckInput, Finding, GatewayLiveBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { untried } from "../../../evidence/tried.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const bodies = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive);
  const operations = bodies.reduce((sum, body) => sum + body.operations.length, 0);
  return conclude(bodies.flatMap(problemsOf), {
    reason: `${count(operations, "operation")} called with success and refused`,
    observed: operations,
    threshold: operations,
  });
}

function problemsOf({ operations, calls }: GatewayLiveBody): Problem[] {
  const called = (expected: string): ReadonlySet<string> =>
    new Set(calls.filter((call) => call.expected === expected).map((call) => call.operation));
  const [succeeded, refused] = [called("success"), called("refusal")];
  const strangers = new Set(calls.map((call) => call.operation).filter((one) => !operations.includes(one)));
  const noun = "operation";
  return [
    ...untried(Math.min(operations.length, calls.length), "operation"),
    ...offence(
      operations.filter((one) => !succeeded.has(one)),
      { code: "never-succeeded", noun, text: "never called with success", flip: "would pass if each succeeded once" },
    ),
    ...offence(
      operations.filter((one) => !refused.has(one)),
      { code: "never-refused", noun, text: "never refused", flip: "would pass if each refused once" },
    ),
    ...offence([...strangers], {
      code: "not-listed",
      noun,
      text: "called that the OpenAPI document does not list",
      flip: "would pass if the document listed each",
    }),
  ];
}
