/** Largest report that is read, in bytes. */
export const REPORT_SIZE_BYTES_MAX: number = 256 * 1024 * 1024;

/** Deepest nesting of elements or objects; no real report comes near it. */
export const REPORT_DEPTH_MAX = 128;

/** Most attributes of one XML element. */
export const XML_ATTRIBUTES_MAX = 256;

/** Longest attribute value of an XML element, in bytes. */
export const XML_VALUE_SIZE_BYTES_MAX: number = 16 * 1024 * 1024;

/** Most test cases of one report. */
export const TEST_CASES_MAX = 2_000_000;

/** Longest name of a test case or suite, in UTF-16 code units. */
export const TEST_NAME_CHARS_MAX = 65_536;

/** Longest failure, error or skip message that is kept, in UTF-16 code units. */
export const TEST_MESSAGE_CHARS_MAX = 2_000;
