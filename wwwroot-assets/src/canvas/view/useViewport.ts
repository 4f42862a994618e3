import { getViewportForBounds, useReactFlow, useStoreApi, type Viewport } from '@xyflow/react';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { arrange } from '../actions/editing';
import { currentOffers, addBeside } from '../actions/adding';
import { blockBoxes, noteBoxes } from '../model/visible';
import { useObservable } from '../store/observable';
import type { Controller } from '../store/controller';
import { openGroup, type Point } from '../store/state';
import { exportAs } from './exportAs';
import { openNote } from './openNote';

const calm = (): number => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 220);

/** From this zoom on, shapes and parameters can be read. */
const legible = 0.68;

/** Notes are shown at first where letters stay this large beside them. */
const readableAll = 0.85;

/** Where a drawing begins: below the tools at the top, in CSS pixels. */
const belowTools = 56;

/** Room around what is shown; beside it as a share of it. */
const room = { x: 0.08, top: `${belowTools}px`, bottom: '16px' } as const;

const keyOf = (controller: Controller): string => openGroup(controller.state.value) ?? '';

/** Connects the controller with the viewport: fit, reveal, focus, and the commands of the page. */
export function useViewport(controller: Controller) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const group = useObservable(controller.state, openGroup);
  /** Where the view was, for each canvas. */
  const remembered = useRef(new Map<string, Viewport>()).current;

  const fit = useCallback(() => {
    void flow.fitView({ padding: room, maxZoom: 1, duration: calm() });
  }, [flow]);

  /** The first sight of a canvas: all of it where it stays legible, otherwise its blocks without its notes, otherwise its beginning. */
  const begin = useCallback(() => {
    const nodes = flow.getNodes();
    const blocks = nodes.filter((n) => n.type === 'block');
    const { width, height } = store.getState();
    const shown = [nodes, blocks].filter((some) => some.length > 0).map((some) => getViewportForBounds(flow.getNodesBounds(some), width, height, 0.1, 1, room));
    const whole = shown.find((v) => v.zoom >= readableAll) ?? shown.at(-1);
    if (!whole || whole.zoom >= legible) {
      void flow.setViewport(whole ?? { x: 0, y: 0, zoom: 1 });
    } else {
      const bounds = flow.getNodesBounds(blocks.length > 0 ? blocks : nodes);
      const top = height / 2 - Math.min((bounds.height / 2) * legible, height / 2.6);
      void flow.setViewport({ x: 40 - bounds.x * legible, y: Math.max(top, belowTools) - bounds.y * legible, zoom: legible });
    }
  }, [flow, store]);

  const middle = useCallback((): Point => {
    const box = store.getState().domNode!.getBoundingClientRect();
    return flow.screenToFlowPosition({ x: box.left + box.width / 2, y: box.top + box.height / 2 }, { snapToGrid: false });
  }, [flow, store]);

  useLayoutEffect(() => {
    controller.view = {
      fit: () => requestAnimationFrame(fit),
      reveal: (ids) => requestAnimationFrame(() => reveal(ids)),
      // What was just added is there only after the next rendering.
      focus: (id) => void (focus(id) || requestAnimationFrame(() => focus(id))),
      write: (note) => setTimeout(() => openNote(note), 60),
      run: (message) => {
        if (message.name === 'fit') {
          fit();
        } else if (message.name === 'focus') {
          focus(message.block ?? [...controller.state.value.selection][0]);
        } else if (message.name === 'autoLayout') {
          void arrange(controller);
        } else if (message.name === 'search') {
          const box = store.getState().domNode!.getBoundingClientRect();
          controller.setPopup({ kind: 'search', at: { x: box.left + box.width / 2, y: box.top + box.height / 3 }, flow: middle() });
        } else if (message.name === 'addBlock') {
          const offer = currentOffers(controller).find((o) => (o.kind ?? o.preset).id === message.kind);
          if (offer) {
            addBeside(controller, offer, middle());
          }
        } else if (message.name === 'exportPng' || message.name === 'exportSvg') {
          void exportAs(controller, message.name === 'exportPng' ? 'png' : 'svg');
        }
      },
    };
    const focus = (id?: string) => {
      const root = store.getState().domNode;
      const node = id === undefined ? null : root?.querySelector<HTMLElement>(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
      (node ?? root?.closest<HTMLElement>('.cv-stage'))?.focus({ preventScroll: true });
      return id === undefined || node !== null;
    };
    const reveal = (ids: readonly string[]) => {
      const { width, height, transform } = store.getState();
      const catalog = controller.catalog.value;
      const state = controller.state.value;
      const boxes = catalog ? [...blockBoxes(state, catalog), ...noteBoxes(state)].filter((b) => ids.includes(b.id)) : [];
      const first = boxes[0];
      if (!first) {
        return;
      }

      const [x, y, zoom] = transform;
      const isInside = boxes.every(
        (b) => b.x * zoom + x > 8 && b.y * zoom + y > 48 && (b.x + b.width) * zoom + x < width - 8 && (b.y + b.height) * zoom + y < height - 8,
      );
      if (!isInside) {
        void flow.setCenter(first.x + first.width / 2, first.y + first.height / 2, { zoom: Math.max(zoom, 0.5), duration: calm() });
      }
    };
    return () => {
      controller.view = null;
    };
  }, [controller, fit, flow, middle, store]);

  useEffect(() => {
    const before = remembered.get(group ?? '');
    if (before && group !== null) {
      void flow.setViewport(before);
    } else if (controller.state.value.revision >= 0) {
      requestAnimationFrame(() => (before ? void flow.setViewport(before) : begin()));
    }
  }, [begin, controller, flow, group, remembered]);

  const onMoveEnd = useCallback((_: unknown, viewport: Viewport) => remembered.set(keyOf(controller), viewport), [controller, remembered]);
  return { onMoveEnd };
}
