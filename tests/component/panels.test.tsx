import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ZoomMeeting, type ZoomMeetingProps } from 'react-zoom-meeting';
import {
  createFakeSignature,
  createFakeZoomSdk,
  type FakeZoomSdk,
  type FakeZoomSdkOptions,
} from 'react-zoom-meeting/testing';

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

async function show(options: FakeZoomSdkOptions, props: Partial<ZoomMeetingProps> = {}) {
  const fake = createFakeZoomSdk(options);
  const { container } = render(
    <ZoomMeeting
      sdk={fake}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role })}
      {...props}
    />,
  );
  await pass(3000);
  return { fake, container, status: () => container.firstElementChild?.getAttribute('data-status') };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(async () => {
  cleanup();
  await vi.advanceTimersByTimeAsync(25_000);
  vi.useRealTimers();
});

/** A state: how to reach it, what a screen reader announces, and which buttons it has. */
const panels: [
  status: string,
  options: FakeZoomSdkOptions,
  role: 'status' | 'alert',
  text: RegExp,
  buttons: string[],
  act?: (fake: FakeZoomSdk) => void,
][] = [
  ['preparing', { loadMs: 60_000 }, 'status', /getting the meeting ready/i, ['Cancel']],
  ['joining', { joins: ['hang'] }, 'status', /joining/i, ['Cancel']],
  ['retrying', { joins: [3633] }, 'status', /longer than usual/i, ['Try now', 'Cancel']],
  ['waiting-for-host', { joins: [3008] }, 'status', /host hasn’t started/i, ['Cancel']],
  ['waiting-room', { joins: ['waiting-room'] }, 'status', /wait for the host/i, ['Leave']],
  ['failed', { joins: [3004] }, 'alert', /passcode/i, ['', 'Join', 'Cancel']],
  ['failed', { joins: [3005] }, 'alert', /email/i, ['Join', 'Cancel']],
  ['failed', { joins: [3099] }, 'alert', /requires registration.*Register, then try again/i, ['Try again']],
  ['failed', { joins: [4005] }, 'alert', /full/i, ['Try again']],
  ['failed', { joins: [4011] }, 'alert', /contact support/i, ['Try again']],
  ['reconnecting', {}, 'status', /reconnecting/i, ['Leave'], (fake) => fake.drop()],
  ['ended', {}, 'status', /host ended/i, ['Join again'], (fake) => fake.end('ended by host')],
];

describe('the default panels', () => {
  it.each(panels)('%s %j: is announced, usable and accessible', async (...panel) => {
    const [wanted, options, role, text, buttons, play] = panel;
    const { fake, container, status } = await show(options);
    if (play) await act(async () => play(fake));
    expect(status()).toBe(wanted);
    expect(screen.getByRole(role)).toHaveTextContent(text);
    expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual(buttons);
    vi.useRealTimers();
    // Contrast needs a browser.
    const { violations } = await axe.run(container, { rules: { 'color-contrast': { enabled: false } } });
    expect(violations.map(({ id, help }) => `${id}: ${help}`)).toEqual([]);
    vi.useFakeTimers();
  });

  it('offers to join when autoJoin is off', async () => {
    const { status } = await show({}, { autoJoin: false });
    expect(status()).toBe('idle');
    fireEvent.click(screen.getByRole('button', { name: 'Join' }));
    await pass(3000);
    expect(status()).toBe('joined');
  });

  it('asks for the email address, focuses the field, and joins with the address', async () => {
    const { fake, status } = await show({ joins: [3005, 'ok'] });
    const input = screen.getByLabelText('Email address');
    expect(input).toHaveFocus();
    expect(input).toHaveAttribute('type', 'email');
    fireEvent.change(input, { target: { value: ' ada@example.com ' } });
    fireEvent.submit(input);
    await pass(3000);
    expect(status()).toBe('joined');
    expect(fake.joinCalls.at(-1)?.options.userEmail).toBe('ada@example.com');
  });

  it('uses the entered passcode and email address for the next attempts', async () => {
    const { fake, status } = await show({ joins: [3004, 3005, 4005, 'ok', 'ok'] });
    const enter = async (label: string, value: string) => {
      const input = screen.getByLabelText(label);
      expect(input).toHaveFocus();
      expect(input).toHaveValue('');
      fireEvent.change(input, { target: { value } });
      fireEvent.submit(input);
      await pass(3000);
    };
    await enter('Meeting passcode', 'zoom42');
    await enter('Email address', 'ada@example.com');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await pass(3000);
    expect(status()).toBe('joined');
    const entered = { password: 'zoom42', userEmail: 'ada@example.com' };
    expect(fake.joinCalls.map(({ options }) => options).slice(2)).toEqual([
      expect.objectContaining(entered),
      expect.objectContaining(entered),
    ]);
    // Both are forgotten when the meeting ends.
    await act(async () => fake.end('ended by host'));
    fireEvent.click(screen.getByRole('button', { name: 'Join again' }));
    await pass(3000);
    expect(fake.joinCalls.at(-1)?.options).not.toHaveProperty('password');
    expect(fake.joinCalls.at(-1)?.options).not.toHaveProperty('userEmail');
  });

  it('lets a slot replace the form for the email address', async () => {
    const { status } = await show(
      { joins: [3005, 'ok'] },
      {
        slots: {
          Failed: () => 'not this one',
          Email: ({ meeting }) => (
            <button type="button" onClick={() => void meeting.join({ userEmail: 'a@b.example' })}>
              mine
            </button>
          ),
        },
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'mine' }));
    await pass(3000);
    expect(status()).toBe('joined');
  });

  it.each([
    [3051, 'Sign in'],
    [3099, 'Register'],
    [4005, 'Open in Zoom'],
  ])('%i links to the page that Zoom provides: %s', async (errorCode, name) => {
    const url = 'https://zoom.us/page?sdkToken=abc';
    await show({ joins: [{ errorCode, url }] });
    const link = screen.getByRole('link', { name });
    expect(link).toHaveAttribute('href', url);
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', 'noreferrer');
    expect(link).toHaveAccessibleDescription('Opens in a new tab');
  });

  it.each<[string, FakeZoomSdkOptions, Partial<ZoomMeetingProps>, hint: string | undefined]>([
    ['the SDK cannot be loaded', { loads: ['fails', 'fails'] }, {}, 'Check your connection, then try again.'],
    [
      'joining takes too long',
      { joins: ['hang'] },
      { joinTimeout: 1000 },
      'Check your connection, then try again.',
    ],
    ['the title is sufficient', { joins: [4006] }, {}, undefined],
    ['the connection is not the cause', { joins: [4011] }, {}, 'If this keeps happening, contact support.'],
  ])('%s: shows the matching hint', async (_what, options, props, hint) => {
    const { container, status } = await show(options, props);
    await pass(20_000);
    expect(status()).toBe('failed');
    expect(container.querySelector('.rzm-text')?.textContent).toBe(hint);
  });

  it.each(['/register', 'javascript:alert(1)', 'http://zoom.us/register'])(
    'does not link to %s, which is not an https URL',
    async (url) => {
      await show({ joins: [{ errorCode: 3099, url }] });
      expect(screen.queryByRole('link')).toBeNull();
    },
  );

  it('counts down to the next attempt outside the live region, and retries when the user clicks', async () => {
    const { fake, status } = await show({ joins: [3633, 'ok'] });
    expect(status()).toBe('retrying');
    const countdown = screen.getByText(/trying again in \d+ seconds/i);
    const seconds = () => Number(/\d+/.exec(countdown.textContent ?? '')?.[0]);
    const before = seconds();
    expect(before).toBeGreaterThan(50);
    expect(countdown.closest('[role=status], [aria-live]')).toBeNull();
    await pass(10_000);
    expect(before - seconds()).toBe(10);
    fireEvent.click(screen.getByRole('button', { name: 'Try now' }));
    await pass(3000);
    expect(status()).toBe('joined');
    expect(fake.joinCalls).toHaveLength(2);
  });

  it.each([-86_400_000, -20_000])(
    'continues the countdown when the computer’s clock changes by %i ms',
    async (change) => {
      const now = () => Math.floor(Date.now() / 1000);
      const { status } = await show(
        { joins: [3712, 'ok'] },
        {
          fetchSignature: async ({ meetingNumber, role }) =>
            createFakeSignature({ mn: meetingNumber, role, iat: now() + 40, exp: now() + 7200 }),
        },
      );
      const countdown = screen.getByText(/trying again in \d+ seconds/i);
      const before = Number(/\d+/.exec(countdown.textContent ?? '')?.[0]);
      vi.setSystemTime(Date.now() + change);
      await pass(10_000);
      expect(countdown).toHaveTextContent(`${before - 10} seconds`);
      await pass(60_000);
      expect(status()).toBe('joined');
    },
  );

  it('reports a wrong passcode and keeps it, can reveal it, and can be cancelled', async () => {
    const onEnded = vi.fn();
    const { fake, status } = await show({ joins: [3004, 3004, 3004] }, { onEnded });
    const field = () => screen.getByLabelText<HTMLInputElement>('Meeting passcode');
    expect(field()).toHaveFocus();
    expect(field()).not.toHaveAccessibleDescription();
    fireEvent.change(field(), { target: { value: 'zoom42' } });
    fireEvent.click(screen.getByRole('button', { name: 'Join' }));
    await pass(3000);
    expect(fake.joinCalls.at(-1)?.options).toMatchObject({ password: 'zoom42' });
    expect(field()).toHaveFocus();
    expect(field()).toHaveValue('zoom42');
    expect(field()).toHaveAccessibleDescription('That passcode didn’t work. Check it and try again.');
    expect(field().type).toBe('password');
    fireEvent.click(screen.getByRole('button', { name: 'Show passcode' }));
    expect(field().type).toBe('text');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await pass(100);
    expect(status()).toBe('ended');
    expect(onEnded).toHaveBeenCalledExactlyOnceWith('cancelled');
  });

  it('links to Zoom’s page for the meeting when only the Zoom app can join it', async () => {
    await show({ joins: [3603] });
    expect(screen.getByRole('link', { name: 'Open in Zoom' })).toHaveAttribute(
      'href',
      'https://zoom.us/j/1234567890',
    );
  });

  it('calls onAction when only the app can resolve the error, and shows no button without it', async () => {
    const onAction = vi.fn();
    await show({ joins: [4011] }, { onAction });
    fireEvent.click(screen.getByRole('button', { name: 'Contact support' }));
    expect(onAction).toHaveBeenCalledExactlyOnceWith(
      'contact-support',
      expect.objectContaining({ code: 4011 }),
    );
    cleanup();
    await pass(3000);
    await show({ joins: [4011] });
    expect(screen.queryByRole('button', { name: 'Contact support' })).toBeNull();
  });

  it('shows the meeting name, the logo, custom texts and the support code', async () => {
    const { container } = await show(
      { joins: [4005] },
      {
        title: 'Weekly sync',
        logo: <img alt="Acme" src="data:," />,
        strings: { 'error.full': 'No seat left' },
        id: 'meeting',
        'aria-label': 'Weekly sync',
      },
    );
    expect(screen.getByText('Weekly sync')).toBeVisible();
    expect(screen.getByAltText('Acme')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('No seat left');
    expect(screen.getByText('Error code 4005')).toBeVisible();
    expect(container.querySelector('#meeting')).toBe(screen.getByRole('region', { name: 'Weekly sync' }));
  });

  it('makes the SDK’s interface inert while a panel covers it', async () => {
    const { fake, container } = await show({});
    const inert = () => container.querySelector('.rzm-view')!.firstElementChild as HTMLElement;
    expect(inert().inert).toBe(false);
    await act(async () => fake.drop());
    expect(inert().inert).toBe(true);
  });

  it('lets slots replace it, and passes them the meeting and the state', async () => {
    const { status } = await show(
      { joins: [4005, 'ok'] },
      {
        slots: {
          Failed: ({ meeting, state }) => (
            <button type="button" onClick={() => void meeting.join()}>
              code {state.error.code}
            </button>
          ),
        },
      },
    );
    fireEvent.click(screen.getByRole('button', { name: 'code 4005' }));
    await pass(3000);
    expect(status()).toBe('joined');
  });

  it('shows developers the findings, in development only', async () => {
    vi.stubEnv('NODE_ENV', 'development');
    const broken: Partial<ZoomMeetingProps> = { fetchSignature: async () => '"not a signature"' };
    const { container } = await show({}, broken);
    expect(container.querySelector('details')).toHaveTextContent(/not a JWT/);
    cleanup();
    vi.stubEnv('NODE_ENV', 'production');
    expect((await show({}, broken)).container.querySelector('details')).toBeNull();
    vi.unstubAllEnvs();
  });
});
