/** Files beside a plan, which are read when the plan is. */
export interface LoadGround {
  /**
   * Text of a file, named as the plan does.
   *
   * @throws HoldpointError `HP-READ-*` when it cannot be read, is no UTF-8 text or is too large
   */
  readonly text: (file: string) => string;
}
