import type { Meta, StoryObj } from '@storybook/react-vite';
import { useEffect, useMemo, useState } from 'react';
import { scriptSdk } from 'react-zoom-meeting';
import { useStandIn } from './real-meeting';
import type { Signer } from './stand-in-page';
import { Meeting } from './this-component';
import { createReporter, describeAnswer, describeState } from './tour-report';
import { startMeeting } from './usual-code';

interface FrameArgs {
  signer: Signer;
}

/** The two frames of the tour. They are not in the sidebar, because the tour shows them. */
const meta = {
  title: 'Live/Frames',
  tags: ['!dev', '!test', '!autodocs'],
  args: { signer: 'ahead-20' },
  argTypes: { signer: { control: 'select', options: ['right', 'ahead-20', 'ahead-45', 'float'] } },
  parameters: { bare: true },
} satisfies Meta<FrameArgs>;

export default meta;
type Story = StoryObj<FrameArgs>;

/**
 * The usual code imports the SDK, which throws with this page's React 19. The page therefore loads the SDK with
 * its own React.
 */
const sdk = scriptSdk({ baseUrl: 'zoom-sdk' });

function UsualFrame({ signer }: FrameArgs) {
  const report = useMemo(createReporter, []);
  const { standIn, trouble } = useStandIn(signer, undefined, (answer) =>
    report(...describeAnswer(answer, 'refused')),
  );
  const [error, setError] = useState('');
  useEffect(() => {
    if (!standIn) return;
    const show = (text: string) => {
      setError(text);
      report(`The page shows: ${text}`);
    };
    sdk.load().then(
      (embedded) => startMeeting(embedded, show),
      (failure: unknown) => show(String(failure)),
    );
  }, [standIn, report]);
  return (
    <>
      <div id="meetingSDKElement" />
      <p role="alert">{error || trouble}</p>
    </>
  );
}

function ComponentFrame({ signer }: FrameArgs) {
  const report = useMemo(createReporter, []);
  const { standIn, trouble } = useStandIn(signer, undefined, (answer) =>
    report(...describeAnswer(answer, 'waiting')),
  );
  return standIn ? (
    <div style={{ height: 'calc(100vh - 2rem)' }}>
      <Meeting onStatusChange={(state) => report(...describeState(state))} />
    </div>
  ) : (
    <p role="status">{trouble}</p>
  );
}

export const UsualCode: Story = { render: (args) => <UsualFrame {...args} /> };
export const ThisComponent: Story = { render: (args) => <ComponentFrame {...args} /> };
