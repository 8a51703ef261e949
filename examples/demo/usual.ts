import { setupWorker } from 'msw/browser';
import { scriptSdk } from 'react-zoom-meeting';
import { startMeeting } from '../../stories/real-sdk/usual-code';
import { standInHandlers } from '../../tests/stand-in/msw';
import { createStandIn } from '../../tests/stand-in/stand-in';
import { demoKeys } from './demo-keys';

/** What this frame tells the page that contains it. */
export interface UsualReport {
  usualCode: 'joined' | 'refused';
}

const report = (usualCode: UsualReport['usualCode']) =>
  parent.postMessage({ usualCode } satisfies UsualReport, location.origin);

const worker = setupWorker(...standInHandlers(createStandIn(demoKeys)));
await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });

// The usual code imports the SDK, which throws with the React 19 of this page. It therefore gets the SDK with its
// own React.
const embedded = await scriptSdk({ baseUrl: '/zoom-sdk' }).load();
let outcome: UsualReport['usualCode'] = 'joined';
await startMeeting(embedded, (text) => {
  outcome = 'refused';
  document.getElementById('error')!.textContent = text;
});
report(outcome);
