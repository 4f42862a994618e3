import type { MouseEvent } from 'react';
import { linkKey } from '../protocol/values';
import type { Controller } from '../store/controller';

/**
 * Pressing on an input that has its one wire already takes hold of that wire's end, so that it can be led elsewhere or pulled off. Inputs
 * that take many wires, and those without one, start a new wire instead.
 */
export function pullWire(controller: Controller, event: MouseEvent): void {
  const link = event.button === 0 ? wireInto(controller, event.target as Element) : null;
  const end = link === null ? null : document.querySelector(`.react-flow__edge[data-id="${CSS.escape(link)}"] .react-flow__edgeupdater-target`);
  if (!end) {
    return;
  }

  // The port itself must not hear of it: it would start a wire of its own.
  event.stopPropagation();
  event.preventDefault();
  const { clientX, clientY, screenX, screenY, buttons } = event;
  end.dispatchEvent(new window.MouseEvent('mousedown', { bubbles: true, cancelable: true, button: 0, buttons, clientX, clientY, screenX, screenY, view: window }));
}

/** The wire that ends at a port, where the port takes only one. */
function wireInto(controller: Controller, target: Element): string | null {
  const port = target.closest<HTMLElement>('.react-flow__handle.target');
  const { nodeid: block, handleid: name } = port?.dataset ?? {};
  if (!port || !block || !name || port.dataset['variadic'] || controller.state.value.readOnly) {
    return null;
  }

  const key = linkKey({ to: { block, port: name }, slot: 0 });
  return controller.state.value.links.has(key) ? key : null;
}
