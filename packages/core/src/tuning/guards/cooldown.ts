/**
 * Whether a parameter is still left alone after its last change.
 *
 * @param changedIn iteration of the last change; undefined: never
 * @param cooldown iterations after a change in which it is left alone; 0: none
 */
export function isCooling(changedIn: number | undefined, iteration: number, cooldown: number): boolean {
  return changedIn !== undefined && iteration - changedIn <= cooldown;
}
