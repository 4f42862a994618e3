import { graphlib, layout } from '@dagrejs/dagre';
import type { Positions } from '../protocol/outgoing';
import type { Box } from './arrange';
import { snapped } from './geometry';
import { firstPortY, rowRoom } from './measures';
import { rowBounds, rowsOf } from './rows';

/** A wire between two boxes. */
export interface Wire {
  readonly from: string;
  readonly to: string;
}

const columnGap = 64;
const rowGap = 44;

/**
 * Places for all boxes so that data flows from left to right, in several rows where it is long. What is linked with nothing stands in a row below. The top left corner stays
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

  return anchored(boxes, inRows(boxes, linked, graph, wires));
}

/** Dagre lines up centres. Wires are straight when first ports are lined up, so each box is laid out as one with its first port in the middle. */
const reach = (box: Box): number => Math.max(firstPortY, box.height - firstPortY);

function inRows(boxes: readonly Box[], linked: ReadonlySet<string>, graph: graphlib.Graph, wires: readonly Wire[]): Map<string, { x: number; y: number }> {
  const flowing = boxes.filter((b) => linked.has(b.id)).map((box) => ({ box, node: graph.node(box.id) as { x: number; y: number } }));
  const middles = [...new Set(flowing.map((f) => Math.round(f.node.x)))].sort((a, b) => a - b);
  const columnOf = new Map(flowing.map((f) => [f.box.id, middles.indexOf(Math.round(f.node.x))]));
  const columns = middles.map((_, column) => {
    const inside = flowing.filter((f) => columnOf.get(f.box.id) === column);
    return {
      width: Math.max(...inside.map((f) => f.box.width)),
      top: Math.min(...inside.map((f) => f.node.y - firstPortY)),
      bottom: Math.max(...inside.map((f) => f.node.y - firstPortY + f.box.height)),
    };
  });
  const crossing = (column: number) => wires.filter((w) => columnOf.get(w.from)! < column && columnOf.get(w.to)! >= column).length;
  const places = new Map<string, { x: number; y: number }>();
  let bottom = 0;
  for (const row of columns.length > 0 ? rowsOf(columns, columnGap, crossing) : []) {
    const bounds = rowBounds(row, columns);
    let x = 0;
    for (let column = row.first; column < row.end; column++) {
      for (const { box, node } of flowing.filter((f) => columnOf.get(f.box.id) === column)) {
        places.set(box.id, { x: x + (columns[column]!.width - box.width) / 2, y: node.y - firstPortY - bounds.top + bottom });
      }

      x += columns[column]!.width + columnGap;
    }

    bottom += bounds.bottom - bounds.top + rowRoom;
  }

  let x = 0;
  for (const box of boxes.filter((b) => !linked.has(b.id))) {
    places.set(box.id, { x, y: bottom });
    x += box.width + columnGap;
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
