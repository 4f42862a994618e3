import type { Link, Port, PortRef } from '../protocol/values';
import { linkKey } from '../protocol/values';
import type { DocumentState } from '../store/state';
import type { CatalogIndex } from './catalogIndex';

/** Why two ports cannot be linked; null where they can. */
export type Obstacle = 'content' | 'circle' | 'canvas' | 'same' | null;

type Wiring = Pick<DocumentState, 'blocks' | 'links'>;

/** Whether a wire may lead from an output to an input. The server has the last word; this only guides the hand. */
export function obstacle(state: Wiring, catalog: CatalogIndex, from: PortRef, to: PortRef): Obstacle {
  const source = state.blocks.get(from.block);
  const target = state.blocks.get(to.block);
  if (!source || !target || from.block === to.block) {
    return 'same';
  }

  if (source.group !== target.group) {
    return 'canvas';
  }

  const output = catalog.outputs(source).find((p) => p.name === from.port);
  const input = catalog.inputs(target).find((p) => p.name === to.port);
  if (!output || !input || output.content !== input.content) {
    return 'content';
  }

  return reaches(state.links.values(), to.block, from.block) ? 'circle' : null;
}

/** True where data of `start` arrives at `goal`. */
function reaches(links: Iterable<Link>, start: string, goal: string): boolean {
  const next = new Map<string, string[]>();
  for (const link of links) {
    const list = next.get(link.from.block);
    if (list) {
      list.push(link.to.block);
    } else {
      next.set(link.from.block, [link.to.block]);
    }
  }

  const seen = new Set<string>();
  const queue = [start];
  for (let block = queue.pop(); block !== undefined; block = queue.pop()) {
    if (block === goal) {
      return true;
    }

    if (!seen.has(block)) {
      seen.add(block);
      queue.push(...(next.get(block) ?? []));
    }
  }

  return false;
}

/** A port that could be linked with a block. */
export interface Candidate {
  readonly from: PortRef;
  readonly to: PortRef;
  /** The block at the other end, and its port. */
  readonly other: string;
  readonly otherPort: Port;
  readonly ownPort: Port;
  readonly direction: 'out' | 'in';
  /** The block whose link to the input gives way; null where the input is free. */
  readonly replaces: string | null;
}

/** A loss or a score goes on to arithmetic and to an optimizer, not into a layer: a person may draw that, but is not offered it. */
function makesSense(state: Wiring, catalog: CatalogIndex, from: PortRef, to: PortRef): boolean {
  const [source, target] = [from, to].map((end) => catalog.kind(state.blocks.get(end.block)?.kind ?? ''));
  return !(source?.role === 'Loss' || source?.role === 'Metric') || target?.role !== 'Layer' || target.family === 'Math';
}

/** All ports that a block can be linked with: free inputs near by first. */
export function candidates(state: Wiring, catalog: CatalogIndex, id: string): Candidate[] {
  const own = state.blocks.get(id);
  if (!own) {
    return [];
  }

  const found: Candidate[] = [];
  const consider = (from: PortRef, to: PortRef, direction: 'out' | 'in', ownPort: Port, otherPort: Port, input: Port) => {
    const link = state.links.get(linkKey({ to, slot: 0 }));
    const isSame = link && link.from.block === from.block && link.from.port === from.port;
    if (!isSame && makesSense(state, catalog, from, to) && obstacle(state, catalog, from, to) === null) {
      const other = direction === 'out' ? to.block : from.block;
      found.push({ from, to, direction, other, otherPort, ownPort, replaces: link && !input.variadic ? link.from.block : null });
    }
  };
  for (const other of state.blocks.values()) {
    if (other.group !== own.group || other.id === id) {
      continue;
    }

    for (const output of catalog.outputs(own)) {
      for (const input of catalog.inputs(other)) {
        consider({ block: id, port: output.name }, { block: other.id, port: input.name }, 'out', output, input, input);
      }
    }

    for (const input of catalog.inputs(own)) {
      for (const output of catalog.outputs(other)) {
        consider({ block: other.id, port: output.name }, { block: id, port: input.name }, 'in', input, output, input);
      }
    }
  }

  const distance = (c: Candidate) => {
    const other = state.blocks.get(c.other)!;
    const forward = c.direction === 'out' ? other.x - own.x : own.x - other.x;
    return Math.abs(forward) + Math.abs(other.y - own.y) + (forward < 0 ? 5000 : 0);
  };
  const rank = (c: Candidate) => (c.replaces === null ? 0 : 2) + (c.direction === 'in' ? 1 : 0);
  return found.sort((a, b) => rank(a) - rank(b) || distance(a) - distance(b));
}
