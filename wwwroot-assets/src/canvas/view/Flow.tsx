import { Background, BackgroundVariant, MiniMap, type NodeTypes, ReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CatalogIndex } from '../model/catalogIndex';
import { farZoom } from '../model/measures';
import { useObservable } from '../store/observable';
import { BlockNode } from './BlockNode';
import { useCanvas, useCanvasState } from './context';
import { type Dragged, FlowItems, type FlowNode } from './items';
import { NoteNode } from './NoteNode';
import { useConnecting } from './useConnecting';
import { useDragging } from './useDragging';
import { useViewport } from './useViewport';
import { WireEdge, type WireFlowEdge } from './WireEdge';

const nodeTypes: NodeTypes = { block: BlockNode, note: NoteNode };
const edgeTypes = { wire: WireEdge };
const nothingDragged: Dragged = new Map();

/** From this number of blocks on, only those in view are rendered. */
const many = 80;

/** The drawing itself. */
export function Flow() {
  const { controller, catalog } = useCanvas();
  const state = useObservable(controller.state, (s) => s);
  useGivenSizes();
  const [dragged, setDragged] = useState<Dragged>(nothingDragged);
  const items = useRef(new FlowItems()).current;
  const nodes = useMemo(() => items.makeNodes(state, catalog, dragged), [items, state, catalog, dragged]);
  const edges = useMemo(() => items.makeEdges(state, catalog), [items, state, catalog]);
  const dragging = useDragging(controller, setDragged);
  const connecting = useConnecting(controller, catalog);
  const viewport = useViewport(controller);
  const readOnly = state.readOnly;
  return (
    <ReactFlow<FlowNode, WireFlowEdge>
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      {...dragging}
      {...connecting}
      {...viewport}
      nodesDraggable={!readOnly}
      nodesConnectable={!readOnly}
      edgesReconnectable={!readOnly}
      edgesFocusable={false}
      elementsSelectable
      disableKeyboardA11y
      onlyRenderVisibleElements={nodes.length > many}
      snapToGrid
      snapGrid={[8, 8]}
      connectionRadius={26}
      reconnectRadius={12}
      nodeDragThreshold={3}
      minZoom={0.1}
      maxZoom={2}
      deleteKeyCode={null}
      selectionKeyCode="Shift"
      multiSelectionKeyCode={['Shift', 'Control', 'Meta']}
      panActivationKeyCode={null}
      zoomActivationKeyCode={['Control', 'Meta']}
      zoomOnDoubleClick={false}
      proOptions={{ hideAttribution: true }}
    >
      <Background variant={BackgroundVariant.Dots} gap={24} size={1.8} color="var(--color-dots)" />
      <Overview catalog={catalog} />
      <FarMark />
    </ReactFlow>
  );
}

/**
 * Sizes and ports of all blocks are given exactly. React Flow would measure each block once more when it comes into view, and draw all
 * wires a second time for differences of a thousandth of a pixel.
 */
function useGivenSizes(): void {
  const store = useStoreApi();
  useState(() => store.setState({ updateNodeInternals: () => undefined }));
}

/** Letters are this high on the screen, in pixels, as long as blocks have room for them. */
const readable = 12;

/** The largest letters, in canvas units, for which a block's rows have room. */
const mostLetters = 17;

/** Marks the canvas as seen from afar, where small print gives way to larger names; before that, letters grow as blocks get smaller. */
function FarMark() {
  const isFar = useStore((s) => s.transform[2] < farZoom);
  // In half units: a picture that is zoomed smoothly is not laid out anew in each frame.
  const letters = useStore((s) => Math.min(mostLetters, Math.max(readable, Math.ceil((2 * readable) / s.transform[2]) / 2)));
  const root = useStore((s) => s.domNode);
  useLayoutEffect(() => {
    root?.classList.toggle('cv-far', isFar);
    root?.style.setProperty('--cv-letters', `${letters}px`);
  }, [root, isFar, letters]);
  return null;
}

function Overview({ catalog }: { readonly catalog: CatalogIndex }) {
  const isOpen = useCanvasState((s) => s.minimapOpen && s.blocks.size > 0);
  const color = (node: FlowNode) =>
    node.type === 'block' ? `var(--color-family-${catalog.family(node.data.block).toLowerCase()})` : 'var(--color-warning-soft)';
  return isOpen ? (
    <MiniMap<FlowNode> className="cv-minimap" nodeColor={color} nodeBorderRadius={24} nodeStrokeWidth={0} pannable zoomable maskColor="transparent" ariaLabel={null} />
  ) : null;
}
