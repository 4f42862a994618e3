import { savePicture } from '../export/save';
import type { Controller } from '../store/controller';

/** Saves the open canvas as a file, or says that it could not be done. */
export async function exportAs(controller: Controller, format: 'svg' | 'png'): Promise<void> {
  const catalog = controller.catalog.value;
  const root = document.querySelector<HTMLElement>('.cv-root');
  if (!catalog || !root) {
    return;
  }

  try {
    await savePicture(controller.state.value, catalog, root, format);
    controller.toast('saidSaved');
  } catch {
    controller.toast('exportFailed', 'error');
  }
}
