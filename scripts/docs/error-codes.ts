import { zoomErrorCodes } from '../../src/errors/error-catalogue';
import type { ZoomErrorCatalogueRow } from '../../src/errors/error-catalogue';
import type { ZoomErrorClass, ZoomUserAction } from '../../src/errors/error-codes';

/** What the developer does about a class. */
const cures: Record<ZoomErrorClass, string> = {
  signature: 'Read `error.findings`; date signatures back, set the clock.',
  credential: 'Let the endpoint fetch the token anew for each join.',
  transient: 'Nothing, unless it stays: then network, proxy or CSP.',
  wait: 'Nothing.',
  cancelled: "Nothing: the SDK's events decide.",
  user: 'Nothing in the code; the user has to act.',
  config: 'Mend the options, the app in the Marketplace, or the endpoint.',
  ended: 'Nothing.',
};

/** Where the class does not say enough. */
const ownCures: Record<string, string> = {
  3000: 'End the other meeting, or host with another user.',
  3633: 'Let fewer people join at once.',
  3705: 'Sign at each request, with `exp` two hours after `iat`.',
  4007: 'The administrator of the Zoom account decides about information barriers.',
  4008: 'Leave the other one first.',
  4011: 'Send a ZAK or an on-behalf-of token, or have Zoom review the app.',
  4012: 'Let people sign in, or send a ZAK or an on-behalf-of token.',
  4017: 'The user of the token has to be in the meeting first.',
  4019: 'The user of the token has to be in the meeting first.',
  3708: 'Send role 0, or role 1 with a ZAK.',
  3635: "Check the page's CSP, the network, and `assetPath`.",
  5001: "Check the page's CSP, the network, and `assetPath`.",
  10000: 'Upgrade the SDK.',
  BUSY: 'One meeting a page: leave the first, or show them in frames.',
  INVALID_OPTIONS: 'Mend the option that `error.reason` names.',
  SDK_LOAD_FAILED: "Check the page's CSP, the network, and `baseUrl`.",
  SIGNATURE_FETCH_FAILED: "Check the endpoint's log, its URL and CORS.",
  SIGNATURE_TIMEOUT: 'Make the endpoint faster, or raise `timeout`.',
  SIGNATURE_REJECTED: 'Check what the endpoint expects: it answered 4xx.',
  SIGNATURE_UNAUTHORIZED: 'Sign the user in; check `authorize` and the cookies.',
  SIGNATURE_MALFORMED: 'Answer with `{signature}`, or with the signature alone.',
  JOIN_TIMEOUT: 'Check the network and firewall; see `joinTimeout`.',
};

const asks: Record<ZoomUserAction, string> = {
  none: 'nothing',
  'try-again': 'try again',
  'wait-for-host': 'wait for the host',
  'enter-passcode': 'enter the passcode',
  'enter-email': 'give an e-mail address',
  'check-meeting-number': 'check the meeting number',
  'sign-in': 'sign in',
  register: 'register',
  'open-zoom-app': 'open the Zoom app',
  'update-browser': 'update the browser',
  'contact-support': 'contact the people who run the site',
};

function retries(code: string, { class: kind, maxRetries, minDelay }: ZoomErrorCatalogueRow): string {
  // It is the request to the endpoint that is sent again; see src/signature/signature-source.ts.
  if (code === 'SIGNATURE_FETCH_FAILED') return 'the request twice, no join';
  if (kind === 'wait') return 'no, the SDK joins by itself';
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
    "Zoom's numbers and this library's own names, as in `error.code` and [`zoomErrorCodes`](reference/zoomErrorCodes.md).",
    'A code that is not listed counts as `UNKNOWN`. There are never more than five joins.',
    '',
    '| code | class | what happened | cure | asked of the user | retried |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
