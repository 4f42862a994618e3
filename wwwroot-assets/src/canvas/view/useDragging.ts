import type { EdgeChange, NodeChange } from '@xyflow/react';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef } from 'react';
import type { Controller } from '../store/controller';
import type { Point } from '../store/state';
import type { Dragged, FlowNode } from './items';
import type { WireFlowEdge } from './WireEdge';
import { markWire, wireAt } from './wireHit';

/** Selecting and dragging. While a pointer moves nothing is sent; a drop is one gesture. */
export function useDragging(controller: Controller, setDragged: Dispatch<SetStateAction<Dragged>>) {
  const places = useRef(new Map<string, Point>());
  const isDown = usePointerDown(controller);

  const onNodesChange = useCallback(
    (changes: NodeChange<FlowNode>[]) => {
      let selection: Set<string> | undefined;
      let isMoved = false;
      for (const change of changes) {
        if (change.type === 'position' && change.dragging && change.position) {
          places.current.set(change.id, change.position);
          isMoved = true;
        } else if (change.type === 'select') {
          selection ??= new Set(controller.state.value.selection);
          selection[change.selected ? 'add' : 'delete'](change.id);
        }
      }

      if (isMoved) {
        setDragged(new Map(places.current));
      }

      if (selection) {
        controller.selectQuietly(selection, controller.state.value.selectedLinks);
        tellWhenReleased(controller, isDown.current);
      }
    },
    [controller, setDragged, isDown],
  );

  const onEdgesChange = useCallback(
    (changes: EdgeChange<WireFlowEdge>[]) => {
      const links = new Set(controller.state.value.selectedLinks);
      for (const change of changes) {
        if (change.type === 'select') {
          links[change.selected ? 'add' : 'delete'](change.id);
        }
      }

      controller.selectQuietly(controller.state.value.selection, links);
      tellWhenReleased(controller, isDown.current);
    },
    [controller, isDown],
  );

  const onNodeDrag = useCallback(
    (event: MouseEvent | TouchEvent | React.MouseEvent, node: FlowNode, all: FlowNode[]) =>
      markWire(all.length === 1 ? targetWire(controller, node.id, event as MouseEvent) : null),
    [controller],
  );

  const drop = useCallback(() => {
    markWire(null);
    const state = controller.state.value;
    const moved = new Map(
      [...places.current].filter(([id, p]) => {
        const item = state.blocks.get(id) ?? state.notes.get(id.replace(/^note:/, ''));
        return item !== undefined && (item.x !== p.x || item.y !== p.y);
      }),
    );
    places.current.clear();
    controller.move(moved);
    setDragged(new Map());
  }, [controller, setDragged]);

  const onNodeDragStop = useCallback(
    (event: MouseEvent | TouchEvent | React.MouseEvent, node: FlowNode, all: FlowNode[]) => {
      const link = all.length === 1 ? targetWire(controller, node.id, event as MouseEvent) : null;
      const place = places.current.get(node.id);
      if (link && place) {
        places.current.clear();
        markWire(null);
        controller.perform({ kind: 'moveOntoLink', block: node.id, link, x: place.x, y: place.y });
        setDragged(new Map());
      } else {
        drop();
      }
    },
    [controller, drop, setDragged],
  );

  return { onNodesChange, onEdgesChange, onNodeDrag, onNodeDragStop, onSelectionDragStop: drop };
}

/** The wire under the pointer, if this block stands alone and could be put into it. */
function targetWire(controller: Controller, id: string, event: MouseEvent): string | null {
  const state = controller.state.value;
  const block = state.blocks.get(id);
  const catalog = controller.catalog.value;
  if (!block || !catalog || catalog.inputs(block).length === 0 || catalog.outputs(block).length === 0) {
    return null;
  }

  const isLinked = [...state.links.values()].some((l) => l.from.block === id || l.to.block === id);
  return isLinked ? null : wireAt(event.clientX, event.clientY);
}

function tellWhenReleased(controller: Controller, isDown: boolean): void {
  if (!isDown) {
    // React Flow reports deselection and selection one after the other; both belong together.
    queueMicrotask(() => controller.tellSelection());
  }
}

/** Whether a pointer is held down; what was selected meanwhile is told when it is let go. */
function usePointerDown(controller: Controller) {
  const isDown = useRef(false);
  useEffect(() => {
    const down = () => (isDown.current = true);
    const up = () => {
      isDown.current = false;
      setTimeout(() => controller.tellSelection());
    };
    window.addEventListener('pointerdown', down, true);
    window.addEventListener('pointerup', up, true);
    window.addEventListener('pointercancel', up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      window.removeEventListener('pointerup', up, true);
      window.removeEventListener('pointercancel', up, true);
    };
  }, [controller]);
  return isDown;
}
