import type { ZoomMeetingStrings } from '../src/languages/english';

/** The language of the panels, as set in the toolbar. */
export interface PanelWords {
  language?: string | undefined;
  strings?: Partial<ZoomMeetingStrings> | undefined;
}
