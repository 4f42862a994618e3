import { readProblem } from '../../shell/problem';

/** The .NET object that Blazor hands over. */
export interface DotNet {
  invokeMethodAsync(method: string, ...args: unknown[]): Promise<unknown>;
}

/** Messages above this size go by HTTP: a large one would end the circuit. */
export const circuitLimit = 16_000;

/** Sends over the circuit; large messages by HTTP, whose answer is taken in like any other message. */
export function transport(
  dotNet: DotNet,
  bulkUrl: string,
  receive: (json: string) => void,
): (json: string) => Promise<unknown> {
  return async (json) => {
    if (new Blob([json]).size < circuitLimit) {
      await dotNet.invokeMethodAsync('Send', json);
      return;
    }

    const response = await fetch(bulkUrl, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: json,
    });
    const answer = await response.text();
    if (response.status >= 400 && response.status < 500) {
      // Refused for good: sent again it would be refused again.
      const { commandId } = JSON.parse(json) as { commandId?: string };
      receive(JSON.stringify({ type: 'reject', commandId: commandId ?? '', message: readProblem(answer).detail ?? answer }));
    } else if (!response.ok) {
      throw new Error(`http-${response.status}`);
    } else if (answer.startsWith('{')) {
      receive(answer);
    }
  };
}
