import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useReactFlow } from '@xyflow/react';
import { addNote, arrange, duplicateSelection, goTo, removeSelection, selectAll, toggleMute } from '../actions/editing';
import type { Direction } from '../model/arrange';
import { groupOf } from '../model/catalogIndex';
import { grid } from '../model/measures';
import { placeOf } from '../model/visible';
import type { Controller } from '../store/controller';
import { asNote, type CanvasState, type Point, selectedBlocks } from '../store/state';
import { focusInspector } from './focusInspector';
import { openNote } from './openNote';

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
const steps: Readonly<Record<Direction, Point>> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, up: { x: 0, y: -1 }, down: { x: 0, y: 1 } };

/** How long after the last step a move by keys counts as finished. */
const pause = 500;

/** The canvas by keys alone. `pointer` says where the mouse was last, for the search box. */
export function useKeyboard(controller: Controller, pointer: { readonly current: Point | null }, stage: { readonly current: HTMLElement | null }) {
  const flow = useReactFlow();
  const nudge = useNudging(controller);

  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target) || event.defaultPrevented) {
        return;
      }

      const state = controller.state.value;
      const at = anchor(state, stage.current!, pointer.current, flow.flowToScreenPosition);
      const toFlow = () => flow.screenToFlowPosition(at, { snapToGrid: false });
      const action = chosen(event, state.readOnly, {
        nudge: (direction) => nudge(steps[direction], event.shiftKey ? grid * 8 : grid),
        search: () => controller.setPopup({ kind: 'search', at, flow: toFlow(), beside: selectedBlocks(state).length === 1 || state.selectedLinks.size === 1 }),
        menu: () => controller.setPopup({ kind: 'menu', at, flow: toFlow() }),
        note: () => addNote(controller, toFlow()),
        zoom: (closer) => void (closer ? flow.zoomIn({ duration: 120 }) : flow.zoomOut({ duration: 120 })),
        controller,
      });
      if (action) {
        event.preventDefault();
        event.stopPropagation();
        action();
      }
    },
    [controller, flow, nudge, pointer, stage],
  );
}

interface Actions {
  readonly controller: Controller;
  readonly nudge: (direction: Direction) => void;
  readonly search: () => void;
  readonly menu: () => void;
  readonly note: () => void;
  readonly zoom: (closer: boolean) => void;
}

/** What a key does; undefined where it means nothing here. */
function chosen(event: KeyboardEvent, readOnly: boolean, actions: Actions): (() => void) | undefined {
  const { controller } = actions;
  const arrow = arrows[event.key];
  const isOnButton = event.target instanceof HTMLElement && event.target.closest('button, summary') !== null;
  if (arrow) {
    return event.altKey ? (readOnly ? undefined : () => actions.nudge(arrow)) : () => goTo(controller, arrow);
  }

  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey) {
    return withControl(key, event.shiftKey, readOnly, controller);
  }

  if (isOnButton && (key === ' ' || key === 'Enter')) {
    return undefined;
  }

  const reading: Readonly<Record<string, () => void>> = {
    Enter: () => enter(controller),
    Escape: () => escape(controller),
    f: () => controller.view?.fit(),
    '?': () => controller.setPopup({ kind: 'help' }),
    '+': () => actions.zoom(true),
    '=': () => actions.zoom(true),
    '-': () => actions.zoom(false),
    ContextMenu: actions.menu,
    ...(event.shiftKey ? { F10: actions.menu } : {}),
  };
  const [first, ...others] = selectedBlocks(controller.state.value);
  const one = first !== undefined && others.length === 0 ? first : undefined;
  const writing: Readonly<Record<string, () => void>> = {
    ' ': actions.search,
    Delete: () => removeSelection(controller),
    Backspace: () => removeSelection(controller),
    m: () => toggleMute(controller),
    n: actions.note,
    ...(event.shiftKey ? { l: () => void arrange(controller) } : {}),
    ...(one === undefined
      ? {}
      : {
          c: () => controller.setPopup({ kind: 'connect', block: one }),
          F2: () => controller.setPopup({ kind: 'rename', block: one }),
        }),
  };
  return reading[key] ?? (readOnly ? undefined : writing[key]);
}

function withControl(key: string, shift: boolean, readOnly: boolean, controller: Controller): (() => void) | undefined {
  if (key === 'a') {
    return () => selectAll(controller);
  }

  if (readOnly) {
    return undefined;
  }

  if (key === 'Enter') {
    return () => controller.train();
  }

  const blocks = selectedBlocks(controller.state.value);
  const use = blocks.find((id) => groupOf(controller.state.value.blocks.get(id)!) !== null);
  const all: Readonly<Record<string, () => void>> = {
    z: () => (shift ? controller.redo() : controller.undo()),
    y: () => controller.redo(),
    d: () => duplicateSelection(controller),
    g: () => {
      if (shift && use) {
        controller.perform({ kind: 'ungroup', block: use }, true);
      } else if (!shift && blocks.length > 0) {
        controller.setPopup({ kind: 'group' });
      }
    },
  };
  return all[key];
}

/** Enter opens a group, writes a note, or goes to the details of a block. */
function enter(controller: Controller): void {
  const [id] = controller.state.value.selection;
  if (id === undefined) {
    return;
  }

  const block = controller.state.value.blocks.get(id);
  if (block && groupOf(block)) {
    controller.open(id);
    controller.view?.focus();
  } else if (asNote(id) !== null) {
    openNote(id);
  } else {
    focusInspector();
  }
}

/** Escape clears the selection first, then leaves the group. */
function escape(controller: Controller): void {
  const { selection, selectedLinks, path } = controller.state.value;
  if (selection.size + selectedLinks.size > 0) {
    controller.select([]);
    controller.view?.focus();
  } else if (path.length > 0) {
    controller.leaveTo(path.length - 1);
  }
}

/** Steps by keys are shown at once and sent as one gesture when the keys rest. */
function useNudging(controller: Controller) {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const under = useRef(new Map<string, Point>());
  const send = useCallback(() => {
    clearTimeout(timer.current);
    const places = new Map(under.current);
    under.current.clear();
    if (places.size > 0) {
      controller.move(places);
      controller.announce('saidMoved');
    }
  }, [controller]);
  useEffect(() => send, [send]);
  return useCallback(
    (direction: Point, distance: number) => {
      const state = controller.state.value;
      const moved = new Map(state.moved);
      for (const id of state.selection) {
        const item = state.blocks.get(id) ?? state.notes.get(asNote(id) ?? '');
        if (item) {
          const from = placeOf(state, id, item);
          const to = { x: from.x + direction.x * distance, y: from.y + direction.y * distance };
          under.current.set(id, to);
          moved.set(id, { ...to, commandId: '' });
        }
      }

      controller.state.update({ moved });
      clearTimeout(timer.current);
      timer.current = setTimeout(send, pause);
    },
    [controller, send],
  );
}

/** Where menus and the search box open: at the selected block, else at the mouse, else in the middle. */
function anchor(state: CanvasState, stage: HTMLElement, pointer: Point | null, toScreen: (p: Point) => Point): Point {
  const [id] = state.selection;
  const block = id === undefined ? undefined : state.blocks.get(id);
  const box = stage.getBoundingClientRect();
  if (block) {
    const corner = toScreen(placeOf(state, block.id, block));
    return { x: Math.max(box.left, Math.min(corner.x + 40, box.right - 40)), y: Math.max(box.top, Math.min(corner.y + 40, box.bottom - 40)) };
  }

  return pointer ?? { x: box.left + box.width / 2, y: box.top + box.height / 3 };
}

const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, dialog, .cv-popup') !== null);
