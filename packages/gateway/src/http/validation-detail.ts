/** What Ajv says of the first thing that does not fit. */
export interface SchemaFault {
  readonly instancePath?: string | undefined;
  readonly keyword?: string | undefined;
  readonly message?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

const NAME_CHARS_MAX = 80;

/**
 * One sentence that names the field.
 *
 * @example
 * validationDetail({ instancePath: "/risk", message: "must be string" }, "the body"); // "'risk' must be string"
 */
export function validationDetail(fault: SchemaFault | undefined, whole: string): string {
  const path = (fault?.instancePath ?? "").slice(1).replaceAll("/", ".");
  const subject = path === "" ? whole : `'${cut(path)}'`;
  const params = fault?.params ?? {};
  switch (fault?.keyword ?? "") {
    case "additionalProperties":
      return `${subject} has no field '${cut(String(params["additionalProperty"]))}'`;
    case "required":
      return `${subject} must have the field '${cut(String(params["missingProperty"]))}'`;
    case "enum":
      return `${subject} must be one of ${(params["allowedValues"] as readonly unknown[]).map(String).join(", ")}`;
    case "type":
      return `${subject} must be ${[params["type"]].flat().join(" or ")}`;
    case "discriminator":
      return `${subject} must have a field '${String(params["tag"])}' with a known value`;
    case "pattern":
      return `${subject} has characters or a length that are not taken`;
    default:
      return `${subject} ${fault?.message ?? "is not of the expected shape"}`;
  }
}

function cut(name: string): string {
  return name.length > NAME_CHARS_MAX ? `${name.slice(0, NAME_CHARS_MAX)}…` : name;
}
