import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ZoomMeeting, type ZoomMeetingProps } from 'react-zoom-meeting';
import { createFakeSignature, createFakeZoomSdk, type FakeZoomSdkOptions } from 'react-zoom-meeting/testing';
import { english } from '../../src/languages/english';

/** Dutch loads when the test allows it, and Swedish never loads. */
const dutch = vi.hoisted(() => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  return { arrive, arrival };
});
vi.mock('../../src/languages/nl-NL', async (importOriginal) => {
  await dutch.arrival;
  return importOriginal();
});
vi.mock('../../src/languages/sv-SE', () => {
  throw new Error('Failed to fetch dynamically imported module');
});

const meeting = (
  props: Partial<ZoomMeetingProps>,
  options: FakeZoomSdkOptions = { joins: ['waiting-room'] },
) => {
  const sdk = createFakeZoomSdk(options);
  return (changes: Partial<ZoomMeetingProps> = {}) => (
    <ZoomMeeting
      sdk={sdk}
      meetingNumber="1234567890"
      userName="Ada"
      fetchSignature={async ({ meetingNumber, role }) => createFakeSignature({ mn: meetingNumber, role })}
      {...props}
      {...changes}
    />
  );
};
const panel = () => document.querySelector('.rzm-panel')!;

/** Every text that the user has seen so far. */
function recordTexts(): string[] {
  const texts: string[] = [];
  const record = () => texts.push(panel()?.textContent ?? '');
  new MutationObserver(record).observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return texts;
}
const isEnglish = (text: string) => Object.values(english).some((ours) => text.includes(ours));

afterEach(cleanup);

it('shows German without flashing English first', async () => {
  const texts = recordTexts();
  render(meeting({ language: 'de-DE' })());
  texts.push(panel().textContent ?? '');
  await screen.findByText('Bitte warten Sie, bis der Host Sie eintreten lässt');
  expect(screen.getByRole('button', { name: 'Verlassen' })).toBeVisible();
  expect(panel()).toHaveAttribute('lang', 'de-DE');
  expect(texts.filter(isEnglish)).toEqual([]);
});

it('shows no text while a language is loading', async () => {
  const texts = recordTexts();
  const { container } = render(meeting({ language: 'nl-NL' })());
  await waitFor(() => expect(container.firstElementChild).toHaveAttribute('data-status', 'waiting-room'));
  expect(panel()).toHaveTextContent(/^$/);
  expect(container.querySelector('.rzm-spinner')).not.toBeNull();
  await act(async () => dutch.arrive());
  await screen.findByText('Wacht tot de host u binnenlaat');
  expect(texts.filter(isEnglish)).toEqual([]);
});

it('keeps the previous language until the next one has loaded', async () => {
  const element = meeting({ language: 'de-DE' });
  const { rerender } = render(element());
  await screen.findByText('Bitte warten Sie, bis der Host Sie eintreten lässt');
  const texts = recordTexts();
  rerender(element({ language: 'fr-FR' }));
  expect(panel()).toHaveTextContent('Bitte warten Sie');
  expect(panel()).toHaveAttribute('lang', 'de-DE');
  await screen.findByText('Veuillez patienter, l’hôte va vous laisser entrer');
  expect(panel()).toHaveAttribute('lang', 'fr-FR');
  rerender(element({ language: 'en-US' }));
  expect(panel()).toHaveTextContent(english['waitingRoom.title']);
  expect(texts.slice(0, -1).filter(isEnglish)).toEqual([]);
});

it('shows English if a language cannot be loaded', async () => {
  render(meeting({ language: 'sv-SE' }, { joins: [3633] })());
  await screen.findByText(english['retrying.title']);
  expect(panel()).toHaveTextContent(/Trying again in (\d+ seconds|1 minute|2 minutes)\./);
  expect(panel()).toHaveAttribute('lang', 'en-US');
});

it('uses the app’s own texts, and keeps the others', async () => {
  const strings = { 'waitingRoom.title': 'Die Ärztin holt Sie gleich' };
  render(meeting({ language: 'de-DE', strings })());
  await screen.findByText('Die Ärztin holt Sie gleich');
  expect(screen.getByRole('button', { name: 'Verlassen' })).toBeVisible();
});

it('formats the time with the plural forms of the language', async () => {
  render(meeting({ language: 'de-DE', retryDelay: 2900 }, { joins: [403, 'hang'] })());
  await screen.findByText(/^Nächster Versuch in [23] Sekunden\.$/, undefined, { timeout: 10_000 });
  await screen.findByText(/^Nächster Versuch in 1 Sekunde\.$/, undefined, { timeout: 10_000 });
});

it('formats the time in a language that only the app provides', async () => {
  const strings = { 'retrying.text': 'إعادة المحاولة خلال {time}' };
  render(meeting({ language: 'ar', strings }, { joins: [3633] })());
  await screen.findByText(/^إعادة المحاولة خلال .*(ثانية|ثوانٍ|دقيق)/);
  expect(panel()).toHaveAttribute('lang', 'ar');
});

it('does not change the language of the page when none is chosen', async () => {
  render(meeting({})());
  await screen.findByText(english['waitingRoom.title']);
  expect(panel()).not.toHaveAttribute('lang');
});
