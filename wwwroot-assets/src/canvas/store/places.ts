import { groupOf } from '../model/catalogIndex';
import type { Positions } from '../protocol/outgoing';
import type { Block } from '../protocol/values';
import { asNote } from './state';

/** Blocks and notes apart, notes by their own ids. */
export function splitPlaces(places: ReadonlyMap<string, { x: number; y: number }>): [Positions, Positions] {
  const [blocks, notes]: [Record<string, [number, number]>, Record<string, [number, number]>] = [{}, {}];
  for (const [id, { x, y }] of places) {
    const note = asNote(id);
    (note === null ? blocks : notes)[note ?? id] = [x, y];
  }

  return [blocks, notes];
}

/** The groups around a group and itself, the outermost first, by one of its uses each. */
export function pathTo(blocks: ReadonlyMap<string, Block>, group: string): string[] {
  const path = [group];
  for (;;) {
    const use = [...blocks.values()].find((b) => groupOf(b) === path[0]);
    if (!use?.group || path.includes(use.group)) {
      return path;
    }

    path.unshift(use.group);
  }
}
