import { leastForward, wireCurvature, wireOffset, wireRadius } from '../model/measures';
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
