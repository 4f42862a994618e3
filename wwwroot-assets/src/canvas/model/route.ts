import type { Box } from './arrange';
import { leastForward, wireOffset } from './measures';

/** A point of a wire. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How near a wire comes to a block that it has nothing to do with. */
const clearance = 6;

/** What a corner costs, in units of way: a few straight lines are followed more easily than many short ones. */
const corner = 60;

/** Blocks farther than this from both ends are not walked around. */
const reach = 420;

/** Blocks that a way is looked for between, at most: the search grows with their square. */
const mostBoxes = 40;

/** Distances from blocks at which wires run. Neighbouring wires take different ones, so that they are not read as one. */
const lanes = [14, 22, 30] as const;

/** The corners of a way around all blocks from an output to an input; null where the plain line is free, or where there is no way. */
export function wayAround(start: Spot, end: Spot, boxes: readonly Box[], lane: number): readonly Spot[] | null {
  const near = boxes.filter((b) => isNear(b, start, end));
  if (!isCrossed(plainLine(start, end), near, 0)) {
    return null;
  }

  const within = near.length <= mostBoxes ? near : [...near].sort((a, b) => distance(a, start, end) - distance(b, start, end)).slice(0, mostBoxes);
  return search(start, end, within, lanes[lane % lanes.length]!);
}

/** Whether a line of points runs over one of these blocks. */
export const isCrossed = (points: readonly Spot[], boxes: readonly Box[], margin: number): boolean =>
  points.some((p, i) => i > 0 && boxes.some((b) => hits(points[i - 1]!, p, b, margin)));

/** What is drawn where nothing is in the way, as points: a curve forward, or around corners back. */
export function plainLine(start: Spot, end: Spot): Spot[] {
  if (end.x < start.x + leastForward) {
    const middle = (start.y + end.y) / 2;
    const [out, back] = [start.x + wireOffset, end.x - wireOffset];
    return [start, { x: out, y: start.y }, { x: out, y: middle }, { x: back, y: middle }, { x: back, y: end.y }, end];
  }

  const half = (start.x + end.x) / 2;
  return Array.from({ length: 25 }, (_, i) => {
    const [t, u] = [i / 24, 1 - i / 24];
    const [first, second] = [u * u * u + 3 * u * u * t, 3 * u * t * t + t * t * t];
    return { x: u * u * u * start.x + 3 * u * t * half + t * t * t * end.x, y: first * start.y + second * end.y };
  });
}

function hits(a: Spot, b: Spot, box: Box, margin: number): boolean {
  const [left, right, top, bottom] = [box.x - margin, box.x + box.width + margin, box.y - margin, box.y + box.height + margin];
  if (Math.max(a.x, b.x) <= left || Math.min(a.x, b.x) >= right || Math.max(a.y, b.y) <= top || Math.min(a.y, b.y) >= bottom) {
    return false;
  }

  // Liang and Barsky: the part of the line that is inside of all four borders.
  let [from, to] = [0, 1];
  for (const [step, room] of [[a.x - b.x, a.x - left], [b.x - a.x, right - a.x], [a.y - b.y, a.y - top], [b.y - a.y, bottom - a.y]] as const) {
    if (step === 0 && room <= 0) {
      return false;
    }

    if (step < 0) {
      from = Math.max(from, room / step);
    } else if (step > 0) {
      to = Math.min(to, room / step);
    }
  }

  return from < to;
}

const isNear = (b: Box, s: Spot, e: Spot): boolean =>
  b.x < Math.max(s.x, e.x) + reach && b.x + b.width > Math.min(s.x, e.x) - reach && b.y < Math.max(s.y, e.y) + reach && b.y + b.height > Math.min(s.y, e.y) - reach;

const distance = (b: Box, s: Spot, e: Spot): number =>
  Math.min(...[s, e, { x: (s.x + e.x) / 2, y: (s.y + e.y) / 2 }].map((p) => Math.abs(b.x + b.width / 2 - p.x) + Math.abs(b.y + b.height / 2 - p.y)));

const sorted = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

/** The shortest way with few corners along lines that keep their distance from all blocks (Dijkstra's search). */
function search(start: Spot, end: Spot, boxes: readonly Box[], lane: number): Spot[] | null {
  const [out, back] = [{ x: start.x + lane, y: start.y }, { x: end.x - lane, y: end.y }];
  const xs = sorted([out.x, back.x, ...boxes.flatMap((b) => [b.x - lane, b.x + b.width + lane])]);
  const ys = sorted([out.y, back.y, ...boxes.flatMap((b) => [b.y - lane, b.y + b.height + lane])]);
  const columns = xs.length;
  const spot = (at: number): Spot => ({ x: xs[at % columns]!, y: ys[Math.floor(at / columns)]! });
  const index = (p: Spot): number => ys.indexOf(p.y) * columns + xs.indexOf(p.x);
  const goal = index(back);
  // A state is a crossing of the grid and whether it was reached across (0) or down (1).
  const cost = new Float64Array(columns * ys.length * 2).fill(Infinity);
  const before = new Int32Array(cost.length).fill(-1);
  const queue = new Queue();
  const first = index(out) * 2;
  cost[first] = 0;
  queue.add(first, 0);
  for (let state = queue.take(); state !== null; state = queue.take()) {
    const [at, down] = [state >> 1, state & 1];
    if (at === goal) {
      return corners([start, ...trace(before, state).map(spot), end]);
    }

    const [column, row] = [at % columns, Math.floor(at / columns)];
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]] as const) {
      const [c, r] = [column + dx, row + dy];
      if (c < 0 || r < 0 || c >= columns || r >= ys.length) {
        continue;
      }

      const next = r * columns + c;
      const turned = dy === 0 ? 0 : 1;
      const [a, b] = [spot(at), spot(next)];
      const arrives = next === goal && turned === 1 ? corner : 0;
      const total = cost[state]! + Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + (turned === down ? 0 : corner) + arrives;
      if (total < cost[next * 2 + turned]! && !isCrossed([a, b], boxes, clearance)) {
        cost[next * 2 + turned] = total;
        before[next * 2 + turned] = state;
        queue.add(next * 2 + turned, total);
      }
    }
  }

  return null;
}

function trace(before: Int32Array, last: number): number[] {
  const way: number[] = [];
  for (let state = last; state >= 0; state = before[state]!) {
    way.unshift(state >> 1);
  }

  return way;
}

/** Only the points at which a way turns. */
const corners = (way: readonly Spot[]): Spot[] =>
  way.filter((p, i) => {
    const [a, b] = [way[i - 1], way[i + 1]];
    return !a || !b || !((a.x === p.x && p.x === b.x) || (a.y === p.y && p.y === b.y));
  });

/** What is cheapest comes out first. */
class Queue {
  private readonly heap: { readonly state: number; readonly cost: number }[] = [];

  add(state: number, cost: number): void {
    const { heap } = this;
    let at = heap.push({ state, cost }) - 1;
    for (let up = (at - 1) >> 1; at > 0 && heap[up]!.cost > heap[at]!.cost; up = (at - 1) >> 1) {
      [heap[up], heap[at]] = [heap[at]!, heap[up]!];
      at = up;
    }
  }

  take(): number | null {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (!first || !last) {
      return null;
    }

    if (heap.length > 0) {
      heap[0] = last;
      for (let at = 0, least = 0; ; at = least) {
        for (const below of [2 * at + 1, 2 * at + 2]) {
          least = below < heap.length && heap[below]!.cost < heap[least]!.cost ? below : least;
        }

        if (least === at) {
          break;
        }

        [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      }
    }

    return first.state;
  }
}
