import type { SignatureFinding, SignatureFindingId } from '../signature/signature-finding';

const useEndpoint = 'Answer with a JSON object that has the fields signature and sdkKey.';
const meetingSdk =
  'Sign a Meeting SDK JWT (appKey, mn, role, iat, exp) with the key pair of a Meeting SDK app.';
const setClock = 'Synchronise the server clock (NTP); make sure that this machine’s is right.';
const signerSecret = 'Sign with the client secret of the app, exactly as the Marketplace shows it.';

/** Cause and cure of what only a look at the endpoint, the secret or another kind of token can tell. */
const texts = {
  'endpoint-refused': ['Nothing listens at that address.', 'Start the server; check host and port.'],
  'endpoint-unknown-host': ['The host name is not known.', 'Check the spelling of the URL.'],
  'endpoint-certificate': ['The TLS certificate is not trusted.', 'Renew it, or set NODE_EXTRA_CA_CERTS.'],
  'endpoint-not-https': [
    'No TLS is spoken at that address.',
    'Ask with http://, or check the port; browsers need https:// except for localhost.',
  ],
  'endpoint-blocked-port': ['Browsers ask no server at that port.', 'Let the server listen at another port.'],
  'endpoint-unreachable': ['The connection broke.', 'Check the URL, the scheme and the network.'],
  'endpoint-timeout': ['The endpoint did not answer in time.', 'See what the server waits for.'],
  'endpoint-not-found': ['There is no endpoint at that address.', 'Check the path, and that POST is routed.'],
  'endpoint-unauthorized': ['The endpoint wants a sign-in.', "Pass a session with --header 'Cookie: …'."],
  'endpoint-forbidden': [
    'The endpoint does not allow it.',
    'Check who may join which meeting; try --meeting-number, --header and --origin.',
  ],
  'endpoint-origin-refused': ['The endpoint refuses the origin.', 'Add the origin to those it allows.'],
  'endpoint-method': ['The endpoint takes no POST.', 'Accept POST {meetingNumber, role}.'],
  'endpoint-media-type': ['The endpoint takes no JSON.', 'Accept the content type application/json.'],
  'endpoint-bad-request': [
    'The endpoint refuses the request.',
    'Accept {"meetingNumber": "…", "role": 0}, as Zoom’s sample does; try --meeting-number.',
  ],
  'endpoint-rate-limited': ['The endpoint is asked too often.', 'Wait, or raise its limit.'],
  'endpoint-server-error': ['The endpoint fails.', 'Read the server’s log; is its key pair configured?'],
  'endpoint-redirect': [
    'The endpoint sends elsewhere, and no signature is there.',
    'Answer 401 instead of a redirect to a sign-in page; check the URL.',
  ],
  'endpoint-status': ['The endpoint answers with an unusual status.', 'Answer 200 with the signature.'],
  'endpoint-flaky': ['The endpoint fails now and then.', 'Read the server’s log; compare its instances.'],
  'cors-preflight': ['The preflight is refused.', 'Answer OPTIONS with 204 and the CORS headers.'],
  'cors-origin': [
    'A page of that origin may not read the answer.',
    'Send Access-Control-Allow-Origin with the page’s origin.',
  ],
  'cors-headers': [
    'The preflight does not allow a header that is sent.',
    'Name each header in Access-Control-Allow-Headers; * covers no Authorization, and nothing beside a cookie.',
  ],
  'cors-credentials': [
    'A page of that origin may not send cookies and read the answer.',
    'Send Access-Control-Allow-Credentials: true, and the page’s origin in place of *.',
  ],
  'answer-empty': ['The answer is empty.', useEndpoint],
  'answer-html': ['The answer is an HTML page.', `Check the path: a page answers for it. ${useEndpoint}`],
  'answer-broken-json': ['The answer is broken JSON.', useEndpoint],
  'answer-field': ['The signature is in a field of another name.', 'Call the field signature.'],
  'answer-no-signature': ['There is no signature in the answer.', useEndpoint],
  'answer-too-large': ['The answer is larger than 64 kB.', useEndpoint],
  'answer-content-type': [
    'The content type is not what the body is.',
    'Send JSON as application/json.',
    true,
  ],
  'answer-cached': [
    'The answer comes from a cache.',
    'Send Cache-Control: no-store: a signature is a secret and ages.',
    true,
  ],
  'answer-cacheable': ['Caches may keep the answer.', 'Send Cache-Control: no-store.', true],
  'secret-leaked': [
    'The secret is in what everybody can read.',
    'Take it out, and make a new secret in the Marketplace.',
  ],
  'key-mismatch': [
    'sdkKey in the answer is not the key that was signed.',
    'Send and sign the same key.',
    true,
  ],
  'key-suspect': ['appKey cannot be a key.', 'Check where the server reads the key from.'],
  'clock-ahead': ['The server clock is ahead of this machine’s.', setClock, true],
  'clock-behind': ['The server clock is behind this machine’s.', setClock, true],
  'clocks-differ': ['The answers come from clocks that differ.', 'Synchronise every instance (NTP).', true],
  'clock-drifts': [
    'The signer’s clock does not run at the speed of this machine’s.',
    'Synchronise it (NTP), and restart a virtual machine that was suspended; or see what is added to iat.',
    true,
  ],
  'iat-no-margin': [
    'iat is not dated back: no margin for clocks that differ.',
    'Set iat to 30 s in the past.',
    true,
  ],
  'signature-repeated': [
    'It is the same signature each time: it is cached.',
    'Sign anew for each request; a signature that is kept expires, or is refused again.',
    true,
  ],
  'iat-not-the-clock': [
    'The server clock is right, so the code moves iat.',
    'Look for what is added to or rounded in iat.',
    true,
  ],
  'video-sdk': ['It is a Video SDK JWT.', meetingSdk],
  'api-jwt': ['It is a JWT for Zoom’s old REST API.', meetingSdk],
  'oauth-token': ['It is an OAuth access token.', meetingSdk],
  'zak-token': ['It is a ZAK, not a signature.', `Pass it as zak. ${meetingSdk}`],
  'legacy-signature': ['It is a signature as SDKs before 2.0 had it.', meetingSdk],
  'secret-wrong': ['It was signed with another secret.', signerSecret],
  'secret-spaces': ['It was signed with a secret that has spaces or a newline around it.', signerSecret],
  'secret-quotes': ['It was signed with a secret in quotes.', signerSecret],
  'variable-quotes': [
    'The variable on this machine has quotes around the secret; the signature is made with the right one.',
    'Set the variable without quotes, here.',
    true,
  ],
  'secret-base64': ['It was signed with the secret decoded from or encoded as base64.', signerSecret],
  'secret-hex': ['It was signed with the secret decoded from or encoded as hex.', signerSecret],
  'secret-is-key': ['It was signed with the key instead of the secret.', signerSecret],
  'secret-empty': ['It was signed with an empty or undefined secret.', signerSecret],
} satisfies Record<string, readonly [cause: string, cure: string, isWarning?: true]>;

type OwnFindingId = keyof typeof texts;

/** A finding of `inspectSignature`, or one of the doctor's own, in the same shape. */
export interface DoctorFinding extends Omit<SignatureFinding, 'id'> {
  id: SignatureFindingId | OwnFindingId;
}

/** The endpoint was never heard: that says nothing about its signatures. */
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

/** 0 nothing will be refused, 1 something will, 2 the doctor could not find out. */
export function exitCodeOf(findings: readonly DoctorFinding[]): 0 | 1 | 2 {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 0;
  return errors.every(({ id }) => unheard.has(id)) ? 2 : 1;
}
