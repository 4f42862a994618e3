import type { DragEvent } from 'react';
import type { Offer } from '../model/search';

const type = 'application/x-builder-block';

/** A block leaves the palette. */
export function startDrag(event: DragEvent, offer: Offer): void {
  event.dataTransfer.setData(type, (offer.kind ?? offer.preset).id);
  event.dataTransfer.effectAllowed = 'copy';
}

/** Whether what is dragged over the canvas comes from the palette; its name can be read only when it is dropped. */
export const carriesBlock = (event: DragEvent): boolean => event.dataTransfer.types.includes(type);

/** What was dropped. */
export const droppedBlock = (event: DragEvent): string => event.dataTransfer.getData(type);
