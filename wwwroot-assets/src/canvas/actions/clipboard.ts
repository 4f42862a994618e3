import { holdsBlocks, toClipboard } from '../model/clipboard';
import type { Controller } from '../store/controller';
import { openGroup, type Point, selectedBlocks, selectedNotes } from '../store/state';
import { say } from '../texts';
import { removeSelection } from './editing';

/** The selected things as text; null where nothing is selected. */
export function copied(controller: Controller): string | null {
  const state = controller.state.value;
  const [blocks, notes] = [selectedBlocks(state), selectedNotes(state)];
  return blocks.length + notes.length === 0 ? null : toClipboard(state, blocks, notes);
}

const announceCopy = (controller: Controller): void =>
  controller.announce('saidCopied', say('things', controller.state.value.language, controller.state.value.selection.size));

/** Answers the browser's copy and cut events, which need no permission. True when it was ours. */
export function onCopy(controller: Controller, event: ClipboardEvent, cut: boolean): boolean {
  const text = copied(controller);
  if (text === null || !event.clipboardData) {
    return false;
  }

  event.clipboardData.setData('text/plain', text);
  announceCopy(controller);
  if (cut && !controller.state.value.readOnly) {
    removeSelection(controller);
  }

  return true;
}

/** Pastes text where it holds blocks. */
export function pasteText(controller: Controller, text: string, at: Point): boolean {
  if (!holdsBlocks(text)) {
    return false;
  }

  if (text.length > 4_000_000) {
    controller.toast('tooLarge', 'error');
    return true;
  }

  controller.perform(
    { kind: 'paste', clipboard: text, x: Math.round(at.x), y: Math.round(at.y), group: openGroup(controller.state.value) },
    true,
  );
  return true;
}

/** Copy and cut from a menu. */
export async function copyByMenu(controller: Controller, cut: boolean): Promise<void> {
  const text = copied(controller);
  if (text === null) {
    return;
  }

  try {
    await navigator.clipboard.writeText(text);
    announceCopy(controller);
    if (cut) {
      removeSelection(controller);
    }
  } catch {
    controller.toast('clipboardClosed', 'error');
  }
}

/** Paste from a menu. */
export async function pasteByMenu(controller: Controller, at: Point): Promise<void> {
  try {
    const text = await navigator.clipboard.readText();
    if (!pasteText(controller, text, at)) {
      controller.toast('clipboardEmpty');
    }
  } catch {
    controller.toast('clipboardClosed', 'error');
  }
}
