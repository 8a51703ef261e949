import type { ZoomMeetingStrings } from './english';
import { english } from './english';
const strings: ZoomMeetingStrings = english;
export default strings;
