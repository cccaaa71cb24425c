export type Risk = "safe" | "low" | "medium" | "high" | "critical";

/** From least to most. */
export const RISKS: readonly Risk[] = ["safe", "low", "medium", "high", "critical"];

export function riskAtLeast(risk: Risk, floor: Risk): boolean {
  return RISKS.indexOf(risk) >= RISKS.indexOf(floor);
}

export function highestRisk(first: Risk, ...others: readonly Risk[]): Risk {
  return others.reduce((highest, risk) => (riskAtLeast(risk, highest) ? risk : highest), first);
}
