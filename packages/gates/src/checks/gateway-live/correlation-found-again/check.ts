import type { Check, CheckInput, Finding, GatewayCorrelation, GatewayLiveBody } from "@holdpoint/core";
import { KIND } from "@holdpoint/core";
import { bodiesOf } from "../../../bodies.ts";
import type { Problem } from "../../../conclude.ts";
import { conclude } from "../../../conclude.ts";
import { offence } from "../../../evidence/offence.ts";
import { untried, untriedNames } from "../../../evidence/tried.ts";
import { stringsParam } from "../../../params.ts";
import { count } from "../../../text.ts";
import { definition } from "./definition.ts";
import { plants, sound } from "./plants.ts";

export const check: Check = { definition, judge, sound, plants };

function judge(input: CheckInput): Finding {
  const sent = bodiesOf<GatewayLiveBody>(input, KIND.gatewayLive).flatMap((body) => body.correlations);
  const places = stringsParam(input.params, "places");
  const looked = sent.reduce((sum, one) => sum + one.found.length, 0);
  return conclude([...untried(sent.length, "correlated request"), ...sent.flatMap((one) => problemsOf(one, places))], {
    reason: `${count(sent.length, "request")} found again in ${count(looked, "place")}`,
    observed: looked,
    threshold: looked,
  });
}

function problemsOf({ sent, trace, found }: GatewayCorrelation, places: readonly string[]): Problem[] {
  const named = (wrong: readonly { readonly place: string }[]): string[] => wrong.map((one) => one.place);
  const looked = named(found);
  return [
    ...untriedNames(places, looked, "place"),
    ...offence(named(found.filter((one) => one.correlation !== sent)), {
      code: "correlation-lost",
      noun: "place",
      text: `without the correlation id ${sent}`,
      flip: "would pass if each had the id that was sent",
    }),
    ...offence(named(found.filter((one) => one.trace !== trace)), {
      code: "trace-lost",
      noun: "place",
      text: `without the trace ${trace}`,
      flip: "would pass if each had the trace that was sent",
    }),
  ];
}
