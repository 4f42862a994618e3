import { graphlib, layout } from '@dagrejs/dagre';
import type { Positions } from '../protocol/outgoing';
import type { Box } from './arrange';
import { snapped } from './geometry';
import { firstPortY } from './measures';

/** A wire between two boxes. */
export interface Wire {
  readonly from: string;
  readonly to: string;
}

const columnGap = 88;
const rowGap = 40;

/**
 * Places for all boxes so that data flows from left to right. What is linked with nothing stands in a row below. The top left corner stays
 * where it was, so that the view does not jump.
 */
export function autoLayout(boxes: readonly Box[], wires: readonly Wire[]): Positions {
  const linked = new Set(wires.flatMap((w) => [w.from, w.to]));
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: columnGap, nodesep: rowGap });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const box of boxes.filter((b) => linked.has(b.id))) {
    graph.setNode(box.id, { width: box.width, height: 2 * reach(box) });
  }

  for (const wire of wires) {
    graph.setEdge(wire.from, wire.to);
  }

  if (linked.size > 0) {
    layout(graph);
  }

  return anchored(boxes, centres(boxes, linked, graph));
}

/** Dagre lines up centres. Wires are straight when first ports are lined up, so each box is laid out as one with its first port in the middle. */
const reach = (box: Box): number => Math.max(firstPortY, box.height - firstPortY);

function centres(boxes: readonly Box[], linked: ReadonlySet<string>, graph: graphlib.Graph): Map<string, { x: number; y: number }> {
  const places = new Map<string, { x: number; y: number }>();
  const loose = boxes.filter((b) => !linked.has(b.id));
  let bottom = 0;
  for (const box of boxes.filter((b) => linked.has(b.id))) {
    const node = graph.node(box.id) as { x: number; y: number };
    places.set(box.id, { x: node.x - box.width / 2, y: node.y - firstPortY });
    bottom = Math.max(bottom, node.y + reach(box));
  }

  let x = 0;
  for (const box of loose) {
    places.set(box.id, { x, y: linked.size > 0 ? bottom + rowGap * 2 : 0 });
    x += box.width + columnGap / 2;
  }

  return places;
}

function anchored(boxes: readonly Box[], places: ReadonlyMap<string, { x: number; y: number }>): Positions {
  const corner = (at: (b: Box) => { x: number; y: number }) => ({
    x: Math.min(...boxes.map((b) => at(b).x)),
    y: Math.min(...boxes.map((b) => at(b).y)),
  });
  const before = corner((b) => b);
  const after = corner((b) => places.get(b.id)!);
  const positions: Record<string, readonly [number, number]> = {};
  for (const box of boxes) {
    const place = places.get(box.id)!;
    const x = snapped(place.x - after.x + before.x);
    const y = snapped(place.y - after.y + before.y);
    if (x !== box.x || y !== box.y) {
      positions[box.id] = [x, y];
    }
  }

  return positions;
}
