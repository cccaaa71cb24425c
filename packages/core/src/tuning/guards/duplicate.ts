/** The last change of a parameter that was asked for, and how often on end it came to nothing. JSON. */
export interface Attempt {
  readonly from: number;
  readonly to: number;
  readonly inVain: number;
}

/** So often may the same change come to nothing before it is not asked for again. */
export const IN_VAIN_MAX = 2;

export function attemptAfter(
  last: Attempt | undefined,
  { from, to, moved }: { readonly from: number; readonly to: number; readonly moved: boolean },
): Attempt {
  const isSame = last?.from === from && last.to === to;
  return { from, to, inVain: moved ? 0 : (isSame ? last.inVain : 0) + 1 };
}

export function isInVain(last: Attempt | undefined, from: number, to: number): boolean {
  return last !== undefined && last.from === from && last.to === to && last.inVain >= IN_VAIN_MAX;
}
