import type { LoadPlan } from "@holdpoint/core";
import { HoldpointError } from "@holdpoint/core";
import { partSeed, seededDraw } from "../schedule/random.ts";
import type { PreparedRequest } from "./compile-request.ts";
import { compileRequest } from "./compile-request.ts";
import { requireMessages } from "./messages.ts";
import type { PlaceOf } from "./place.ts";
import { planPlace } from "./place.ts";
import { targetOf } from "./target.ts";
import type { ArrivalValues } from "./values.ts";

export interface PreparedFlow {
  readonly name: string;
  readonly steps: readonly PreparedRequest[];
}

export interface CompiledFlows {
  readonly flows: readonly PreparedFlow[];
  /** The flow of an arrival: by weight, from the seed and the arrival's index. */
  flowOf(index: number): PreparedFlow;
  valuesOf(index: number): ArrivalValues;
}

/** Keeps these draws apart from each other and from those of the schedule. */
const FLOW_WORD = 2;
const VALUES_WORD = 3;

/**
 * Makes of the plan's flows what can be sent; every mistake in a text is told here, before anything goes out.
 *
 * @throws HoldpointError `HP-LOAD-REQUEST`, `-PLACEHOLDER`, `-PATTERN` or `-JSON-PATH` with the place that `placeOf`
 * gives, else the column in the text
 * @example
 * const { flowOf, valuesOf } = compileFlows(plan);
 * const [step] = flowOf(0).steps;
 * step?.request(valuesOf(0)).http1.toString(); // "GET / HTTP/1.1\r\nhost: …"
 */
export function compileFlows(plan: LoadPlan, placeOf: PlaceOf = planPlace): CompiledFlows {
  const target = targetOf(plan.url);
  requireMessages(plan, placeOf);
  const flows = plan.flows.map(({ name, steps }, index): PreparedFlow => {
    if (steps.length === 0) throw new HoldpointError("HP-LOAD-REQUEST", `the flow ${name} has no step`);
    const extracted: string[] = [];
    const prepared = steps.map((step, at) => {
      const pointer = `flows[${index}].steps[${at}]`;
      const request = compileRequest(step, { target, data: plan.data, extracted: [...extracted], pointer, placeOf });
      extracted.push(...step.extract.map((one) => one.name));
      return request;
    });
    return { name, steps: prepared };
  });
  const { seed } = plan;
  return {
    flows,
    flowOf: picker(
      flows,
      plan.flows.map(({ weight }) => weight),
      seed,
    ),
    valuesOf: (index) => ({
      index,
      draw: seededDraw(partSeed(seed, VALUES_WORD, index)),
      extracted: new Map(),
      rows: new Map(),
    }),
  };
}

function picker(
  flows: readonly PreparedFlow[],
  weights: readonly number[],
  seed: number,
): (index: number) => PreparedFlow {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const [first] = flows;
  if (first === undefined || !(total > 0)) {
    throw new HoldpointError("HP-LOAD-REQUEST", "no flow has a weight above 0");
  }
  if (flows.length === 1) return () => first;
  return (index) => {
    let left = seededDraw(partSeed(seed, FLOW_WORD, index))() * total;
    for (const [at, flow] of flows.entries()) {
      left -= weights[at] ?? 0;
      if (left < 0) return flow;
    }
    return flows.findLast((_, at) => (weights[at] ?? 0) > 0) ?? first;
  };
}
