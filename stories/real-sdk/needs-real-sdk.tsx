import type { Decorator } from '@storybook/react-vite';
import { defaultSdkVersion } from '../../src/sdk/tested-versions';
import './real-sdk.css';

declare const __REAL_SDK__: boolean;

/** Says which parts of a story are real, and how to run it where the SDK's files are omitted. */
export const needsRealSdk: Decorator = (Story) =>
  __REAL_SDK__ ? (
    <>
      <p className="real-sdk-label">
        The real Zoom Meeting SDK {defaultSdkVersion}, with a stand-in for Zoom: no account, and nothing goes
        to Zoom
      </p>
      <Story />
    </>
  ) : (
    <p className="real-sdk-label" data-testid="no-sdk">
      This page runs the real Zoom Meeting SDK, whose files are not part of the published site. To see it, run{' '}
      <code>npm run storybook</code>, or build the site with <code>REAL_SDK=1 npm run build-storybook</code>.
    </p>
  );
