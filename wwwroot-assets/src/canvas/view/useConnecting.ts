import { type Connection, type FinalConnectionState, type Handle, useReactFlow } from '@xyflow/react';
import { useCallback, useRef } from 'react';
import { connect, fits } from '../actions/editing';
import type { CatalogIndex } from '../model/catalogIndex';
import { obstacle } from '../model/wiring';
import type { PortRef } from '../protocol/values';
import type { Controller } from '../store/controller';
import type { WireFlowEdge } from './WireEdge';

const ends = (c: Pick<Connection, 'source' | 'sourceHandle' | 'target' | 'targetHandle'>) => ({
  from: { block: c.source, port: c.sourceHandle ?? '' },
  to: { block: c.target, port: c.targetHandle ?? '' },
});

/** Two ports as a wire would join them: from the output to the input. */
const direction = (a: Handle, b: Handle): [PortRef, PortRef] => {
  const [source, target] = a.type === 'source' ? [a, b] : [b, a];
  return [
    { block: source.nodeId, port: source.id ?? '' },
    { block: target.nodeId, port: target.id ?? '' },
  ];
};

/** Drawing wires, leading them elsewhere, and dropping them on empty canvas. */
export function useConnecting(controller: Controller, catalog: CatalogIndex) {
  const flow = useReactFlow();
  const reconnecting = useRef<{ isDone: boolean } | null>(null);

  const isValidConnection = useCallback(
    (c: Connection | WireFlowEdge) => {
      const { from, to } = ends({ ...c, sourceHandle: c.sourceHandle ?? null, targetHandle: c.targetHandle ?? null });
      return obstacle(controller.state.value, catalog, from, to) === null;
    },
    [controller, catalog],
  );

  const onConnect = useCallback(
    (c: Connection) => {
      const { from, to } = ends(c);
      connect(controller, from, to);
    },
    [controller],
  );

  const onConnectEnd = useCallback(
    (event: MouseEvent | TouchEvent, end: FinalConnectionState) => {
      const { fromNode, fromHandle } = end;
      if (reconnecting.current || end.isValid || !fromNode || !fromHandle?.id) {
        return;
      }

      if (end.toNode && end.toHandle) {
        connect(controller, ...direction(fromHandle, end.toHandle));
        return;
      }

      const point = 'changedTouches' in event ? event.changedTouches[0] : event;
      if (point && !end.toNode) {
        const { clientX: x, clientY: y } = point;
        controller.setPopup({
          kind: 'search',
          at: { x, y },
          flow: flow.screenToFlowPosition({ x, y }, { snapToGrid: false }),
          wire: { block: fromNode.id, port: fromHandle.id, direction: fromHandle.type === 'source' ? 'from' : 'to' },
        });
      }
    },
    [controller, flow],
  );

  const onReconnectStart = useCallback(() => {
    reconnecting.current = { isDone: false };
  }, []);

  const onReconnect = useCallback(
    (edge: WireFlowEdge, c: Connection) => {
      if (reconnecting.current) {
        reconnecting.current.isDone = true;
      }

      const { from, to } = ends(c);
      const before = edge.data!.link;
      const isSame = before.from.block === from.block && before.from.port === from.port && before.to.block === to.block && before.to.port === to.port;
      if (!isSame) {
        controller.perform({ kind: 'reconnect', link: edge.id, from, to });
        controller.announce('saidLinked', controller.titleOf(from.block), controller.titleOf(to.block));
      }
    },
    [controller],
  );

  const onReconnectEnd = useCallback(
    (_: MouseEvent | TouchEvent, edge: WireFlowEdge, __: unknown, end: FinalConnectionState) => {
      if (reconnecting.current && !reconnecting.current.isDone) {
        if (!end.toHandle) {
          controller.perform({ kind: 'disconnect', link: edge.id });
          controller.announce('saidUnlinked');
        } else if (end.fromHandle) {
          fits(controller, ...direction(end.fromHandle, end.toHandle));
        }
      }

      // The end of the gesture is reported to onConnectEnd as well.
      setTimeout(() => (reconnecting.current = null));
    },
    [controller],
  );

  return { isValidConnection, onConnect, onConnectEnd, onReconnectStart, onReconnect, onReconnectEnd };
}
