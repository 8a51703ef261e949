import { openStandIn, type Signer } from '../../../stories/real-sdk/stand-in-page';
import type { StandIn } from '../../stand-in/stand-in';

/** Errors of the page, and violations of its Content-Security-Policy. */
const pageErrors: string[] = [];
addEventListener('error', ({ message }) => pageErrors.push(message));
addEventListener('unhandledrejection', ({ reason }) =>
  pageErrors.push(reason instanceof Error ? reason.message : JSON.stringify(reason)),
);
document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  pageErrors.push(`Content-Security-Policy: ${effectiveDirective} ${blockedURI}`),
);
globalThis.pageErrors = pageErrors;

const signer = new URLSearchParams(location.search).get('signer') as Signer | null;
void openStandIn(signer ?? 'right').then((standIn) => (globalThis.standIn = standIn));

declare global {
  var pageErrors: string[];
  /** Set when the page is ready. */
  var standIn: StandIn;
}
