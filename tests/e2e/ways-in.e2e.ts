import { describe, expect } from 'vitest';
import { createSignatureHandler, type SignatureHandlerOptions } from '../../src/server';
import { it, lastError, reactVersion, sdkKey, sdkSecret, useBrowser, type Opened } from './harness';

useBrowser();

/** Our handler. By default, `authorize` lets everyone in. */
const endpoint = (options: Partial<SignatureHandlerOptions>) =>
  createSignatureHandler({ sdkKey, sdkSecret, authorize: () => true, ...options } as SignatureHandlerOptions);

/** The user's own roster row. */
const ownRow = (opened: Opened) =>
  opened.page.evaluate(() => {
    const user = harness.meeting.current?.client?.getCurrentUser();
    return { displayName: user?.displayName, isHost: user?.isHost };
  });

/** The values that each request and each socket of a join sent to Zoom under this name. */
const formValues = ({ standIn }: Opened, name: string) => standIn.forms.map((form) => form[name]);
const socketValues = ({ standIn }: Opened, name: string) => standIn.joinFrames.map((body) => body[name]);

/** The values that the SDK keeps for the next join in this tab. */
const keptTokens = ({ page }: Opened) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => /ZTK|ZSK|TK|TOKEN/.test(key)));

describe.concurrent(`names, tokens and links, on React ${reactVersion}`, () => {
  it.for([
    [0, 'guest'],
    [1, 'host'],
  ] as const)('the endpoint’s name appears in the roster: role %i, %s', async ([role], { open }) => {
    const signature = endpoint({
      authorize: () => ({ userName: 'Ada from the server' }),
      credentials: (_request, subject) => (subject.role === 1 ? { zak: 'a-zak' } : {}),
    });
    const opened = await open({ signature });
    await opened.mount({ role, userName: role === 1 ? undefined : 'Somebody else' });
    await opened.waitFor('joined');
    expect(await ownRow(opened)).toEqual({ displayName: 'Ada from the server', isHost: role === 1 });
  });

  it('without a name, the meeting fails before a request to Zoom', async ({ open }) => {
    const opened = await open();
    await opened.mount({ userName: undefined });
    await opened.waitFor('failed');
    expect(await lastError(opened)).toMatchObject({
      code: 'INVALID_OPTIONS',
      reason: expect.stringContaining('userName:'),
    });
    expect(opened.standIn.count('info')).toBe(0);
  });

  it('a host with a ZAK starts the meeting', async ({ open }) => {
    const opened = await open({ signature: endpoint({ credentials: () => ({ zak: 'a-zak' }) }) });
    opened.standIn.meeting.hostPresent = false;
    await opened.mount({ role: 1 });
    await opened.waitFor('joined');
    expect(await ownRow(opened)).toMatchObject({ isHost: true });
    expect(formValues(opened, 'zsk')).toEqual(['a-zak']);
    expect(socketValues(opened, 'zak')).toEqual(['a-zak']);
  });

  it('a local recording token and a guest’s ZAK reach Zoom, and are not kept after the meeting', async ({
    open,
  }) => {
    const signature = endpoint({
      credentials: () => ({ zak: 'a-zak', recordingToken: 'a-recording-token' }),
    });
    const opened = await open({ signature });
    await opened.mount();
    await opened.waitFor('joined');
    expect(socketValues(opened, 'localRecordToken')).toEqual(['a-recording-token']);
    // The SDK sends the ZAK of a guest under another name.
    expect(formValues(opened, 'ztk')).toEqual(['a-zak']);
    expect(socketValues(opened, 'zak')).toEqual(['a-zak']);
    expect(await keptTokens(opened)).not.toEqual([]);
    await opened.page.evaluate(() => harness.meeting.current!.leave());
    expect(await keptTokens(opened)).toEqual([]);
  });

  it('an on-behalf-of token is used for one join, and the next join sends a new one, if its user is not in the meeting yet', async ({
    open,
  }) => {
    let tokens = 0;
    const signature = endpoint({ credentials: () => ({ obfToken: `obf-${++tokens}` }) });
    const opened = await open({ signature });
    opened.standIn.next({ res: 103041 }, { info: 'abort' }, 'ok');
    await opened.mount({ retryDelay: 500 });
    await opened.waitFor('joined');
    expect(tokens).toBe(3);
    expect(opened.signatureTimes).toHaveLength(3);
    // The second join did not reach its socket, which sends the token.
    expect(socketValues(opened, 'obfToken')).toEqual(['obf-1', 'obf-3']);
    expect(JSON.stringify(opened.standIn.forms)).not.toContain('obf-');
  });

  it('an on-behalf-of token from the options is not sent twice', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ res: 103041 });
    await opened.mount({ retryDelay: 500, obfToken: 'only-one' });
    await opened.waitFor('failed');
    expect(opened.standIn.count('info')).toBe(1);
    expect(socketValues(opened, 'obfToken')).toEqual(['only-one']);
    expect(await lastError(opened)).toMatchObject({
      code: 'INVALID_OPTIONS',
      reason: expect.stringContaining('obfToken must be new for each join'),
    });
  });

  it('the panel asks for an email address if the meeting needs one, and the next join sends it', async ({
    open,
  }) => {
    const opened = await open();
    opened.standIn.meeting.needsEmail = true;
    await opened.mount();
    await opened.waitFor('failed');
    expect(await lastError(opened)).toMatchObject({ code: 3005, userAction: 'enter-email' });
    await opened.page.getByLabel('Email address').fill('ada@example.com');
    await opened.page.getByRole('button', { name: 'Join' }).click();
    await opened.waitFor('joined');
    expect(formValues(opened, 'userEmail')).toEqual([undefined, 'ada@example.com']);
  });

  it.for([
    [0, 'guest'],
    [1, 'host'],
  ] as const)(
    'a webinar with email and tk registers once, however often the signature is refused: role %i, %s',
    async ([role], { open }) => {
      let registered = 0;
      const signature = endpoint({
        credentials: (_request, { hasTk }) => ({
          userEmail: 'ada@example.com',
          ...(!hasTk && { tk: `registrant-${++registered}` }),
        }),
      });
      const opened = await open({ signature });
      opened.standIn.meeting.needsEmail = true;
      opened.standIn.meeting.registrants = new Set(['registrant-1']);
      opened.standIn.next({ info: 3712 }, { info: 3712 }, { info: 3712 });
      await opened.mount({ role, retryDelay: 300 });
      await opened.waitFor('joined');
      expect(registered).toBe(1);
      expect(opened.signatureTimes).toHaveLength(4);
      expect(formValues(opened, 'tk')).toEqual(Array.from({ length: 4 }, () => 'registrant-1'));
      expect(formValues(opened, 'userEmail')).toEqual(Array.from({ length: 4 }, () => 'ada@example.com'));
      expect(await opened.page.evaluate(() => location.href + harness.queryCache())).not.toContain(
        'registrant-1',
      );
    },
  );

  it('the registration link opens Zoom’s page in a new tab without access to this one', async ({ open }) => {
    const opened = await open();
    opened.standIn.meeting.registrants = new Set();
    await opened.mount();
    await opened.waitFor('failed');
    const link = opened.page.getByRole('link', { name: 'Register' });
    expect(await link.getAttribute('href')).toBe('https://zoom.us/webinar/register/WN_1');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await link.getAttribute('rel')).toBe('noreferrer');
    // The user has registered in the meantime, with the app's own link.
    opened.standIn.meeting.registrants = undefined;
    await opened.page.getByRole('button', { name: 'Try again' }).click();
    await opened.waitFor('joined');
    // The endpoint was asked again, because it may have the token by then.
    expect(opened.signatureTimes).toHaveLength(2);
  });

  it('the sign-in link has the token from Zoom, which no report contains', async ({ open }) => {
    const opened = await open();
    opened.standIn.next({ info: 3051, url: 'a-sign-in-token' });
    await opened.mount();
    await opened.waitFor('failed');
    const link = opened.page.getByRole('link', { name: 'Sign in' });
    expect(await link.getAttribute('href')).toBe(
      'https://applications.zoom.us/sdkhelper/auth?sdkToken=a-sign-in-token',
    );
    expect(JSON.stringify(await opened.calls())).not.toContain('a-sign-in-token');
  });

  it('lets in only users whose field `authorize` accepts', async ({ open }) => {
    const signature = endpoint({
      authorize: (_request, { fields }) => fields['invitationCode'] === 'right',
    });
    const invited = await open({ signature });
    await invited.mount({ fields: { invitationCode: 'right' } });
    await invited.waitFor('joined');
    const stranger = await open({ signature });
    await stranger.mount({ fields: { invitationCode: 'wrong' } });
    await stranger.waitFor('failed');
    expect(await lastError(stranger)).toMatchObject({ code: 'SIGNATURE_UNAUTHORIZED' });
    expect(stranger.standIn.count('info')).toBe(0);
  });
});
