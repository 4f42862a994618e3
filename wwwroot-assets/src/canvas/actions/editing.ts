import { align, type Direction, neighbour } from '../model/arrange';
import type { CatalogIndex } from '../model/catalogIndex';
import { blockBoxes, noteBoxes, visibleBlocks, visibleLinks, visibleNotes } from '../model/visible';
import { obstacle } from '../model/wiring';
import type { Alignment } from '../protocol/outgoing';
import { linkKey, type PortRef } from '../protocol/values';
import type { Controller } from '../store/controller';
import { asNote, type CanvasState, noteId, openGroup, type Point, selectedBlocks, selectedNotes } from '../store/state';
import { say } from '../texts';

/** Removes what is selected; neighbours of removed blocks are joined again. */
export function removeSelection(controller: Controller): void {
  const state = controller.state.value;
  const [blocks, notes, links] = [selectedBlocks(state), selectedNotes(state), [...state.selectedLinks]];
  const count = blocks.length + notes.length + links.length;
  if (count === 0) {
    return;
  }

  const name = blocks.length === 1 && count === 1 ? controller.titleOf(blocks[0]!) : say('things', state.language, count);
  controller.perform({ kind: 'delete', blocks, links, notes, join: true });
  controller.announce('saidRemoved', name);
  controller.select([]);
}

/** Cuts all wires of the selected blocks. */
export function removeLinks(controller: Controller): void {
  const chosen = new Set(selectedBlocks(controller.state.value));
  const links = visibleLinks(controller.state.value).filter((l) => chosen.has(l.from.block) || chosen.has(l.to.block));
  if (links.length > 0) {
    controller.perform({ kind: 'delete', blocks: [], links: links.map(linkKey), notes: [], join: false });
    controller.announce('saidUnlinked');
  }
}

export function duplicateSelection(controller: Controller): void {
  const [blocks, notes] = [selectedBlocks(controller.state.value), selectedNotes(controller.state.value)];
  if (blocks.length + notes.length > 0) {
    controller.perform({ kind: 'duplicate', blocks, ...(notes.length > 0 ? { notes } : {}) }, true);
  }
}

/** The selected blocks that can be muted, or are. */
export const mutable = (state: CanvasState, catalog: CatalogIndex | null): string[] =>
  selectedBlocks(state).filter((id) => {
    const block = state.blocks.get(id);
    return block !== undefined && (block.muted || (catalog?.canMute(block) ?? false));
  });

/** Mutes the selected blocks, or lets them work again when all of them are muted. */
export function toggleMute(controller: Controller): void {
  const state = controller.state.value;
  const blocks = mutable(state, controller.catalog.value);
  if (blocks.length > 0) {
    const muted = !blocks.every((id) => state.blocks.get(id)?.muted);
    controller.perform({ kind: 'mute', blocks, muted });
    const name = blocks.length === 1 ? controller.titleOf(blocks[0]!) : say('things', state.language, blocks.length);
    controller.announce(muted ? 'saidMuted' : 'saidUnmuted', name);
  }
}

/** Links two ports, or says why that cannot be. */
export function connect(controller: Controller, from: PortRef, to: PortRef): void {
  if (fits(controller, from, to)) {
    controller.perform({ kind: 'connect', from, to });
    controller.announce('saidLinked', controller.titleOf(from.block), controller.titleOf(to.block));
  }
}

/** Whether two ports can be linked; where they cannot, it is said why. */
export function fits(controller: Controller, from: PortRef, to: PortRef): boolean {
  const catalog = controller.catalog.value;
  const reason = catalog ? obstacle(controller.state.value, catalog, from, to) : 'same';
  if (reason !== null) {
    controller.toast(reason === 'circle' ? 'wouldCircle' : 'doesNotFit', 'error');
  }

  return reason === null;
}

export function selectAll(controller: Controller): void {
  const state = controller.state.value;
  controller.select([...visibleBlocks(state).map((b) => b.id), ...visibleNotes(state).map((n) => noteId(n.id))]);
}

/** Lines up the selected things. */
export function alignSelection(controller: Controller, how: Alignment): void {
  const state = controller.state.value;
  const catalog = controller.catalog.value;
  if (!catalog) {
    return;
  }

  const boxes = blockBoxes(state, catalog).filter((b) => state.selection.has(b.id));
  const positions = align(boxes, how);
  if (Object.keys(positions).length > 0) {
    controller.perform({ kind: 'align', blocks: boxes.map((b) => b.id), how, positions });
    controller.announce('saidMoved');
  }
}

/** Arranges the selected blocks, or all of the open canvas when fewer than two are selected. */
export async function arrange(controller: Controller): Promise<void> {
  const catalog = controller.catalog.value;
  if (!catalog || controller.state.value.readOnly) {
    return;
  }

  // The layout's code is fetched when it is first wanted.
  const { autoLayout } = await import('../model/autoLayout');
  const state = controller.state.value;

  const all = blockBoxes(state, catalog);
  const chosen = all.filter((b) => state.selection.has(b.id));
  const boxes = chosen.length > 1 ? chosen : all;
  const ids = new Set(boxes.map((b) => b.id));
  const wires = visibleLinks(state)
    .map((l) => ({ from: l.from.block, to: l.to.block }))
    .filter((w) => ids.has(w.from) && ids.has(w.to));
  const places = new Map(Object.entries(autoLayout(boxes, wires)).map(([id, [x, y]]) => [id, { x, y }]));
  if (places.size > 0) {
    controller.move(places, 'layout');
    controller.announce('saidArranged');
    if (boxes === all) {
      controller.view?.fit();
    }
  }
}

/** Selects the nearest thing that way, starting at the selected one; the first one where none is selected. */
export function goTo(controller: Controller, direction: Direction): void {
  const state = controller.state.value;
  const catalog = controller.catalog.value;
  if (!catalog) {
    return;
  }

  const boxes = [...blockBoxes(state, catalog), ...noteBoxes(state)];
  const from = boxes.find((b) => state.selection.has(b.id));
  const next = from ? neighbour(boxes, from, direction) : [...boxes].sort((a, b) => a.x - b.x || a.y - b.y)[0];
  if (next) {
    controller.select([next.id]);
    controller.view?.reveal([next.id]);
    controller.view?.focus(next.id);
  }
}

/** Adds an empty note; it opens for writing when it comes. */
export function addNote(controller: Controller, flow: Point): void {
  controller.perform(
    {
      kind: 'note',
      text: say('noteLabel', controller.state.value.language),
      x: Math.round(flow.x),
      y: Math.round(flow.y),
      group: openGroup(controller.state.value),
    },
    true,
  );
}

/** Changes the words of a note; without words it goes. */
export function writeNote(controller: Controller, id: string, text: string): void {
  const note = controller.state.value.notes.get(asNote(id) ?? '');
  if (note && note.text !== text) {
    controller.perform(
      text.trim() === ''
        ? { kind: 'delete', blocks: [], links: [], notes: [note.id], join: false }
        : { kind: 'note', id: note.id, text, x: note.x, y: note.y, group: note.group },
    );
  }
}
