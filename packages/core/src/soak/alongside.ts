/** Whether a leaf may change beside the parameters: it is one of those that were named, or lies below one. */
export function isAlongside(path: string, alongside: readonly string[]): boolean {
  return alongside.some((named) => path === named || path.startsWith(`${named}.`));
}
