/** The one body with which the server refuses (RFC 9457), as far as the browser uses it. */
export interface Problem {
  /** What is wrong and what can be done, in the reader's language. */
  readonly detail: string;
  /** Stable name of the reason. */
  readonly code: string;
  /** The number under which the server's log tells more. */
  readonly reference?: string;
}

/** What a refusal says; nothing where something between here and the server answered instead of it. */
export function readProblem(body: string): Partial<Problem> {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}
