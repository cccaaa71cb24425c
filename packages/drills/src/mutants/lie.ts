export interface ProxyRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ProxyAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks what is really behind the proxy; may be asked more than once, or not at all. */
export type Ask = (request: ProxyRequest) => Promise<ProxyAnswer>;

/** A gateway that is broken in one way: an honest one behind a proxy that changes what is said. */
export interface Lie {
  /** Kebab case. */
  readonly id: string;
  /** What is wrong with it, as a sentence. */
  readonly harms: string;
  tell(request: ProxyRequest, ask: Ask): Promise<{ readonly answer: ProxyAnswer; readonly lied: boolean }>;
}

/** A lie that changes answers; `change` gives null where it tells the truth. */
export function answerLie(
  id: string,
  harms: string,
  change: (answer: ProxyAnswer, request: ProxyRequest) => ProxyAnswer | null,
): Lie {
  return {
    id,
    harms,
    tell: async (request, ask) => {
      const answer = await ask(request);
      const changed = change(answer, request);
      return { answer: changed ?? answer, lied: changed !== null };
    },
  };
}
