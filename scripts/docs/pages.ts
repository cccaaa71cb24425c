import { ERRORS, documentErrors } from "@holdpoint/core";
import { GATES } from "@holdpoint/gates";
import { documentGates } from "@holdpoint/gates/development";
import { commandsPage } from "./commands-page.ts";

/** A page of the documentation that is made from the code. */
export interface Page {
  /** Relative to the root. */
  readonly file: string;
  text(root: string): Promise<string>;
}

/** Every generated page. */
export const PAGES: readonly Page[] = [
  { file: "docs/reference/errors.md", text: async () => documentErrors(ERRORS) },
  { file: "docs/reference/gates.md", text: async () => documentGates(GATES) },
  { file: "docs/reference/commands.md", text: commandsPage },
];
