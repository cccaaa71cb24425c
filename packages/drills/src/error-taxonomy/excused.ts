/** Codes that this drill does not provoke, and why. */
export const EXCUSED: Readonly<Record<string, string>> = {
  "HP-ACTION-PERMIT":
    "only a permit that is harmed inside the program gives it; the fail-closed drill's probe does that",
  "HP-GATEWAY-STORAGE": "needs a disk that fails without being full; the fail-closed drill's probe does that inside",
  "HP-GATEWAY-STREAM-SLOW": "needs a reader that lets a mebibyte of messages wait; the stream's own tests do that",
  "HP-GATEWAY-STREAM-GONE": "needs more than ten thousand changes to be missed; the stream's own tests do that",
};

export const CANNOT_BOUND_FILES = "this machine has no program that bounds the size of a program's files";
