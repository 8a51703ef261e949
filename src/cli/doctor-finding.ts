import type { SignatureFinding, SignatureFindingId } from '../signature/signature-finding';

const useEndpoint = 'Answer with a JSON object that has the fields signature and sdkKey.';
const meetingSdk =
  'Sign a Meeting SDK JWT (appKey, mn, role, iat, exp) with the key pair of a Meeting SDK app.';
const setClock = 'Synchronise the server clock (NTP). Check that this machine’s clock is right.';
const signerSecret = 'Sign with the client secret of the app, exactly as the Marketplace shows it.';

/** Cause and cure of what only a look at the endpoint, the secret or another kind of token can tell. */
const texts = {
  'endpoint-refused': ['Nothing is listening at this address.', 'Start the server. Check host and port.'],
  'endpoint-unknown-host': ['The host name could not be resolved.', 'Check the spelling of the URL.'],
  'endpoint-certificate': [
    'The TLS certificate is not trusted.',
    'Renew the certificate, or set NODE_EXTRA_CA_CERTS.',
  ],
  'endpoint-not-https': [
    'The server does not speak TLS on this port.',
    'Use http://, or check the port. Browsers need https:// except on localhost.',
  ],
  'endpoint-blocked-port': ['Browsers block this port.', 'Let the server listen on another port.'],
  'endpoint-unreachable': ['The connection failed.', 'Check the URL, the scheme and the network.'],
  'endpoint-timeout': ['The endpoint did not answer in time.', 'Check what the server is waiting for.'],
  'endpoint-not-found': [
    'There is no endpoint at this address.',
    'Check the path. Check that POST is routed.',
  ],
  'endpoint-unauthorized': [
    'The endpoint requires a signed-in user.',
    "Pass a session: --header 'Cookie: …'.",
  ],
  'endpoint-forbidden': [
    'The endpoint refused to sign for this meeting.',
    'Ask for a meeting that authorize allows: --meeting-number. If authorize needs a session, pass it with --header.',
  ],
  'endpoint-origin-refused': ['The endpoint refuses this origin.', 'Add the origin to the allowed origins.'],
  'endpoint-method': ['The endpoint does not accept POST.', 'Accept POST {meetingNumber, role}.'],
  'endpoint-media-type': ['The endpoint does not accept JSON.', 'Accept the content type application/json.'],
  'endpoint-bad-request': [
    'The endpoint rejected the request as invalid.',
    'Accept {"meetingNumber": "…", "role": 0}, as Zoom’s sample does. Check --meeting-number.',
  ],
  'endpoint-rate-limited': ['The endpoint limits the request rate.', 'Wait, or raise the limit.'],
  'endpoint-server-error': [
    'The endpoint failed.',
    'Read the server log. Check that the key pair is configured.',
  ],
  'endpoint-redirect': [
    'The endpoint redirects to a page without a signature.',
    'Answer 401 instead of redirecting to a sign-in page. Check the URL.',
  ],
  'endpoint-status': ['The endpoint answered with an unexpected status.', 'Answer 200 with the signature.'],
  'endpoint-flaky': ['The endpoint fails intermittently.', 'Read the server log. Compare its instances.'],
  'cors-preflight': ['The preflight request failed.', 'Answer OPTIONS with 204 and the CORS headers.'],
  'cors-origin': [
    'A page of this origin may not read the answer.',
    'Send Access-Control-Allow-Origin with the origin of the page.',
  ],
  'cors-headers': [
    'The preflight does not allow all request headers.',
    'Name each header in Access-Control-Allow-Headers. * does not cover Authorization, and covers nothing when a cookie is sent.',
  ],
  'cors-credentials': [
    'A page of this origin may not send cookies and read the answer.',
    'Send Access-Control-Allow-Credentials: true, and the origin of the page instead of *.',
  ],
  'answer-empty': ['The answer is empty.', useEndpoint],
  'answer-html': ['The answer is an HTML page.', `Check the path: a page is served there. ${useEndpoint}`],
  'answer-broken-json': ['The answer is not valid JSON.', useEndpoint],
  'answer-field': ['The signature is in a field with another name.', 'Name the field signature.'],
  'answer-no-signature': ['The answer has no signature.', useEndpoint],
  'answer-too-large': ['The answer is larger than 64 kB.', useEndpoint],
  'answer-content-type': [
    'The content type does not match the body.',
    'Send JSON as application/json.',
    true,
  ],
  'answer-cached': [
    'The answer comes from a cache.',
    'Send Cache-Control: no-store. A signature is a secret, and it expires.',
    true,
  ],
  'answer-cacheable': ['Caches may store the answer.', 'Send Cache-Control: no-store.', true],
  'secret-leaked': [
    'The SDK secret is in the answer, where every user can read it.',
    'Remove it. Create a new secret in the Marketplace.',
  ],
  'key-mismatch': [
    'sdkKey in the answer differs from the key in the signature.',
    'Send the key that the signature was made with.',
    true,
  ],
  'key-suspect': ['appKey does not look like an SDK key.', 'Check where the server reads the key from.'],
  'clock-ahead': ['The server clock is ahead of this machine’s clock.', setClock, true],
  'clock-behind': ['The server clock is behind this machine’s clock.', setClock, true],
  'clocks-differ': [
    'The answers come from servers whose clocks differ.',
    'Synchronise the clock of every instance (NTP).',
    true,
  ],
  'clock-drifts': [
    'The signer’s clock runs at another speed than this machine’s.',
    'Synchronise the clock (NTP). Restart a virtual machine that was suspended. Check the code that computes iat.',
    true,
  ],
  'iat-no-margin': [
    'iat is not dated back, which leaves no margin for clock differences.',
    'Set iat to 30 s in the past.',
    true,
  ],
  'signature-repeated': [
    'Every answer has the same signature: it is cached.',
    'Create a new signature for each request. A cached one expires, and a retry would be refused again.',
    true,
  ],
  'iat-not-the-clock': [
    'The server clock is right, so the code shifts iat.',
    'Check what the code adds to iat, and how it rounds.',
    true,
  ],
  'video-sdk': ['This is a Video SDK JWT.', meetingSdk],
  'api-jwt': ['This is a JWT for Zoom’s old REST API.', meetingSdk],
  'oauth-token': ['This is an OAuth access token.', meetingSdk],
  'zak-token': ['This is a ZAK, not a signature.', `Pass it as zak. ${meetingSdk}`],
  'legacy-signature': ['This signature has the format of SDKs before 2.0.', meetingSdk],
  'secret-wrong': ['The signature was made with another secret.', signerSecret],
  'secret-spaces': ['The signature was made with white space around the secret.', signerSecret],
  'secret-quotes': ['The signature was made with quotes around the secret.', signerSecret],
  'variable-quotes': [
    'The variable on this machine has quotes around the secret. The signature is right.',
    'Remove the quotes from the variable on this machine.',
    true,
  ],
  'secret-base64': [
    'The signature was made with the secret decoded from or encoded as base64.',
    signerSecret,
  ],
  'secret-hex': ['The signature was made with the secret decoded from or encoded as hex.', signerSecret],
  'secret-is-key': ['The signature was made with the key instead of the secret.', signerSecret],
  'secret-empty': ['The signature was made with an empty or undefined secret.', signerSecret],
} satisfies Record<string, readonly [cause: string, cure: string, isWarning?: true]>;

type OwnFindingId = keyof typeof texts;

/** A finding of `inspectSignature`, or one of the doctor's own, in the same shape. */
export interface DoctorFinding extends Omit<SignatureFinding, 'id'> {
  id: SignatureFindingId | OwnFindingId;
}

/** The endpoint never answered, which says nothing about its signatures. */
const unheard: ReadonlySet<string> = new Set<OwnFindingId>([
  'endpoint-refused',
  'endpoint-unknown-host',
  'endpoint-certificate',
  'endpoint-not-https',
  'endpoint-blocked-port',
  'endpoint-unreachable',
  'endpoint-timeout',
]);

/** One of the doctor's own findings. */
export function finding(id: OwnFindingId, evidence: string): DoctorFinding {
  const [cause, cure, isWarning] = texts[id] as readonly [string, string, true?];
  return { id, severity: isWarning ? 'warning' : 'error', cause, cure, evidence };
}

/** 0: no errors, 1: at least one error, 2: the doctor could not find out. */
export function exitCodeOf(findings: readonly DoctorFinding[]): 0 | 1 | 2 {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 0;
  return errors.every(({ id }) => unheard.has(id)) ? 2 : 1;
}
