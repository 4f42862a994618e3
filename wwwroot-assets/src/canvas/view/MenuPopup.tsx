import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { copyByMenu, pasteByMenu } from '../actions/clipboard';
import { addNote, arrange, duplicateSelection, mutable, removeLinks, removeSelection, selectAll, toggleMute } from '../actions/editing';
import { groupOf } from '../model/catalogIndex';
import { type Popup, selectedBlocks } from '../store/state';
import { useCanvas, useCanvasState, useSay } from './context';
import { focusInspector } from './focusInspector';
import { MenuRow } from './Toolbar';
import { useInside } from './useInside';

type MenuState = Extract<Popup, { kind: 'menu' }>;

/** The context menu: of what is selected, of a wire, or of the empty canvas. */
export function MenuPopup({ popup }: { readonly popup: MenuState }) {
  const { controller } = useCanvas();
  const frame = useRef<HTMLDivElement>(null);
  const place = useInside(frame, popup.at);
  const hasSelection = useCanvasState((s) => s.selection.size > 0);
  const say = useSay();
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
  }, []);
  const close = () => controller.setPopup(null);
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    const rows = [...frame.current!.querySelectorAll<HTMLElement>('button:not(:disabled)')];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      rows.at((at + step) % rows.length)?.focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      rows.at(event.key === 'Home' ? 0 : -1)?.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close();
      controller.view?.focus([...controller.state.value.selection][0]);
    }
  };
  return (
    <div
      ref={frame}
      className="cv-popup cv-menu"
      role="menu"
      aria-label={say('more')}
      style={place}
      onKeyDown={onKeyDown}
      onContextMenu={(e) => e.preventDefault()}
      onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && close()}
    >
      {popup.link ? <LinkMenu popup={popup} link={popup.link} /> : hasSelection ? <SelectionMenu popup={popup} /> : <CanvasMenu popup={popup} />}
    </div>
  );
}

/** Runs an action after the menu has gone. */
function useThen() {
  const { controller } = useCanvas();
  return (action: () => unknown) => () => {
    controller.setPopup(null);
    controller.view?.focus([...controller.state.value.selection][0]);
    action();
  };
}

function LinkMenu({ popup, link }: { readonly popup: MenuState; readonly link: string }) {
  const { controller } = useCanvas();
  const then = useThen();
  return (
    <>
      <MenuRow role="menuitem" icon="plus" label="insertHere" onClick={() => controller.setPopup({ kind: 'search', at: popup.at, flow: popup.flow, link })} />
      <MenuRow role="menuitem" icon="remove" label="removeLink" danger onClick={then(() => controller.perform({ kind: 'disconnect', link }))} />
    </>
  );
}

function SelectionMenu({ popup }: { readonly popup: MenuState }) {
  const { controller, catalog } = useCanvas();
  const readOnly = useCanvas().readOnly;
  const id = useCanvasState((s) => (selectedBlocks(s).length === 1 ? selectedBlocks(s)[0] : undefined));
  const count = useCanvasState((s) => selectedBlocks(s).length);
  const isGroup = useCanvasState((s) => id !== undefined && groupOf(s.blocks.get(id)!) !== null);
  const canMute = useCanvasState((s) => mutable(s, catalog).length > 0);
  const isMuted = useCanvasState((s) => mutable(s, catalog).every((b) => s.blocks.get(b)?.muted));
  const then = useThen();
  const one = (row: (block: string) => ReactNode) => id !== undefined && row(id);
  return (
    <>
      {one((block) => isGroup && <MenuRow role="menuitem" icon="open" label="openGroup" keys="Enter" onClick={then(() => controller.open(block))} />)}
      {one(() => <MenuRow role="menuitem" icon="details" label="details" onClick={then(() => setTimeout(focusInspector, 50))} />)}
      {!readOnly && (
        <>
          {one((block) => <MenuRow role="menuitem" icon="connect" label="connectTo" keys="C" onClick={() => controller.setPopup({ kind: 'connect', block })} />)}
          {one((block) => <MenuRow role="menuitem" icon="rename" label="rename" keys="F2" onClick={() => controller.setPopup({ kind: 'rename', block })} />)}
          {canMute && <MenuRow role="menuitem" icon="mute" label={isMuted ? 'unmute' : 'mute'} keys="M" onClick={then(() => toggleMute(controller))} />}
          <hr />
          <MenuRow role="menuitem" icon="cut" label="cut" keys="Ctrl+X" onClick={then(() => copyByMenu(controller, true))} />
        </>
      )}
      <MenuRow role="menuitem" icon="copy" label="copy" keys="Ctrl+C" onClick={then(() => copyByMenu(controller, false))} />
      {!readOnly && (
        <>
          <MenuRow role="menuitem" icon="paste" label="paste" keys="Ctrl+V" onClick={then(() => pasteByMenu(controller, popup.flow))} />
          <MenuRow role="menuitem" icon="duplicate" label="duplicate" keys="Ctrl+D" disabled={count === 0} onClick={then(() => duplicateSelection(controller))} />
          <hr />
          {count > 0 && <MenuRow role="menuitem" icon="group" label="group" keys="Ctrl+G" onClick={() => controller.setPopup({ kind: 'group' })} />}
          {one((block) => isGroup && <MenuRow role="menuitem" icon="repeat" label="repeat" onClick={() => controller.setPopup({ kind: 'repeat', block })} />)}
          {one((block) => isGroup && <MenuRow role="menuitem" icon="ungroup" label="ungroup" keys="Ctrl+Shift+G" onClick={then(() => controller.perform({ kind: 'ungroup', block }, true))} />)}
          <hr />
          {count > 0 && <MenuRow role="menuitem" icon="connect" label="removeLinks" onClick={then(() => removeLinks(controller))} />}
          <MenuRow role="menuitem" icon="remove" label="remove" keys="Del" danger onClick={then(() => removeSelection(controller))} />
        </>
      )}
    </>
  );
}

function CanvasMenu({ popup }: { readonly popup: MenuState }) {
  const { controller } = useCanvas();
  const readOnly = useCanvas().readOnly;
  const then = useThen();
  return (
    <>
      {!readOnly && (
        <>
          <MenuRow role="menuitem" icon="plus" label="addBlock" keys="Space" onClick={() => controller.setPopup({ kind: 'search', at: popup.at, flow: popup.flow })} />
          <MenuRow role="menuitem" icon="note" label="note" keys="N" onClick={then(() => addNote(controller, popup.flow))} />
          <MenuRow role="menuitem" icon="paste" label="paste" keys="Ctrl+V" onClick={then(() => pasteByMenu(controller, popup.flow))} />
          <MenuRow role="menuitem" icon="layout" label="autoLayout" keys="Shift+L" onClick={then(() => arrange(controller))} />
          <hr />
        </>
      )}
      <MenuRow role="menuitem" icon="align" label="selectAll" keys="Ctrl+A" onClick={then(() => selectAll(controller))} />
      <MenuRow role="menuitem" icon="fit" label="fit" keys="F" onClick={then(() => controller.view?.fit())} />
    </>
  );
}
