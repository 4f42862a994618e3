import { type CSSProperties, type RefObject, useLayoutEffect, useState } from 'react';
import type { Point } from '../store/state';

/** Places something at a point of the window so that all of it is seen. */
export function useInside(frame: RefObject<HTMLElement | null>, at: Point): CSSProperties {
  const [place, setPlace] = useState<Point>(at);
  useLayoutEffect(() => {
    const box = frame.current!.getBoundingClientRect();
    setPlace({
      x: Math.max(8, Math.min(at.x, window.innerWidth - box.width - 8)),
      y: Math.max(8, Math.min(at.y, window.innerHeight - box.height - 8)),
    });
  }, [frame, at]);
  return { left: place.x, top: place.y };
}
