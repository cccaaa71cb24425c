import { lookup } from "node:dns";
import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import type { DestinationGuard } from "../adapters/http/destination-guard.ts";
import { DestinationRefused } from "../adapters/http/destination-guard.ts";

/** All addresses of a host name. */
export type Resolve = (
  hostname: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const resolveAll: Resolve = (hostname, done) =>
  lookup(hostname, { all: true, verbatim: true }, (error, addresses) => done(error, addresses ?? []));

/**
 * Resolves a name for `net.connect` and gives it only addresses that the guard lets through. The addresses that were
 * judged are those that are connected to: nothing is resolved twice. One address that is refused refuses the name.
 */
export function guardedLookup(guard: DestinationGuard, resolve: Resolve = resolveAll): LookupFunction {
  return (hostname, options, done) => {
    resolve(hostname, (error, addresses) => {
      const refusal = error ?? refusalOf(hostname, addresses, guard);
      const [first] = addresses;
      if (refusal !== null || first === undefined) done(refusal, "", 0);
      else if (options.all === true) done(null, [...addresses]);
      else done(null, first.address, first.family);
    });
  };
}

function refusalOf(hostname: string, addresses: readonly LookupAddress[], guard: DestinationGuard): Error | null {
  if (addresses.length === 0) return new Error(`${hostname} has no address`);
  const refusal = addresses.map(({ address }) => guard(address)).find((each) => each !== null);
  return refusal === undefined ? null : new DestinationRefused(`${hostname}: ${refusal}`);
}
