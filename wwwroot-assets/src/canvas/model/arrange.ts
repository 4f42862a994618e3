import type { Alignment, Positions } from '../protocol/outgoing';

/** A thing on the canvas with its size. */
export interface Box {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** New places of the boxes that have to move so that they are lined up. */
export function align(boxes: readonly Box[], how: Alignment): Positions {
  if (how === 'horizontal' || how === 'vertical') {
    return distribute(boxes, how);
  }

  const left = Math.min(...boxes.map((b) => b.x));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const top = Math.min(...boxes.map((b) => b.y));
  const bottom = Math.max(...boxes.map((b) => b.y + b.height));
  const place: Readonly<Record<typeof how, (b: Box) => readonly [number, number]>> = {
    left: (b) => [left, b.y],
    center: (b) => [(left + right - b.width) / 2, b.y],
    right: (b) => [right - b.width, b.y],
    top: (b) => [b.x, top],
    middle: (b) => [b.x, (top + bottom - b.height) / 2],
    bottom: (b) => [b.x, bottom - b.height],
  };
  return moved(boxes, place[how]);
}

/** Equal gaps between neighbours; the outermost stay. */
function distribute(boxes: readonly Box[], how: 'horizontal' | 'vertical'): Positions {
  const across = how === 'horizontal';
  const start = (b: Box) => (across ? b.x : b.y);
  const size = (b: Box) => (across ? b.width : b.height);
  const order = [...boxes].sort((a, b) => start(a) - start(b) || a.id.localeCompare(b.id));
  const [first, last] = [order[0], order.at(-1)];
  if (!first || !last || order.length < 3) {
    return {};
  }

  const room = start(last) + size(last) - start(first) - order.reduce((sum, b) => sum + size(b), 0);
  const gap = room / (order.length - 1);
  const places = new Map<string, number>();
  let at = start(first);
  for (const box of order) {
    places.set(box.id, at);
    at += size(box) + gap;
  }

  return moved(boxes, (b) => (across ? [places.get(b.id)!, b.y] : [b.x, places.get(b.id)!]));
}

function moved(boxes: readonly Box[], place: (box: Box) => readonly [number, number]): Positions {
  const positions: Record<string, readonly [number, number]> = {};
  for (const box of boxes) {
    const [x, y] = place(box).map(Math.round) as [number, number];
    if (x !== box.x || y !== box.y) {
      positions[box.id] = [x, y];
    }
  }

  return positions;
}

/** Which way an arrow key points. */
export type Direction = 'left' | 'right' | 'up' | 'down';

/** The nearest box that way: what lies straight ahead counts more than what is a little closer but far aside. */
export function neighbour(boxes: readonly Box[], from: Box, direction: Direction): Box | null {
  const ahead = (b: Box) => {
    const dx = b.x + b.width / 2 - (from.x + from.width / 2);
    const dy = b.y + b.height / 2 - (from.y + from.height / 2);
    return { left: [-dx, dy], right: [dx, dy], up: [-dy, dx], down: [dy, dx] }[direction] as [number, number];
  };
  let best: Box | null = null;
  let bestCost = Infinity;
  for (const box of boxes) {
    const [along, aside] = ahead(box);
    const cost = along + Math.abs(aside) * 2;
    if (box.id !== from.id && along > 4 && Math.abs(aside) <= along * 3 && cost < bestCost) {
      [best, bestCost] = [box, cost];
    }
  }

  return best;
}

/** A place near the wish where a box of this size covers no other. */
export function freePlace(boxes: readonly Box[], wish: { x: number; y: number }, width: number, height: number): { x: number; y: number } {
  const margin = 16;
  const { x } = wish;
  let { y } = wish;
  for (let tries = 0; tries < 200; tries++) {
    const hit = boxes.find(
      (b) => x < b.x + b.width + margin && b.x < x + width + margin && y < b.y + b.height + margin && b.y < y + height + margin,
    );
    if (!hit) {
      break;
    }

    y = hit.y + hit.height + margin * 2;
  }

  return { x, y };
}
