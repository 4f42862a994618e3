import type { Block, Link, Note } from '../protocol/values';
import { type CanvasState, noteId, openGroup } from '../store/state';
import type { Box } from './arrange';
import type { CatalogIndex } from './catalogIndex';
import { geometry, noteHeight } from './geometry';
import { noteWidth } from './measures';

/** Blocks of the open canvas. */
export const visibleBlocks = (state: CanvasState): Block[] => {
  const group = openGroup(state);
  return [...state.blocks.values()].filter((b) => b.group === group);
};

/** Notes of the open canvas. */
export const visibleNotes = (state: CanvasState): Note[] => {
  const group = openGroup(state);
  return [...state.notes.values()].filter((n) => n.group === group);
};

/** Links of the open canvas. */
export const visibleLinks = (state: CanvasState): Link[] => {
  const group = openGroup(state);
  return [...state.links.values()].filter((l) => state.blocks.get(l.to.block)?.group === group && state.blocks.has(l.from.block));
};

/** Where a thing is shown: where it was dropped, until the server has confirmed it. */
export const placeOf = (state: CanvasState, id: string, item: { x: number; y: number }): { x: number; y: number } => {
  const moved = state.moved.get(id);
  return moved ? { x: moved.x, y: moved.y } : { x: item.x, y: item.y };
};

/** Blocks of the open canvas as boxes. */
export const blockBoxes = (state: CanvasState, catalog: CatalogIndex): Box[] =>
  visibleBlocks(state).map((block) => {
    const { width, height } = geometry(block, catalog);
    return { id: block.id, ...placeOf(state, block.id, block), width, height };
  });

/** Notes of the open canvas as boxes. */
export const noteBoxes = (state: CanvasState): Box[] =>
  visibleNotes(state).map((note) => ({
    id: noteId(note.id),
    ...placeOf(state, noteId(note.id), note),
    width: noteWidth,
    height: noteHeight(note),
  }));
