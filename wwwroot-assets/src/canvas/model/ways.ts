import { linkKey } from '../protocol/values';
import type { CanvasState } from '../store/state';
import { blockBoxes, visibleLinks } from './visible';
import type { CatalogIndex } from './catalogIndex';
import { geometry } from './geometry';
import { portSize } from './measures';
import { type Spot, wayAround } from './route';

/** The ways of the wires of the open canvas that would run over blocks if they were drawn plainly, by the keys of their links. */
export type Ways = ReadonlyMap<string, readonly Spot[]>;

/** Looks for the ways of all wires. Wires of one output share a lane: they belong together. */
export function findWays(state: CanvasState, catalog: CatalogIndex): Ways {
  const boxes = blockBoxes(state, catalog);
  const places = new Map(boxes.map((b) => [b.id, b]));
  const lanes = new Map<string, number>();
  const ways = new Map<string, readonly Spot[]>();
  for (const link of visibleLinks(state)) {
    const [source, target] = [places.get(link.from.block), places.get(link.to.block)];
    const output = geometry(state.blocks.get(link.from.block)!, catalog).outputs.find((p) => p.port.name === link.from.port);
    const input = geometry(state.blocks.get(link.to.block)!, catalog).inputs.find((p) => p.port.name === link.to.port);
    if (!source || !target || !output || !input) {
      continue;
    }

    const from = `${link.from.block} ${link.from.port}`;
    const start = { x: source.x + source.width + portSize / 2, y: source.y + output.y };
    const way = wayAround(start, { x: target.x - portSize / 2, y: target.y + input.y }, boxes, lanes.get(from) ?? lanes.size);
    if (way) {
      lanes.set(from, lanes.get(from) ?? lanes.size);
      ways.set(linkKey(link), way);
    }
  }

  return ways;
}

/** The ways as long as no block or wire changes: pointer, selection and words leave them alone. */
export class KnownWays {
  private known: Ways = new Map();
  private seen: readonly unknown[] = [];

  of(state: CanvasState, catalog: CatalogIndex): Ways {
    const now = [state.blocks, state.links, state.moved, state.path, catalog];
    if (now.some((part, i) => part !== this.seen[i])) {
      this.seen = now;
      this.known = findWays(state, catalog);
    }

    return this.known;
  }
}

/** True where two ways have the same corners. */
export const isSameWay = (a: readonly Spot[] | undefined, b: readonly Spot[] | undefined): boolean =>
  a === b || (!!a && !!b && a.length === b.length && a.every((p, i) => p.x === b[i]!.x && p.y === b[i]!.y));
