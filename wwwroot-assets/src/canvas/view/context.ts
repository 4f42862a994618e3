import { createContext, useContext } from 'react';
import type { CatalogIndex } from '../model/catalogIndex';
import type { Language } from '../protocol/values';
import type { Controller } from '../store/controller';
import { useObservable } from '../store/observable';
import type { CanvasState } from '../store/state';
import { say, type TextKey } from '../texts';

/** What every view of the canvas can reach. */
export interface CanvasContext {
  readonly controller: Controller;
  readonly catalog: CatalogIndex;
  /** These two concern every view and change rarely: one context instead of a subscription for each. */
  readonly language: Language;
  readonly readOnly: boolean;
}

const Context = createContext<CanvasContext | null>(null);

/** Gives the canvas to all views below. */
export const CanvasProvider = Context.Provider;

/** The canvas that a view belongs to. */
export function useCanvas(): CanvasContext {
  const context = useContext(Context);
  if (!context) {
    throw new Error('outside-canvas');
  }

  return context;
}

/** A slice of the state. */
export const useCanvasState = <S>(read: (state: CanvasState) => S): S => useObservable(useCanvas().controller.state, read);

/** Texts in the reader's language. */
export function useSay(): (key: TextKey, ...values: readonly (string | number)[]) => string {
  const { language } = useCanvas();
  return (key, ...values) => say(key, language, ...values);
}
