import { createContext, useContext, type ReactNode } from 'react';
import type { ZoomMeetingError } from '../../errors/zoom-meeting-error';
import type { Clock } from '../../session/clock';
import type { ZoomUserAction } from '../../errors/error-codes';
import { english } from '../../languages/english';
import { noFormMemory, type FormMemory } from './form-memory';
import type { PanelTexts } from './use-strings';

/** The settings that every panel of a view needs. */
export interface PanelSettings extends PanelTexts {
  /** Digits only. */
  meetingNumber: string;
  title?: ReactNode;
  logo?: ReactNode;
  onAction?: ((action: ZoomUserAction, error: ZoomMeetingError) => void) | undefined;
  /** The clock that the times in the meeting's state are based on. */
  now: Clock;
  /** The values that were typed into the forms. */
  memory: FormMemory;
  /** The person that the options describe. */
  person: string;
}

export const PanelSettingsContext = /* #__PURE__ */ createContext<PanelSettings>({
  strings: english,
  locale: 'en-US',
  meetingNumber: '',
  now: () => Date.now(),
  memory: noFormMemory,
  person: '',
});

/** The settings of the view around a panel. */
export const usePanelSettings = (): PanelSettings => useContext(PanelSettingsContext);

/** Fills in the placeholders of a text: `fill('Error code {code}', { code: 3712 })`. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
