// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { createPageClient } from '../../../../src/sdk/page-client';
import { createSdk, options, pass, resizeObservers, useFakePage } from './fake-page';

useFakePage();

describe('the element of the SDK', () => {
  it('is centred in the visible container, moves to another one, and is removed', async () => {
    const [one, two] = [document.createElement('div'), document.createElement('div')];
    two.style.position = 'absolute';
    document.body.append(one, two);
    const page = createPageClient();
    const sdk = createSdk();
    page.show({ container: one });
    await page.open(sdk.embedded, {}, () => true);
    const root = one.querySelector<HTMLElement>('.rzm-sdk-root')!;
    expect(root.style.position).toBe('absolute');
    expect(one.style.position).toBe('relative');
    page.show({ container: two });
    expect(root.parentElement).toBe(two);
    expect(two.style.position).toBe('absolute');
    page.show(undefined);
    expect(root.parentElement).toBeNull();
    page.show({ container: one });
    expect(root.parentElement).toBe(one);
    await page.open(sdk.embedded, {}, () => true);
    expect([...one.children]).toEqual([root]);
    void page.join(options);
    void page.reset();
    await pass(1);
    expect(one.childElementCount).toBe(0);
  });

  it('is not fitted any more when nothing shows it', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const page = createPageClient();
    page.show({ container });
    await page.open(createSdk().embedded, {}, () => true);
    resizeObservers.stopped = 0;
    page.show(undefined);
    expect(resizeObservers.stopped).toBe(resizeObservers.callbacks.length);
  });

  it('requests captions when it is connected, not before', async () => {
    const sdk = createSdk();
    const page = createPageClient();
    page.on('caption-message', vi.fn());
    await page.open(sdk.embedded, {}, () => true);
    const requested = () => vi.mocked(sdk.client.on).mock.calls.map(([event]) => event);
    sdk.say({ state: 'Connecting' });
    expect(requested()).not.toContain('caption-message');
    sdk.say({ state: 'Connected' });
    expect(requested()).toContain('caption-message');
  });

  it('starts with the view of the place that shows it, or else with that of the app’s options', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const sdk = createSdk();
    const page = createPageClient();
    const firstVideo = async () => {
      await page.open(sdk.embedded, { customize: { video: { defaultViewType: 'ribbon' } } }, () => true);
      return vi.mocked(sdk.client.init).mock.lastCall![0].customize?.video?.defaultViewType;
    };
    page.show({ container });
    expect(await firstVideo()).toBe('ribbon');
    page.show({ container, firstView: () => undefined });
    expect(await firstVideo()).toBe('ribbon');
    page.show({ container, firstView: () => 'speaker' });
    expect(await firstVideo()).toBe('speaker');
  });

  it('stays where it is when it is shown there again, and returns if it was removed', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const page = createPageClient();
    const place = { container };
    page.show(place);
    await page.open(createSdk().embedded, {}, () => true);
    const root = container.querySelector('.rzm-sdk-root')!;
    const append = vi.spyOn(container, 'append');
    page.show(place);
    expect(append).not.toHaveBeenCalled();
    root.remove();
    page.show(place);
    expect(root.parentElement).toBe(container);
  });

  it('fits its view again when the container’s size changes, with the app’s options', async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const updateVideoOptions = vi.fn(async () => '');
    const sdk = createSdk({ updateVideoOptions, getAttendeeslist: () => [] });
    const page = createPageClient();
    page.show({ container });
    await page.open(sdk.embedded, { customize: { video: { isResizable: true } } }, () => true);
    // The element that the SDK renders when it joins.
    const box = document.createElement('div');
    box.className = 'react-resizable';
    container.querySelector('.rzm-sdk-root')!.append(box);
    await pass(1);
    updateVideoOptions.mockClear();
    Object.defineProperties(container, { clientWidth: { value: 804 }, clientHeight: { value: 685 } });
    for (const resize of resizeObservers.callbacks) resize();
    expect(updateVideoOptions).toHaveBeenCalledWith(
      expect.objectContaining({
        isResizable: true,
        viewSizes: { default: { width: 800, height: 600 }, ribbon: { width: 800, height: 600 } },
      }),
    );
  });
});
