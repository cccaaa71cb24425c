/** What counts as a success where no check says otherwise, as in our own loads. */
export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 399;
}

/** A kind of failure. */
export function statusKind(status: number): string {
  return `status ${status}`;
}
