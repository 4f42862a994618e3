import { useReactFlow, useStore } from '@xyflow/react';
import { type ReactNode, useRef } from 'react';
import { addNote, alignSelection, arrange } from '../actions/editing';
import { type IconName, icons } from '../pictures/icons';
import { Picture } from '../pictures/Picture';
import type { Alignment } from '../protocol/outgoing';
import { selectedBlocks } from '../store/state';
import type { TextKey } from '../texts';
import { useCanvas, useCanvasState, useSay } from './context';
import { exportAs } from './exportAs';

/** The tools above the canvas. */
export function Toolbar() {
  const { controller } = useCanvas();
  const flow = useReactFlow();
  const readOnly = useCanvas().readOnly;
  const canUndo = useCanvasState((s) => s.canUndo);
  const canRedo = useCanvasState((s) => s.canRedo);
  const chosen = useCanvasState((s) => selectedBlocks(s).length);
  const say = useSay();
  return (
    <div className="cv-toolbar" role="toolbar" aria-label={say('canvas')}>
      {readOnly ? (
        <span className="cv-readonly">{say('readOnly')}</span>
      ) : (
        <>
          <Tool icon="undo" label="undo" keys="Ctrl+Z" disabled={!canUndo} onClick={() => controller.undo()} />
          <Tool icon="redo" label="redo" keys="Ctrl+Y" disabled={!canRedo} onClick={() => controller.redo()} />
          <hr />
          <Tool icon="layout" label="autoLayout" keys="Shift+L" onClick={() => void arrange(controller)} />
          <ToolMenu icon="align" label="align" disabled={chosen < 2}>
            {(close) => alignments.map(([how, label]) => (
              <MenuRow key={how} icon={label as IconName} label={label} disabled={(how === 'horizontal' || how === 'vertical') && chosen < 3} onClick={() => { close(); alignSelection(controller, how); }} />
            ))}
          </ToolMenu>
          <Tool icon="group" label="group" keys="Ctrl+G" disabled={chosen === 0} onClick={() => controller.setPopup({ kind: 'group' })} />
          <Tool icon="note" label="note" keys="N" onClick={() => addNote(controller, visibleCorner(flow))} />
          <hr />
        </>
      )}
      <ToolMenu icon="picture" label="exportPicture">
        {(close) => (
          <>
            <MenuRow icon="picture" label="exportPng" onClick={() => { close(); void exportAs(controller, 'png'); }} />
            <MenuRow icon="picture" label="exportSvg" onClick={() => { close(); void exportAs(controller, 'svg'); }} />
          </>
        )}
      </ToolMenu>
      <Tool icon="help" label="help" keys="?" onClick={() => controller.setPopup({ kind: 'help' })} />
    </div>
  );
}

const alignments: readonly (readonly [Alignment, TextKey])[] = [
  ['left', 'alignLeft'],
  ['center', 'alignCenter'],
  ['right', 'alignRight'],
  ['top', 'alignTop'],
  ['middle', 'alignMiddle'],
  ['bottom', 'alignBottom'],
  ['horizontal', 'distributeHorizontal'],
  ['vertical', 'distributeVertical'],
];

/** A place near the top left of what is seen. */
function visibleCorner(flow: ReturnType<typeof useReactFlow>): { x: number; y: number } {
  const box = document.querySelector('.cv-stage')!.getBoundingClientRect();
  return flow.screenToFlowPosition({ x: box.left + box.width * 0.4, y: box.top + box.height * 0.3 });
}

/** Zoom and overview at the foot of the canvas. */
export function ViewControls() {
  const { controller } = useCanvas();
  const flow = useReactFlow();
  const zoom = useStore((s) => Math.round(s.transform[2] * 100));
  const minimapOpen = useCanvasState((s) => s.minimapOpen);
  const say = useSay();
  return (
    <div className="cv-zoom" role="group" aria-label={say('fit')}>
      <Tool icon="minus" label="zoomOut" keys="−" onClick={() => void flow.zoomOut({ duration: 120 })} />
      <button type="button" className="cv-zoom-value" title={say('zoomReset')} onClick={() => void flow.zoomTo(1, { duration: 120 })}>
        {zoom}%
      </button>
      <Tool icon="plus" label="zoomIn" keys="+" onClick={() => void flow.zoomIn({ duration: 120 })} />
      <hr />
      <Tool icon="fit" label="fit" keys="F" onClick={() => controller.view?.fit()} />
      <Tool icon="map" label="minimap" pressed={minimapOpen} onClick={() => controller.state.update({ minimapOpen: !minimapOpen })} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: TextKey;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, keys, disabled, pressed, onClick }: ToolProps) {
  const say = useSay();
  return (
    <button
      type="button"
      className="cv-tool"
      title={keys ? `${say(label)} (${keys})` : say(label)}
      aria-label={say(label)}
      aria-keyshortcuts={keys?.replace('Ctrl', 'Control')}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Picture strokes={icons[icon]} size={18} />
    </button>
  );
}

interface ToolMenuProps {
  readonly icon: IconName;
  readonly label: TextKey;
  readonly disabled?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A tool with a menu below; the browser's own disclosure, closed by a choice, by Escape, or by going elsewhere. */
function ToolMenu({ icon, label, disabled, children }: ToolMenuProps) {
  const say = useSay();
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => details.current?.removeAttribute('open');
  return (
    <details
      ref={details}
      className="cv-tool-menu"
      data-disabled={disabled || undefined}
      onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && close()}
      onKeyDown={(e) => {
        if (e.key === 'Escape' && details.current?.open) {
          e.stopPropagation();
          close();
          details.current.querySelector('summary')?.focus();
        }
      }}
    >
      <summary className="cv-tool" title={say(label)} aria-label={say(label)} aria-disabled={disabled} tabIndex={disabled ? -1 : 0} onClick={(e) => disabled && e.preventDefault()}>
        <Picture strokes={icons[icon]} size={18} />
      </summary>
      <div className="cv-menu">{children(close)}</div>
    </details>
  );
}

interface MenuRowProps {
  readonly icon: IconName;
  readonly label: TextKey;
  readonly keys?: string;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  readonly role?: string;
  readonly onClick: () => void;
}

/** One row of a menu. */
export function MenuRow({ icon, label, keys, disabled, danger, role, onClick }: MenuRowProps) {
  const say = useSay();
  return (
    <button type="button" className="cv-menu-row" role={role} data-danger={danger || undefined} disabled={disabled} onClick={onClick}>
      <Picture strokes={icons[icon]} size={16} />
      <span>{say(label)}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}
