import type { FindingText, SignatureFinding, SignatureFindingId } from '../signature/signature-finding';

const useEndpoint = 'Return a JSON object that has the fields signature and sdkKey.';
const meetingSdk =
  'Sign a Meeting SDK JWT (appKey, mn, role, iat, exp) with the key pair of a Meeting SDK app.';
const setClock = 'Synchronise the server clock (NTP). Check that this machine’s clock is right.';
const signerSecret = 'Sign with the client secret of the app, exactly as the Marketplace shows it.';

/** Cause and cure of findings that need more than the claims: the endpoint, the secret, or another kind of token. */
const texts = {
  'endpoint-refused': {
    cause: 'Nothing is listening at this address.',
    cure: 'Start the server. Check the host and the port.',
  },
  'endpoint-unknown-host': {
    cause: 'The host name could not be resolved.',
    cure: 'Check the spelling of the URL.',
  },
  'endpoint-certificate': {
    cause: 'The TLS certificate is not trusted.',
    cure: 'Renew the certificate, or set NODE_EXTRA_CA_CERTS.',
  },
  'endpoint-not-https': {
    cause: 'The server does not use TLS on this port.',
    cure: 'Use http://, or check the port. Browsers need https:// except on localhost.',
  },
  'endpoint-blocked-port': {
    cause: 'Browsers block this port.',
    cure: 'Use another port for the server.',
  },
  'endpoint-unreachable': {
    cause: 'The connection failed.',
    cure: 'Check the URL, the scheme and the network.',
  },
  'endpoint-timeout': {
    cause: 'The endpoint did not respond in time.',
    cure: 'Check what the server is waiting for.',
  },
  'endpoint-not-found': {
    cause: 'There is no endpoint at this address.',
    cure: 'Check the path. Check that the route accepts POST.',
  },
  'endpoint-unauthorized': {
    cause: 'The endpoint requires a signed-in user.',
    cure: "Pass a session: --header 'Cookie: …'.",
  },
  'endpoint-forbidden': {
    cause: 'The endpoint refused to sign for this meeting.',
    cure: 'With --meeting-number, pass a meeting that authorize allows. If authorize needs a session, pass it with --header. If you have changed .env, restart the endpoint.',
  },
  'endpoint-origin-refused': {
    cause: 'The endpoint refuses this origin.',
    cure: 'Add the origin to the allowed origins.',
  },
  'endpoint-method': {
    cause: 'The endpoint does not accept POST.',
    cure: 'Accept POST {meetingNumber, role}.',
  },
  'endpoint-media-type': {
    cause: 'The endpoint does not accept JSON.',
    cure: 'Accept the content type application/json.',
  },
  'endpoint-bad-request': {
    cause: 'The endpoint rejected the request as invalid.',
    cure: 'Accept {"meetingNumber": "…", "role": 0}, as Zoom’s sample does. Check --meeting-number.',
  },
  'endpoint-rate-limited': {
    cause: 'The endpoint limits the request rate.',
    cure: 'Wait, or raise the limit.',
  },
  'endpoint-server-error': {
    cause: 'The endpoint failed.',
    cure: 'Read the server log. Check that the key pair is configured.',
  },
  'endpoint-redirect': {
    cause: 'The endpoint redirects to a page without a signature.',
    cure: 'Return 401 instead of a redirect to a sign-in page. Check the URL.',
  },
  'endpoint-status': {
    cause: 'The endpoint returned an unexpected status.',
    cure: 'Return 200 with the signature.',
  },
  'endpoint-flaky': {
    cause: 'The endpoint fails intermittently.',
    cure: 'Read the server log. If there are several instances, compare them.',
  },
  'cors-preflight': {
    cause: 'The preflight request failed.',
    cure: 'Respond to OPTIONS with 204 and the CORS headers.',
  },
  'cors-origin': {
    cause: 'A page on this origin may not read the response.',
    cure: 'Send Access-Control-Allow-Origin with the origin of the page.',
  },
  'cors-headers': {
    cause: 'The preflight does not allow all request headers.',
    cure: 'Name each header in Access-Control-Allow-Headers. * does not cover Authorization, and covers nothing when a cookie is sent.',
  },
  'cors-credentials': {
    cause: 'A page on this origin may not send cookies and read the response.',
    cure: 'Send Access-Control-Allow-Credentials: true, and the origin of the page instead of *.',
  },
  'answer-empty': { cause: 'The response is empty.', cure: useEndpoint },
  'answer-html': {
    cause: 'The response is an HTML page.',
    cure: `Check the path, which serves a page. ${useEndpoint}`,
  },
  'answer-broken-json': { cause: 'The response is not valid JSON.', cure: useEndpoint },
  'answer-field': {
    cause: 'The signature is in a field with another name.',
    cure: 'Name the field signature.',
  },
  'answer-no-signature': { cause: 'The response has no signature.', cure: useEndpoint },
  'answer-too-large': { cause: 'The response is larger than 64 kB.', cure: useEndpoint },
  'answer-content-type': {
    cause: 'The content type does not match the body.',
    cure: 'Send JSON as application/json.',
    severity: 'warning',
  },
  'answer-cached': {
    cause: 'The response comes from a cache.',
    cure: 'Send Cache-Control: no-store. A signature is a secret, and it expires.',
    severity: 'warning',
  },
  'answer-cacheable': {
    cause: 'Caches may store the response.',
    cure: 'Send Cache-Control: no-store.',
    severity: 'warning',
  },
  'secret-leaked': {
    cause: 'The SDK secret is in the response, where every user can read it.',
    cure: 'Remove it. Create a new secret in the Marketplace.',
  },
  'key-mismatch': {
    cause: 'sdkKey in the response differs from the key in the signature.',
    cure: 'Send the key that the signature was made with.',
    severity: 'warning',
  },
  'key-suspect': {
    cause: 'appKey does not look like an SDK key.',
    cure: 'Check where the server reads the key from.',
  },
  'clock-ahead': {
    cause: 'The server clock is ahead of this machine’s clock.',
    cure: setClock,
    severity: 'warning',
  },
  'clock-behind': {
    cause: 'The server clock is behind this machine’s clock.',
    cure: setClock,
    severity: 'warning',
  },
  'clocks-differ': {
    cause: 'The responses come from servers whose clocks differ.',
    cure: 'Synchronise the clock of every instance (NTP).',
    severity: 'warning',
  },
  'clock-drifts': {
    cause: 'The signer’s clock runs at a different speed from this machine’s.',
    cure: 'Synchronise the clock (NTP). Restart a virtual machine that was suspended. Check the code that computes iat.',
    severity: 'warning',
  },
  'iat-no-margin': {
    cause: 'iat is not backdated, which leaves no margin for clock differences.',
    cure: 'Set iat to 30 s in the past.',
    severity: 'warning',
  },
  'signature-repeated': {
    cause: 'Every response has the same signature, so it is cached.',
    cure: 'Create a new signature for each request. A cached one expires, and a retry with it would fail again.',
    severity: 'warning',
  },
  'iat-not-the-clock': {
    cause: 'The server clock is right, so the code that computes iat is wrong.',
    cure: 'Check what the code adds to iat, and how it rounds.',
    severity: 'warning',
  },
  'video-sdk': { cause: 'This is a Video SDK JWT.', cure: meetingSdk },
  'api-jwt': { cause: 'This is a JWT for Zoom’s old REST API.', cure: meetingSdk },
  'oauth-token': { cause: 'This is an OAuth access token.', cure: meetingSdk },
  'zak-token': { cause: 'This is a ZAK, not a signature.', cure: `Pass it as zak. ${meetingSdk}` },
  'legacy-signature': { cause: 'This signature has the format of SDKs before 2.0.', cure: meetingSdk },
  'secret-wrong': { cause: 'The signature was made with another secret.', cure: signerSecret },
  'secret-spaces': {
    cause: 'The signature was made with white space around the secret.',
    cure: signerSecret,
  },
  'secret-quotes': { cause: 'The signature was made with quotes around the secret.', cure: signerSecret },
  'variable-quotes': {
    cause: 'The variable on this machine has quotes around the secret. The signature itself is correct.',
    cure: 'Remove the quotes from the variable on this machine.',
    severity: 'warning',
  },
  'secret-base64': {
    cause: 'The signature was made with the secret after base64 decoding or encoding.',
    cure: signerSecret,
  },
  'secret-hex': {
    cause: 'The signature was made with the secret after hex decoding or encoding.',
    cure: signerSecret,
  },
  'secret-is-key': {
    cause: 'The signature was made with the key instead of the secret.',
    cure: signerSecret,
  },
  'secret-empty': { cause: 'The signature was made with an empty or undefined secret.', cure: signerSecret },
} satisfies Record<string, FindingText>;

type OwnFindingId = keyof typeof texts;

/** A finding of `inspectSignature`, or one of the doctor's own, in the same shape. */
export interface DoctorFinding extends Omit<SignatureFinding, 'id'> {
  id: SignatureFindingId | OwnFindingId;
}

/** The endpoint never responded, which says nothing about its signatures. */
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
  const { cause, cure, severity = 'error' }: FindingText = texts[id];
  return { id, severity, cause, cure, evidence };
}

/** 0: no errors, 1: at least one error, 2: nothing could be checked. */
export function exitCodeOf(findings: readonly DoctorFinding[]): 0 | 1 | 2 {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return 0;
  return errors.every(({ id }) => unheard.has(id)) ? 2 : 1;
}
