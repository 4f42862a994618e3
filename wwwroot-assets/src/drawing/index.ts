import { send } from '../use';
import { mountPad, type MountedPad } from './pad';

/** The page's side: is told the file of the drawing, or null where the sheet is empty. */
export interface Page {
  invokeMethodAsync(method: 'OnDrawn', id: string | null): Promise<void>;
}

/** Lets people draw; the picture is sent after each stroke. */
export function mount(canvas: HTMLCanvasElement, page: Page, url: string): MountedPad {
  return mountPad(canvas, async (picture, isLatest) => {
    if (!picture) return page.invokeMethodAsync('OnDrawn', null);
    const sent = await send(picture, url, 'drawing.png');
    // Only the latest picture counts: an earlier one may arrive later.
    if (isLatest()) await page.invokeMethodAsync('OnDrawn', sent.id);
  });
}
