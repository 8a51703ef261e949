/** How far our handler backdates signatures, in ms. */
const backDated = 30_000;

/** The time that our handler must see, in ms since the epoch, so that it writes this `iat`, in seconds. */
export const nowForIat = (iat: number): number => iat * 1000 + backDated;

/** A clock for our handler that puts `iat` this many ms ahead. */
export const issuingAhead = (ms: number) => (): number => Date.now() + backDated + ms;

/** Java's Math.round(long) uses a 32-bit float, whose step is 128 for the seconds of these years. */
export const javaRounded = (seconds: number): number => Math.fround(Math.floor(seconds));
