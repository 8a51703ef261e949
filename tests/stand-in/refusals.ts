/** What Zoom's web front answers when it refuses: `{ status: false, errorCode, errorMessage }`. */
export interface InfoRefusal {
  errorCode: number;
  errorMessage: string;
}

/** Codes that Zoom sends as 200 with a text; the SDK makes the code from exactly this English text. */
const codesBySignatureText: Readonly<Record<number, string>> = {
  3704: 'The api key is wrong.',
  3705: 'The signature has expired.',
  3706: 'The meeting number is wrong.',
  3707: 'The meeting number is not found.',
  3708: 'The role is not applicable.',
  3709: 'The meeting host is not found.',
  3710: "The account don't enable API.",
  3711: "Can not be host in other account's meeting.",
  3712: 'Invalid signature.',
  3713: 'No permission',
};

/** Codes whose text the SDK takes for an address that the user must visit. */
const addresses: Readonly<Record<number, string>> = {
  3051: '/signin',
  3052: '/signin',
  3099: 'https://zoom-standin.test/register',
  3110: 'https://zoom-standin.test/register',
  6024: 'https://zoom-standin.test/signin',
};

/** The web front's refusal with the code that `join()` rejects with, as Zoom words it. */
export function refusalFor(code: number, text?: string): InfoRefusal {
  const signatureText = codesBySignatureText[code];
  if (signatureText !== undefined) return { errorCode: 200, errorMessage: text ?? signatureText };
  return { errorCode: code, errorMessage: text ?? addresses[code] ?? '' };
}

/** `res` of the join answer on the socket, by the code that `join()` rejects with. */
const resByCode: Readonly<Record<number, number>> = {
  3009: 103039,
  3621: 1005,
  4004: 6,
  4005: 9,
  4006: 12,
  4007: 103043,
  4008: 103044,
  4011: 6601,
  4012: 13296,
  4013: 13295,
  4014: 13299,
  4015: 13300,
  4016: 3145,
  4017: 103041,
  4018: 13245,
};

/** The `res` that makes `join()` reject with `code`, if it is the meeting that says so and not the web front. */
export function resFor(code: number): number | undefined {
  return resByCode[code];
}
