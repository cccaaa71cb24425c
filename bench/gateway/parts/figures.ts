import type { LoadFigure } from "../../harness/load-figure.ts";

/** What a contestant gave in one round. */
export interface Figures {
  /** 100 callers. */
  readonly many: Figure;
  readonly one?: Figure;
  /** Half the rate of `many`, on an absolute schedule. */
  readonly half?: Figure;
  /** A peer behind a route of its own, 100 callers over HTTP. */
  readonly overHttp?: Figure;
  readonly configuration?: string;
}

export interface Figure extends LoadFigure {
  readonly serverCores?: number | null;
  readonly senderCores?: number;
  readonly spansPerAction?: number;
}

/** One round of everything. */
export interface Round {
  readonly gateway: Figures;
  /** Null where it could not be measured; `tracedAbsent` says why. */
  readonly traced: Figures | null;
  readonly tracedAbsent?: string;
  readonly emptyRoute: Figures;
  /** By the names that ratios have. */
  readonly peers: Readonly<Record<string, Figures>>;
}
