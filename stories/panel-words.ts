import type { ZoomMeetingStrings } from '../src/languages/english';

/** The language of the panels, as the toolbar decides. */
export interface PanelWords {
  language?: string | undefined;
  strings?: Partial<ZoomMeetingStrings> | undefined;
}
