/**
 * The value that the SDK rejects with when it refuses an operation: a plain object, not an `Error`. Fields may be missing.
 * These codes were observed with 6.2.0:
 *
 * - 1: Zoom did not respond in time (`OPERATION_TIMEOUT`). The limit is 5 s for a chat message, and 10 s for everything else.
 * - 2: Zoom refused (`INTERNAL_ERROR`).
 * - 5002, 5003, 5004: the user is not in the meeting, because it is closed (5002), it is reconnecting (5003), or the user is on
 *   hold (5004) (`IMPROPER_MEETING_STATE`).
 * - 5006, 5007: only a host or co-host (5006), or only the host (5007), may do this (`INSUFFICIENT_PRIVILEGES`).
 * - 5011: there is no such participant (`INVALID_PARAMETERS`).
 */
export interface ZoomFailure {
  /** The kind of failure, e.g. `INSUFFICIENT_PRIVILEGES`. */
  type?: string;
  /** The SDK's text, in the SDK's language. Do not compare it. */
  reason?: string;
  /** The code. */
  errorCode?: number;
}

/**
 * The result of an operation of the client: an empty string on success. The SDK's own types also allow a failure, but SDK 6.2.0
 * rejects with it instead.
 */
export type ZoomResult = '' | ZoomFailure;
