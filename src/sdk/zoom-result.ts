/**
 * What the SDK rejects with when it refuses an operation: a plain object, not an `Error`. Fields may be missing. The codes
 * were observed with 6.2.0:
 *
 * - 1: Zoom did not answer in time (`OPERATION_TIMEOUT`). 5 s for a chat message, 10 s for everything else.
 * - 2: Zoom refused (`INTERNAL_ERROR`).
 * - 5002, 5003, 5004: not in the meeting: it is closed, reconnecting, or the user is on hold (`IMPROPER_MEETING_STATE`).
 * - 5006, 5007: only for a host or co-host, only for the host (`INSUFFICIENT_PRIVILEGES`).
 * - 5011: there is no such participant (`INVALID_PARAMETERS`).
 */
export interface ZoomFailure {
  /** What kind of failure it is, e.g. `INSUFFICIENT_PRIVILEGES`. */
  type?: string;
  /** The SDK's text, in the SDK's language. Do not compare it. */
  reason?: string;
  /** The code. */
  errorCode?: number;
}

/**
 * What an operation of the client resolves to: an empty string on success. The SDK's own types also allow a failure. SDK
 * 6.2.0 rejects with it instead.
 */
export type ZoomResult = '' | ZoomFailure;
