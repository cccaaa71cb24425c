const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

/** What the brackets and colons outside of strings say, without parsing. */
export interface Structure {
  /** Members of all objects, each key counted as often as it is written. */
  readonly members: number;
  /** Deepest nesting; 0 for a lone scalar. */
  readonly depth: number;
}

/** One pass over the text; stops as soon as `depthMax` is exceeded. Right for every text that is JSON. */
export function structureOf(text: string, depthMax: number): Structure {
  let members = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at + 1);
    } else if (code === COLON) {
      members += 1;
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
      if (depth > depthMax) break;
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1;
    }
  }
  return { members, depth: deepest };
}

function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}
