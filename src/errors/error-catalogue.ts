import { errorCodeInfo, errorKinds, type ZoomErrorCodeInfo } from './error-codes';
import { errorText } from './error-texts';

/** One row of the catalogue. */
export interface ZoomErrorCatalogueRow extends ZoomErrorCodeInfo {
  /** One short English sentence for the participant. */
  readonly message: string;
}

/**
 * Every code that this library knows, with its class, what the user can do, and a short text in English.
 *
 * @example
 * const textOf = ({ code }: ZoomMeetingError) => zoomErrorCodes[code]?.message ?? 'Something went wrong.';
 */
export const zoomErrorCodes: Readonly<Record<string, ZoomErrorCatalogueRow>> = /* #__PURE__ */ Object.freeze(
  /* #__PURE__ */ Object.fromEntries(
    /* #__PURE__ */ errorKinds.flatMap(({ codes }) =>
      codes.map((code) => [code, { ...errorCodeInfo(code), message: errorText(code) }]),
    ),
  ),
);
