import type { ZoomVideoOptions } from '../sdk/zoom-sdk';

/** The content of the box. */
interface FakeMeetingView {
  meetingNumber: string;
  /** One line about the state of the meeting, e.g. `In the meeting`. */
  status: string;
  names: readonly string[];
}

/** The fake's stand-in for the SDK's user interface. */
export interface FakeMeetingBox {
  show(view: FakeMeetingView): void;
  /** As large as the SDK's box would be: the requested size and the toolbars, as in `view-size.ts`. */
  fit(video: ZoomVideoOptions | undefined): void;
  clear(): void;
}

/**
 * Takes over `root` as the SDK's first join does, once, and draws a neutral box there. Plain DOM with inline styles;
 * nothing happens without a `document`.
 */
export function createMeetingBox(root: HTMLElement): FakeMeetingBox {
  if (typeof document === 'undefined') return { show() {}, fit() {}, clear() {} };
  const container = element('div', '');
  container.setAttribute('aria-label', 'Zoom app container');
  container.setAttribute('role', 'group');
  container.style.cssText = 'display:grid;width:100%';
  root.replaceChildren(container);
  let drawn: Drawn | undefined;
  return {
    show(view) {
      // A test runner removes the page after the last test, perhaps during a join.
      if (typeof document === 'undefined') return;
      if (!drawn) {
        drawn = createBox(view.meetingNumber);
        // The name that the SDK's box has (6.2.0).
        container.className = 'react-resizable';
        container.replaceChildren(drawn.section);
      }
      drawn.update(view);
    },
    fit(video) {
      const size = video?.viewSizes?.default;
      if (!size) return;
      container.style.width = `${size.width + 4}px`;
      container.style.minHeight = `${size.height + 85}px`;
    },
    clear() {
      drawn = undefined;
      container.className = '';
      container.replaceChildren();
    },
  };
}

/** A box on the page. */
interface Drawn {
  section: HTMLElement;
  /** Updates only what has changed, because a meeting may have hundreds of participants. */
  update(view: FakeMeetingView): void;
}

function createBox(meetingNumber: string): Drawn {
  const section = element(
    'section',
    'box-sizing:border-box;width:100%;min-height:200px;padding:16px;border-radius:8px;background:#1f2430;' +
      'color:#fff;font:14px/1.5 system-ui,sans-serif;text-align:start',
  );
  section.lang = 'en';
  section.dir = 'ltr';
  section.setAttribute('aria-label', 'Fake Zoom meeting');
  const statusLine = element('p', 'margin:0 0 12px');
  section.append(
    element('p', 'margin:0;font-weight:600', 'Fake Zoom meeting'),
    element(
      'p',
      'margin:0 0 12px;color:#c7ccd6',
      `A stand-in without Zoom, audio or video. Number ${meetingNumber}.`,
    ),
    statusLine,
  );
  const list = element('ul', 'display:flex;flex-wrap:wrap;gap:8px;margin:0;padding:0;list-style:none');
  list.setAttribute('aria-label', 'Participants');
  let shown: { name: string; item: HTMLElement }[] = [];
  return {
    section,
    update({ status, names }) {
      if (statusLine.textContent !== status) statusLine.textContent = status;
      for (const { item } of shown.slice(names.length)) item.remove();
      shown = names.map((name, index) => {
        const known = shown[index];
        if (known?.name === name) return known;
        const item = known?.item ?? element('li', 'padding:24px 16px;border-radius:6px;background:#343b4b');
        item.textContent = name;
        if (!known) list.append(item);
        return { name, item };
      });
      if (names.length === 0) list.remove();
      else if (!list.parentNode) section.append(list);
    },
  };
}

function element(tag: string, style: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.style.cssText = style;
  made.textContent = text;
  return made;
}
