import { setupWorker } from 'msw/browser';
import { scriptSdk as realScriptSdk } from '../../src/index';
import { demoKeys } from '../../examples/demo/demo-keys';
import { standInHandlers } from '../../tests/stand-in/msw';
import { createStandIn } from '../../tests/stand-in/stand-in';

// The module that `react-zoom-meeting` resolves to in the example without keys: the package, a stand-in for Zoom
// in the page, and the SDK's files from this machine. The example itself is unchanged.

export * from '../../src/index';
export const scriptSdk = () => realScriptSdk({ baseUrl: '/zoom-sdk' });

const standIn = createStandIn(demoKeys);
// They have audio, so that a host can mute them.
for (const name of ['Grace Hopper', 'Alan Turing'])
  standIn.addParticipant(name, { audio: 'computer', muted: false });

const worker = setupWorker(...standInHandlers(standIn));
await worker.start({ quiet: true, onUnhandledRequest: 'bypass' }).catch((error: unknown) => {
  document.body.textContent = 'The stand-in for Zoom needs a service worker. Open this page on localhost.';
  throw error;
});
