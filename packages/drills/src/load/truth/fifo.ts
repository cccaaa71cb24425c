/** A time in which the server does nothing at all; microseconds on the clock of the arrivals. */
export interface Freeze {
  readonly fromUs: number;
  readonly untilUs: number;
}

export interface FifoTerms {
  /** When requests fell due, rising. */
  readonly arrivalsUs: readonly number[];
  /** How long the server worked on each, in the order in which it took them. */
  readonly serviceUs: readonly number[];
  /** In order, without overlap. */
  readonly freezes: readonly Freeze[];
}

/**
 * What response times truly were: a queue with one server that takes requests in the order in which they fell due,
 * works on each for as long as it says it did, and stands still while it was frozen. No generator takes part in it.
 *
 * @throws RangeError when there is not one service time for each arrival
 * @example
 * fifoResponses({ arrivalsUs: [0, 10], serviceUs: [5, 5], freezes: [{ fromUs: 8, untilUs: 100 }] }); // [5, 95]
 */
export function fifoResponses({ arrivalsUs, serviceUs, freezes }: FifoTerms): Float64Array {
  if (arrivalsUs.length !== serviceUs.length) {
    throw new RangeError(`${serviceUs.length} service times for ${arrivalsUs.length} arrivals`);
  }
  const responses = new Float64Array(arrivalsUs.length);
  let freeUs = 0;
  let next = 0;
  for (const [index, arrivalUs] of arrivalsUs.entries()) {
    let startUs = Math.max(arrivalUs, freeUs);
    for (let freeze = freezes[next]; freeze !== undefined && freeze.fromUs <= startUs; freeze = freezes[next]) {
      startUs = Math.max(startUs, freeze.untilUs);
      next += 1;
    }
    freeUs = startUs + (serviceUs[index] ?? 0);
    responses[index] = freeUs - arrivalUs;
  }
  return responses;
}

/** Nearest rank, of all values as they are. */
export function exactQuantile(values: Float64Array, q: number): number {
  if (values.length === 0) throw new RangeError("no value has no quantile");
  const sorted = values.toSorted();
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}
