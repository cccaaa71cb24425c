import type { LoadBody, LoadReason, LoadTrust } from "../../evidence/load.ts";
import type { LoadMade } from "../../noun/config.ts";

export const NOTHING_SAID: LoadMade = { url: null, model: null, ratePerS: null };

const TRUSTS: Readonly<Record<NonNullable<LoadMade["model"]>, LoadTrust>> = {
  open: "open-service-only",
  closed: "closed-service-only",
};

/**
 * A run with what its file leaves open as the configuration says it. Where the file says otherwise the run is invalid:
 * it is not the one that is judged.
 *
 * @example
 * asMade(body, { url: "https://staging.example", model: "open", ratePerS: 200 }).terms.model; // "open"
 */
export function asMade(body: LoadBody, made: LoadMade): LoadBody {
  const reasons = [...body.reasons, ...contradictions(body, made)];
  const model = body.trust === "unknown" ? made.model : null;
  return {
    ...body,
    url: body.url ?? made.url,
    target: body.target ?? made.ratePerS,
    trust: model === null ? body.trust : TRUSTS[model],
    terms: model === null ? body.terms : { ...body.terms, model },
    reasons,
    validity: reasons.length === 0 ? body.validity : "invalid",
  };
}

function contradictions({ url, target, terms, trust }: LoadBody, made: LoadMade): LoadReason[] {
  const otherwise = (what: string, said: string | number, wanted: string | number): LoadReason => {
    return { code: "made-otherwise", text: `it was made ${what} ${said}, wanted is ${wanted}` };
  };
  return [
    ...(made.url !== null && url !== null && originOf(url) !== originOf(made.url)
      ? [otherwise("on", url, made.url)]
      : []),
    ...(made.model !== null && trust !== "unknown" && terms.model !== made.model
      ? [otherwise("with the model", terms.model, made.model)]
      : []),
    ...(made.ratePerS !== null && target !== null && Math.abs(target - made.ratePerS) > made.ratePerS * ROUNDING
      ? [otherwise("for a rate a second of", target, made.ratePerS)]
      : []),
  ];
}

const ROUNDING = 1e-6;

/** Scheme, host and port; how a path is spelled is the tool's own. */
function originOf(url: string): string {
  return (/^[a-z]+:\/\/[^/?#]+/i.exec(url)?.[0] ?? url).toLowerCase();
}
