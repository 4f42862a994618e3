import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { memo, useEffect, useRef, useState } from 'react';
import { cornerPath, wirePath } from '../export/wirePath';
import { wideLength } from '../model/geometry';
import type { Spot } from '../model/route';
import { wireShape } from '../model/words';
import type { Link } from '../protocol/values';
import { useCanvas, useCanvasState, useSay } from './context';
import { Stages, useTurn } from './stages';

/** A wire as React Flow knows it. */
export type WireFlowEdge = Edge<{ readonly link: Link; readonly content: 'Tensor' | 'Schedule'; readonly way?: readonly Spot[] }, 'wire'>;

/** About as much work as the blocks of one turn. */
const stages = new Stages(60);

/** A wire with the shape of what flows along it. */
export const WireEdge = memo(function WireEdge({ id, sourceX, sourceY, targetX, targetY, data, selected }: EdgeProps<WireFlowEdge>) {
  const [isUnder, setUnder] = useState(false);
  const drawn = useRef<SVGGElement>(null);
  useEffect(() => {
    // The ends that can be pulled off lie over most of a short wire and beside what is drawn here: the edge as a whole knows of the pointer.
    const edge = drawn.current?.closest('.react-flow__edge') ?? drawn.current;
    const [enter, leave] = [() => setUnder(true), () => setUnder(false)];
    edge?.addEventListener('pointerenter', enter);
    edge?.addEventListener('pointerleave', leave);
    return () => {
      edge?.removeEventListener('pointerenter', enter);
      edge?.removeEventListener('pointerleave', leave);
    };
  }, []);
  const link = data!.link;
  const { language, readOnly } = useCanvas();
  const output = useCanvasState((s) => s.diagnostics.get(link.from.block)?.outputs.find((o) => o.port === link.from.port));
  const isWhole = useTurn(stages);
  // While one of its blocks is dragged, a wire follows plainly.
  const { way } = data!;
  const wire = way && isAt(way[0]!, sourceX, sourceY) && isAt(way.at(-1)!, targetX, targetY) ? cornerPath(way) : wirePath(sourceX, sourceY, targetX, targetY);
  const words = output && isWhole ? wireShape(output.shape, language) : '';
  const width = wideLength(words) * 6 + 10;
  return (
    <g ref={drawn}>
      <BaseEdge id={id} path={wire.path} interactionWidth={isWhole ? 22 : 0} className="cv-wire" data-content={data!.content} data-whole={output?.element === 'Int64' || undefined} />
      {words && (
        <g className="cv-wire-label" transform={`translate(${wire.labelX} ${wire.labelY})`}>
          <title>{output?.shape}</title>
          <rect x={-width / 2} y={-8} width={width} height={16} rx={8} />
          <text y={3.5}>{words}</text>
        </g>
      )}
      {(selected || isUnder) && !readOnly && <Plus link={id} x={wire.labelX} y={wire.labelY + (words ? 20 : 0)} />}
    </g>
  );
});

const isAt = (end: Spot, x: number, y: number): boolean => Math.abs(end.x - x) < 1 && Math.abs(end.y - y) < 1;

/** Adds a block into a wire. */
function Plus({ link, x, y }: { readonly link: string; readonly x: number; readonly y: number }) {
  const { controller } = useCanvas();
  const say = useSay();
  return (
    <g
      className="cv-wire-plus"
      transform={`translate(${x} ${y})`}
      role="button"
      aria-label={say('insertHere')}
      onPointerDown={(e) => e.stopPropagation()}
      onClick={(e) => {
        e.stopPropagation();
        controller.setPopup({ kind: 'search', at: { x: e.clientX, y: e.clientY }, flow: { x, y }, link });
      }}
    >
      <title>{say('insertHere')}</title>
      <circle r={10} />
      <path d="M-4.5 0H4.5M0 -4.5V4.5" />
    </g>
  );
}
