import { it } from 'vitest';
import { open, useBrowser } from './harness';
useBrowser();
const size = () => {
  const box = (s: string) => { const e = document.querySelector(s); if (!e) return '-'; const r = e.getBoundingClientRect(); return `${Math.round(r.x)},${Math.round(r.y)} ${Math.round(r.width)}x${Math.round(r.height)}`; };
  return `resizable ${box('.rzm-sdk-root .react-resizable')} panel ${box('.rzm-sdk-root [id^=suspension-view-tabpanel]:not(:empty)')} toolbar ${box('.zoommtg-drag-video')}`;
};
it('explore', async () => {
  for (const [view, w, h] of [['speaker', 900, 600], ['ribbon', 900, 600], ['active', 900, 600], ['gallery', 1280, 720],['speaker', 375, 600],['speaker', 900, 320]] as const) {
    const o = await open();
    await o.mount({ width: w, height: h, customize: { video: { defaultViewType: view } } });
    await o.waitFor('joined');
    await o.page.waitForTimeout(1500);
    console.log(view, w, h, await o.page.evaluate(size), o.pageErrors());
    await o.page.screenshot({ path: `/tmp/x-${view}-${w}x${h}.png` });
    await o.page.evaluate(() => { const b = document.getElementById('box')!; b.style.width = '640px'; b.style.height = '400px'; });
    await o.page.waitForTimeout(1200);
    console.log('  resized 640x400', await o.page.evaluate(size));
    await o.page.screenshot({ path: `/tmp/x-${view}-${w}x${h}-resized.png` });
  }
}, 170000);
