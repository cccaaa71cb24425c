/** What the client would rather have (RFC 7240); null where it does not say. */
export interface Preference {
  readonly respondAsync: boolean;
  /** Seconds. */
  readonly wait: number | null;
}

export const NO_PREFERENCE: Preference = { respondAsync: false, wait: null };

const WAIT = /^wait *= *"?(\d{1,9})"?$/;

/**
 * Reads `Prefer`. As the RFC wants it, the first of a preference given twice counts, parameters are skipped and what is
 * not understood is passed over: a preference is never a reason to refuse.
 *
 * @example
 * readPrefer("respond-async, wait=10"); // { respondAsync: true, wait: 10 }
 */
export function readPrefer(header: string | undefined): Preference {
  if (header === undefined) return NO_PREFERENCE;
  let respondAsync = false;
  let wait: number | null = null;
  for (const item of header.split(",")) {
    const preference = (item.split(";")[0] ?? "").trim().toLowerCase();
    if (preference === "respond-async") respondAsync = true;
    const seconds = WAIT.exec(preference)?.[1];
    if (seconds !== undefined) wait ??= Number(seconds);
  }
  return { respondAsync, wait };
}
