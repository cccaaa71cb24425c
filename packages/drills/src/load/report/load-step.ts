import type { StepExchange } from "../engine/terms.ts";
import { AnswerView } from "../flow/answer-view.ts";
import type { PreparedFlow } from "../flow/compile-flows.ts";
import type { PreparedRequest } from "../flow/compile-request.ts";
import type { ArrivalValues } from "../flow/values.ts";
import type { WireAnswer, WireFailure, WireRequest } from "../wire.ts";
import type { Cells, SecondRecorder } from "./second-recorder.ts";

/** What the steps of one arrival share. */
export interface StepGround {
  /** Null while warming up: nothing is counted then. */
  readonly recorder: SecondRecorder | null;
  readonly flow: PreparedFlow;
  readonly values: ArrivalValues;
  /** When the arrival was due; it decides about the phase of all its steps. */
  readonly dueUs: number;
}

/** One step of one arrival: sent, looked at, counted; the next one goes out when it was answered as the checks want. */
export class LoadStep implements StepExchange {
  readonly request: WireRequest;
  readonly intendedUs: number;
  readonly #ground: StepGround;
  readonly #index: number;
  readonly #step: PreparedRequest;
  readonly #cells: Cells;
  #sentUs = 0;
  #isGood = false;

  /** The flow has a step of that index. */
  constructor(ground: StepGround, index: number, step: PreparedRequest, intendedUs: number) {
    this.#ground = ground;
    this.#index = index;
    this.#step = step;
    this.intendedUs = intendedUs;
    this.#sentUs = intendedUs;
    this.#cells = ground.recorder?.cellsOf(step, ground.dueUs) ?? [];
    this.request = step.request(ground.values);
  }

  get keep(): StepExchange["keep"] {
    return this.#step.keep;
  }

  sent(atUs: number): void {
    this.#sentUs = atUs;
    this.#ground.recorder?.sent(this.#cells, atUs, this.#index === 0);
  }

  answered(atUs: number, answer: WireAnswer): void {
    // Checks belong to the second of their answer, which may be the first that tells that the last one is over.
    this.#ground.recorder?.advance(atUs);
    const failure = this.#failureOf(answer);
    this.#isGood = failure === null;
    this.#end(atUs, failure);
  }

  failed(atUs: number, failure: WireFailure): void {
    this.#end(atUs, failure);
  }

  unsent(atUs: number): void {
    this.#ground.recorder?.unsent(this.#cells, atUs);
  }

  next(atUs: number): StepExchange | null {
    const step = this.#isGood ? this.#ground.flow.steps[this.#index + 1] : undefined;
    if (step === undefined) return null;
    const next = new LoadStep(this.#ground, this.#index + 1, step, atUs);
    this.#ground.recorder?.stepDue(next.#cells, atUs);
    return next;
  }

  #end(atUs: number, failure: string | null): void {
    this.#ground.recorder?.ended(this.#cells, atUs, { intendedUs: this.intendedUs, sentUs: this.#sentUs }, failure);
  }

  /** All checks are asked and counted; the first that does not hold names the failure. */
  #failureOf(answer: WireAnswer): string | null {
    const view = new AnswerView(answer);
    const { recorder } = this.#ground;
    let failure: string | null = null;
    for (const check of this.#step.checks) {
      const holds = check.holds(view);
      recorder?.checked(check.name, holds);
      if (!holds) failure ??= check.kind(view);
    }
    for (const extract of this.#step.extracts) {
      const value = failure === null ? extract.take(view) : null;
      if (value === null) failure ??= `extract: ${extract.name}`;
      else this.#ground.values.extracted.set(extract.name, value);
    }
    return failure;
  }
}

/** The first step of an arrival. */
export function firstStep(ground: StepGround): LoadStep {
  const [step] = ground.flow.steps;
  if (step === undefined) throw new TypeError("a flow without steps");
  return new LoadStep(ground, 0, step, ground.dueUs);
}
