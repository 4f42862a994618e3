import { useReactFlow } from '@xyflow/react';
import { type DragEvent, type FocusEvent, type MouseEvent, useEffect, useRef } from 'react';
import { addAt, currentOffers, goesThrough, insertInto } from '../actions/adding';
import { onCopy, pasteText } from '../actions/clipboard';
import { blockWidth, firstPortY } from '../model/measures';
import type { Point } from '../store/state';
import { Breadcrumb, Empty, LiveRegion, ToastLine } from './Around';
import { useCanvas, useCanvasState, useSay } from './context';
import { ConnectDialog, GroupDialog, HelpDialog, RenameDialog, RepeatDialog } from './Dialogs';
import { carriesBlock, droppedBlock } from './dragData';
import { Flow } from './Flow';
import { MenuPopup } from './MenuPopup';
import { pullWire } from './pullWire';
import { SearchPopup } from './SearchPopup';
import { Toolbar, ViewControls } from './Toolbar';
import { useKeyboard } from './useKeyboard';
import { markWire, wireAt } from './wireHit';

/** The drawing with everything that lies over it, and what pointer, keys and clipboard do on it. */
export function Stage() {
  const { controller } = useCanvas();
  const flow = useReactFlow();
  const readOnly = useCanvas().readOnly;
  const stage = useRef<HTMLDivElement>(null);
  const pointer = useRef<Point | null>(null);
  const say = useSay();
  const onKeyDown = useKeyboard(controller, pointer, stage);
  useClipboard(stage, pointer);
  useKeptFocus(stage);

  const flowAt = (x: number, y: number) => flow.screenToFlowPosition({ x, y }, { snapToGrid: false });
  const onDrop = (event: DragEvent) => {
    markWire(null);
    const id = droppedBlock(event);
    const offer = currentOffers(controller).find((o) => (o.kind ?? o.preset).id === id);
    if (!offer || readOnly) {
      return;
    }

    event.preventDefault();
    const at = flowAt(event.clientX, event.clientY);
    const link = goesThrough(offer) ? wireAt(event.clientX, event.clientY) : null;
    if (link) {
      insertInto(controller, offer, link, at);
    } else {
      addAt(controller, offer, { x: at.x - blockWidth / 2, y: at.y - firstPortY });
    }
  };
  const onDragOver = (event: DragEvent) => {
    if (carriesBlock(event) && !readOnly) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      markWire(wireAt(event.clientX, event.clientY));
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const target = event.target as Element;
    const node = target.closest('.react-flow__node');
    if (node) {
      controller.open(node.getAttribute('data-id') ?? '');
    } else if (!readOnly && target.closest('.react-flow__pane')) {
      controller.setPopup({ kind: 'search', at: { x: event.clientX, y: event.clientY }, flow: flowAt(event.clientX, event.clientY) });
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest('.react-flow') === null || target.closest('textarea')) {
      return;
    }

    event.preventDefault();
    const id = target.closest('.react-flow__node')?.getAttribute('data-id');
    const link = readOnly ? null : target.closest('.react-flow__edge')?.getAttribute('data-id');
    if (id && !controller.state.value.selection.has(id)) {
      controller.select([id]);
    } else if (!id && !target.closest('.react-flow__nodesselection')) {
      controller.select([], link ? [link] : []);
    }

    const at = { x: event.clientX, y: event.clientY };
    controller.setPopup({ kind: 'menu', at, flow: flowAt(at.x, at.y), ...(link ? { link } : {}) });
  };
  return (
    <div
      ref={stage}
      id="canvas"
      className="cv-stage"
      tabIndex={0}
      role="application"
      aria-label={say('canvas')}
      onKeyDown={onKeyDown}
      onPointerMove={(e) => (pointer.current = { x: e.clientX, y: e.clientY })}
      onPointerLeave={() => (pointer.current = null)}
      onPointerDown={keepKeys}
      onMouseDownCapture={(e) => pullWire(controller, e)}
      onDrop={onDrop}
      onDragOver={onDragOver}
      onDragLeave={() => markWire(null)}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
      onFocus={(e) => selectFocused(e, controller.select.bind(controller), controller.state.value.selection)}
    >
      <Flow />
      <div className="cv-top">
        <Breadcrumb />
        <Toolbar />
      </div>
      <ViewControls />
      <Empty />
      <Popups />
      <ToastLine />
      <LiveRegion />
    </div>
  );
}

/** When the block that had the keyboard goes, the canvas takes it over: the next key must not be lost. */
function useKeptFocus(stage: { readonly current: HTMLElement | null }): void {
  const blocks = useCanvasState((s) => s.blocks);
  const notes = useCanvasState((s) => s.notes);
  const path = useCanvasState((s) => s.path);
  const wasHere = useRef(false);
  useEffect(() => {
    const follow = (event: Event) => (wasHere.current = stage.current!.contains(event.target as Node));
    document.addEventListener('focusin', follow);
    document.addEventListener('pointerdown', follow);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('pointerdown', follow);
    };
  }, [stage]);
  useEffect(() => {
    // React Flow takes its nodes over one rendering later.
    const frame = requestAnimationFrame(() => {
      if (wasHere.current && document.activeElement === document.body) {
        stage.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [stage, blocks, notes, path]);
}

/** A click on the canvas puts the keyboard there: what it drags would otherwise leave it nowhere. */
function keepKeys(event: React.PointerEvent<HTMLDivElement>): void {
  const target = event.target as Element;
  if (target.closest('.react-flow__pane, .react-flow__edge') && document.activeElement !== event.currentTarget) {
    event.currentTarget.focus({ preventScroll: true });
  }
}

/** With Tab the selection follows the keyboard, so that the inspector does as well. */
function selectFocused(event: FocusEvent, select: (ids: string[]) => void, selection: ReadonlySet<string>): void {
  const node = event.target instanceof Element && event.target.matches('.react-flow__node:focus-visible') ? event.target : null;
  const id = node?.getAttribute('data-id');
  if (id && !selection.has(id)) {
    select([id]);
  }
}

function Popups() {
  const popup = useCanvasState((s) => s.popup);
  switch (popup?.kind) {
    case 'search':
      return <SearchPopup key={`${popup.at.x} ${popup.at.y}`} popup={popup} />;
    case 'menu':
      return <MenuPopup key={`${popup.at.x} ${popup.at.y}`} popup={popup} />;
    case 'connect':
      return <ConnectDialog block={popup.block} />;
    case 'group':
      return <GroupDialog />;
    case 'repeat':
      return <RepeatDialog block={popup.block} />;
    case 'rename':
      return <RenameDialog block={popup.block} />;
    case 'help':
      return <HelpDialog />;
    default:
      return null;
  }
}

/** Copy, cut and paste by the browser's own events: they need no permission and work between projects and windows. */
function useClipboard(stage: { readonly current: HTMLElement | null }, pointer: { readonly current: Point | null }): void {
  const { controller } = useCanvas();
  const flow = useReactFlow();
  useEffect(() => {
    const isHere = () => {
      const focused = document.activeElement;
      return focused !== null && stage.current!.contains(focused) && !focused.closest('input, textarea, dialog');
    };
    const copy = (event: ClipboardEvent) => {
      if (isHere() && onCopy(controller, event, event.type === 'cut')) {
        event.preventDefault();
      }
    };
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (!isHere() || controller.state.value.readOnly || text === '') {
        return;
      }

      const box = stage.current!.getBoundingClientRect();
      const at = pointer.current ?? { x: box.left + box.width * 0.4, y: box.top + box.height * 0.35 };
      if (pasteText(controller, text, flow.screenToFlowPosition(at))) {
        event.preventDefault();
      } else {
        controller.toast('clipboardEmpty');
      }
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [controller, flow, pointer, stage]);
}
