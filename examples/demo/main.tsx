import { setupWorker } from 'msw/browser';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'react-zoom-meeting/styles.css';
import { standInHandlers } from '../../tests/stand-in/msw';
import { createStandIn } from '../../tests/stand-in/stand-in';
import { beginRound, ScenarioDemo } from './demo';
import { demoKeys } from './demo-keys';
import { RealZoomDemo } from './real-zoom-demo';
import { scenarios, type Scenario } from './scenarios';
import './demo.css';

declare const __REAL_ZOOM__: boolean;

const root = createRoot(document.getElementById('app')!);

if (__REAL_ZOOM__) {
  root.render(<RealZoomDemo />);
} else {
  const worker = setupWorker();
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass' }).catch((error: unknown) => {
    // On plain http, browsers allow service workers only on localhost.
    root.render(<main>The stand-in for Zoom needs a service worker. Open this page on localhost.</main>);
    throw error;
  });
  const start = (scenario: Scenario) => {
    const standIn = createStandIn(demoKeys);
    scenario.prepare?.(standIn);
    worker.resetHandlers(...standInHandlers(standIn));
    return standIn;
  };
  // Not in the component, because StrictMode would start two.
  const first = beginRound(new URLSearchParams(location.search).get('scenario') ?? scenarios[0]!.id, start);
  root.render(
    <StrictMode>
      <ScenarioDemo first={first} start={start} />
    </StrictMode>,
  );
}
