import { useRef, type PointerEvent } from 'react';
import { calls } from '../../api/bridge.ts';

/**
 * Moves the card's window with the pointer. The window manager does it for windows that it manages; this one never has the
 * focus, so on Linux it does not.
 */
export function useDrag(page: Window) {
  const grip = useRef<{ readonly x: number; readonly y: number }>(undefined);
  return {
    onPointerDown(event: PointerEvent<HTMLElement>): void {
      if (event.button !== 0 || isButton(event.target)) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      grip.current = { x: event.screenX - page.screenX, y: event.screenY - page.screenY };
    },
    onPointerMove({ screenX, screenY }: PointerEvent<HTMLElement>): void {
      if (grip.current === undefined) return;
      const { x, y } = grip.current;
      void calls()['card.move']({ x: Math.round(screenX - x), y: Math.round(screenY - y) });
    },
    onPointerUp(): void {
      if (grip.current === undefined) return;
      grip.current = undefined;
      void calls()['card.drop'](undefined);
    },
  };
}

/** An element of another document is none of this one's classes. */
const isButton = (target: EventTarget): boolean =>
  'closest' in target &&
  typeof target.closest === 'function' &&
  Boolean(Reflect.apply(target.closest, target, ['button']));
