export type ComponentLicence = { readonly expression: string } | { readonly license: { readonly name: string } };

const ID = String.raw`\(*\s*[A-Za-z0-9][A-Za-z0-9.-]*\+?(?:\s+WITH\s+[A-Za-z0-9][A-Za-z0-9.-]*)?\s*\)*`;
const EXPRESSION = new RegExp(String.raw`^\s*${ID}(?:\s+(?:AND|OR)\s+${ID})*\s*$`);
const NOT_SPDX: ReadonlySet<string> = new Set(["UNLICENSED", "NONE", "NOASSERTION"]);

/** As an SPDX expression where it has the form of one, else by its name. */
export function licencesOf(licence: string | null): ComponentLicence[] {
  if (licence === null) return [];
  const isExpression = !NOT_SPDX.has(licence) && EXPRESSION.test(licence) && isBalanced(licence);
  return [isExpression ? { expression: licence } : { license: { name: licence } }];
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "(") depth += 1;
    else if (sign === ")") depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
