import { leastForward, wireCurvature, wireOffset, wireRadius } from '../model/measures';
import type { Spot } from '../model/route';
import { getBezierPath, getSmoothStepPath, Position } from '@xyflow/react';

/** The line of a wire, and where its label goes. */
export interface WirePath {
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
}

/** Wires run forward as curves; one that has to go back goes around corners, so that it can be followed. */
export function wirePath(sourceX: number, sourceY: number, targetX: number, targetY: number): WirePath {
  const ends = { sourceX, sourceY, targetX, targetY, sourcePosition: Position.Right, targetPosition: Position.Left };
  const [path, labelX, labelY] =
    targetX < sourceX + leastForward ? getSmoothStepPath({ ...ends, borderRadius: wireRadius, offset: wireOffset }) : getBezierPath({ ...ends, curvature: wireCurvature });
  return { path, labelX, labelY };
}

/** A way around blocks with rounded corners; its label goes on its longest part. */
export function cornerPath(way: readonly Spot[]): WirePath {
  let path = `M${way[0]!.x} ${way[0]!.y}`;
  let [longest, labelX, labelY] = [-1, 0, 0];
  way.forEach((p, i) => {
    const [before, after] = [way[i - 1], way[i + 1]];
    if (before && after) {
      const size = Math.min(wireRadius, length(before, p) / 2, length(p, after) / 2);
      const [from, to] = [towards(p, before, size), towards(p, after, size)];
      path += `L${from.x} ${from.y}Q${p.x} ${p.y} ${to.x} ${to.y}`;
    } else if (before) {
      path += `L${p.x} ${p.y}`;
    }

    if (before && length(before, p) > longest) {
      [longest, labelX, labelY] = [length(before, p), (before.x + p.x) / 2, (before.y + p.y) / 2];
    }
  });
  return { path, labelX, labelY };
}

/** Parts of a way run across or down. */
const length = (a: Spot, b: Spot): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

const towards = (from: Spot, to: Spot, by: number): Spot => ({ x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by });
