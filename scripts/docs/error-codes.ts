import { zoomErrorCodes } from '../../src/errors/error-catalogue';
import type { ZoomErrorCatalogueRow } from '../../src/errors/error-catalogue';
import type { ZoomErrorClass, ZoomUserAction } from '../../src/errors/error-codes';

/** The advice to the developer for each class. */
const cures: Record<ZoomErrorClass, string> = {
  signature: 'Read `error.findings`. Backdate signatures by 30 s, and synchronise the server clock.',
  credential: 'Have the endpoint fetch a new token for each join.',
  transient: 'Nothing. If the error persists, check the network, any proxy, and the CSP.',
  wait: 'Nothing.',
  cancelled: "Nothing. The SDK's events decide what happens next.",
  user: 'Nothing in the code. The user has to act.',
  config: 'Fix the options, the app in the Marketplace, or the endpoint.',
  ended: 'Nothing.',
};

const newZak = 'Have the endpoint fetch a new ZAK for each join.';
const newOnBehalfOfToken = 'Have the endpoint fetch a new on-behalf-of token for each join.';
const checkKey = 'Check the SDK key of the endpoint, and that the app is active in the Marketplace.';

/** Better advice than that of the class, where the code allows it. */
const ownCures: Record<string, string> = {
  124: 'Have the endpoint send a new registration token (`tk`) when `hasTk` is `false`.',
  3136: newZak,
  3265: newZak,
  3623: newZak,
  3704: checkKey,
  3710: checkKey,
  4013: newOnBehalfOfToken,
  4014: newOnBehalfOfToken,
  4015: newOnBehalfOfToken,
  4016: 'Have the endpoint fetch a new recording token for each join.',
  3000: 'End the other meeting, or host as another user.',
  3633: 'Spread the joins over time.',
  3705: 'Create a signature for each request, with `exp` two hours after `iat`.',
  4007: 'Ask the administrator of the Zoom account, who configures information barriers.',
  4008: 'Leave the meeting on the other device or in the other tab first.',
  4011: 'Send a ZAK or an on-behalf-of token, or have Zoom review the app.',
  4012: 'Send a ZAK or an on-behalf-of token, or have people sign in.',
  4017: 'The user that the token belongs to has to join first.',
  4019: 'The user that the token belongs to has to join first.',
  3708: 'Use role 0, or role 1 with a ZAK.',
  3635: "Check the page's CSP, the network, and `assetPath`.",
  5001: "Check the page's CSP, the network, and `assetPath`.",
  10000: 'Upgrade the SDK.',
  VERSION_CONFLICT: 'Bundle one version of this library: `npm ls react-zoom-meeting`.',
  GONE: 'Call `join()` and `end()` while the component is mounted.',
  NOT_HOST:
    'Offer `end()` and host actions only to users who may use them: see `isHost` from `useCurrentUser()`.',
  NOT_JOINED: 'Offer actions only while the `status` is `joined`.',
  ACTION_TIMEOUT: 'Nothing. `admitAll()` may fail with this code when nobody is waiting.',
  INVALID_OPTIONS: 'Fix the option that `error.reason` names.',
  SDK_LOAD_FAILED: "Check the page's CSP, the network, and `baseUrl`.",
  SIGNATURE_FETCH_FAILED: "Check the endpoint's log, its URL, and CORS.",
  SIGNATURE_TIMEOUT: 'Make the endpoint faster, or raise `timeout`.',
  SIGNATURE_REJECTED: 'The endpoint responded with a 4xx. Check what it expects.',
  SIGNATURE_UNAUTHORIZED: 'Sign the user in. Check `authorize` and the cookies.',
  SIGNATURE_MALFORMED: 'Return `{signature}` from the endpoint, or the signature as text.',
  JOIN_TIMEOUT: 'Check the network and the firewall. See `joinTimeout`.',
};

const asks: Record<ZoomUserAction, string> = {
  none: 'nothing',
  'try-again': 'try again',
  'wait-for-host': 'wait for the host',
  'enter-passcode': 'enter the passcode',
  'enter-email': 'enter an email address',
  'check-meeting-number': 'check the meeting number',
  'sign-in': 'sign in',
  register: 'register',
  'open-zoom-app': 'open the Zoom app',
  'update-browser': 'update the browser',
  'contact-support': 'contact support',
};

function retries(code: string, { class: kind, maxRetries, minDelay }: ZoomErrorCatalogueRow): string {
  // In this case, the request to the endpoint is sent again; see src/signature/signature-source.ts.
  if (code === 'SIGNATURE_FETCH_FAILED') return 'the request, twice';
  if (kind === 'wait') return 'no, the SDK joins automatically';
  if (!['signature', 'credential', 'transient'].includes(kind)) return 'no';
  const times =
    maxRetries === Infinity ? 'within the budget' : maxRetries === 1 ? 'once' : `${maxRetries} times`;
  return minDelay ? `${times}, after ${minDelay / 1000} s or more` : times;
}

/** The page with every code of the catalogue. */
export function errorCodes(): string {
  const rows = Object.entries(zoomErrorCodes).map(
    ([code, row]) =>
      `| \`${code}\` | \`${row.class}\` | ${row.message} | ${ownCures[code] ?? cures[row.class]} | ${asks[row.userAction]} | ${retries(code, row)} |`,
  );
  return [
    '# Error codes',
    '',
    "This page lists the values of `error.code`: Zoom's numbers and this library's names. In code, use [`zoomErrorCodes`](reference/zoomErrorCodes.md).",
    'A code that is not listed is treated as `UNKNOWN`. No code leads to more than five joins. [Retries](retry.md) explains the classes and the budget. For 3712, see',
    '[Intermittent "Signature is invalid"](signature-is-invalid.md).',
    '',
    '| code | class | what happened | what you can do | what the user can do | retried |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
